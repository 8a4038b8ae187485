// SPDX-License-Identifier: Apache-2.0
import MenuLanguage
import SourceText

extension LanguageServer {
    /// The names of the colours that ``colours(_:)`` counts, in the order of its numbers.
    static let colourKinds = MenuColour.Kind.allCases
    /// The command that tells more about a finding.
    static let explainCommand = "stardial.explain"

    /// Answers what the server can do.
    mutating func initialize(_ params: JSONValue) -> JSONValue {
        client = ClientAbilities(params["capabilities"])
        return [
            "capabilities": [
                "positionEncoding": .string(client.encoding.rawValue),
                "textDocumentSync": ["openClose": true, "change": 2, "save": true],
                "completionProvider": [
                    "triggerCharacters": ["{", ".", ">", "(", " "]
                ],
                "hoverProvider": true,
                "definitionProvider": true,
                "referencesProvider": true,
                "documentHighlightProvider": true,
                "documentSymbolProvider": true,
                "workspaceSymbolProvider": true,
                "renameProvider": ["prepareProvider": true],
                "foldingRangeProvider": true,
                "documentFormattingProvider": true,
                "codeActionProvider": ["codeActionKinds": ["quickfix", "source.fixAll"]],
                "executeCommandProvider": ["commands": [.string(Self.explainCommand)]],
                "semanticTokensProvider": [
                    "legend": [
                        "tokenTypes": .array(Self.colourKinds.map { .string($0.tokenType) }),
                        "tokenModifiers": ["declaration"],
                    ],
                    "full": true,
                ],
            ],
            "serverInfo": ["name": "stardial", "version": .string(version)],
        ]
    }

    /// Asks the editor to tell when a file of a menu changes on disk.
    mutating func watchFiles() {
        guard client.watchesFiles else { return }
        let patterns = ["**/*.menu", "**/*.po", "**/shortcuts.lock", "**/*.tariff.yaml"]
        let watchers = patterns.map { JSONValue.object(["globPattern": .string($0)]) }
        outgoing.append([
            "jsonrpc": "2.0", "id": "watch", "method": "client/registerCapability",
            "params": [
                "registrations": [
                    [
                        "id": "watch", "method": "workspace/didChangeWatchedFiles",
                        "registerOptions": ["watchers": .array(watchers)],
                    ]
                ]
            ],
        ])
    }

    /// Takes over a file that was opened.
    mutating func didOpen(_ params: JSONValue) {
        let document = params["textDocument"]
        guard let uri = document["uri"].string, let text = document["text"].string else { return }
        let path = FileURI.path(of: uri)
        guard workspace.open[path] != nil || workspace.open.count < Limits.documentsMax else {
            return say(
                "More than \(Limits.documentsMax) files are open, so this one is not checked. "
                    + "Close some and open it again."
            )
        }
        workspace.set(
            Workspace.Document(
                uri: uri,
                version: document["version"].integer,
                file: SourceFile(path: path, text: text)
            )
        )
        published[path] = nil
    }

    /// Makes the changes of a file that is open.
    mutating func didChange(_ params: JSONValue) {
        guard var document = workspace.open[Self.path(params)] else { return }
        for change in params["contentChanges"].elements {
            guard let text = change["text"].string else { continue }
            guard !change["range"].isNull else {
                document.file = SourceFile(path: document.file.path, text: text)
                continue
            }
            guard let range = client.encoding.range(change["range"], in: document.file) else {
                continue
            }
            let file = document.file
            let before = file.text(in: file.range(0, range.lower))
            let after = file.text(in: file.range(range.upper, file.utf8Count))
            document.file = SourceFile(path: file.path, text: before + text + after)
        }
        document.version = params["textDocument"]["version"].integer ?? document.version
        workspace.set(document)
    }

    /// Tells the author something beside the answers.
    mutating func say(_ sentence: String, type: Int = 2) {
        outgoing.append(
            Self.notification(
                "window/showMessage",
                ["type": .integer(type), "message": .string(sentence)]
            )
        )
    }
}

extension MenuColour.Kind {
    /// The name of the standard (LSP 3.17, "SemanticTokenTypes") that looks right.
    fileprivate var tokenType: String {
        switch self {
        case .keyword: "keyword"
        case .place: "class"
        case .value: "variable"
        case .field: "property"
        case .service: "namespace"
        case .operation: "function"
        case .outcome: "enumMember"
        case .type: "type"
        case .text: "string"
        case .number: "number"
        case .sign: "operator"
        case .comment: "comment"
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import MenuLanguage
import SourceText

extension LanguageServer {
    /// Where in which menu a request asks.
    struct Place {
        var menu: MenuAnalysis
        var file: SourceFile
        var offset: Int
    }

    /// Answers a request about files.
    mutating func feature(_ method: String, _ params: JSONValue) throws(ResponseError)
        -> JSONValue
    {
        // Translations and `shortcuts.lock` have findings and their changes, nothing else; those of
        // other programs, which editors send along, have nothing.
        let path = Self.path(params)
        if Workspace.isBeside(path),
            method != "textDocument/codeAction" || workspace.menu(of: path) == nil
        {
            return .null
        }
        switch method {
        case "textDocument/completion": return completion(try place(params), params)
        case "textDocument/hover": return hover(try place(params))
        case "textDocument/definition": return definition(try place(params))
        case "textDocument/references": return references(try place(params), params)
        case "textDocument/documentHighlight": return highlights(try place(params))
        case "textDocument/prepareRename": return try prepareRename(try place(params))
        case "textDocument/rename": return try rename(try place(params), params)
        case "textDocument/documentSymbol": return outline(try file(params))
        case "textDocument/foldingRange": return folds(try file(params))
        case "textDocument/formatting": return formatting(try file(params))
        case "textDocument/semanticTokens/full": return colours(try menu(params))
        case "textDocument/codeAction": return actions(try menu(params), params)
        case "workspace/symbol": return symbols(params["query"].string ?? "")
        case "workspace/executeCommand": return try execute(params)
        default: throw .unknownMethod(method)
        }
    }

    /// The file that parameters name.
    func file(_ params: JSONValue) throws(ResponseError) -> SourceFile {
        guard params["textDocument"]["uri"].string != nil else {
            throw .invalidParameters("The request names no file.")
        }
        guard let file = workspace.file(Self.path(params)) else {
            throw .failed("The file cannot be read. Open it, or save it first.")
        }
        return file
    }

    private mutating func menu(_ params: JSONValue) throws(ResponseError) -> Place {
        let file = try file(params)
        guard let menu = workspace.menu(of: file.path) else {
            throw .failed("The file cannot be read. Open it, or save it first.")
        }
        return Place(menu: menu, file: file, offset: 0)
    }

    private mutating func place(_ params: JSONValue) throws(ResponseError) -> Place {
        var place = try menu(params)
        guard let offset = client.encoding.offset(of: params["position"], in: place.file) else {
            throw .invalidParameters("The request has no position.")
        }
        place.offset = offset
        return place
    }

    private func hover(_ place: Place) -> JSONValue {
        guard let hover = place.menu.hover(at: place.offset, in: place.file.path) else {
            return .null
        }
        return [
            "contents": ["kind": "markdown", "value": .string(hover.markdown)],
            "range": client.encoding.range(hover.range, in: place.file),
        ]
    }

    private func definition(_ place: Place) -> JSONValue {
        guard let found = place.menu.occurrence(at: place.offset, in: place.file.path) else {
            return .null
        }
        return locations(place.menu.declarations(of: found.symbol), place.menu)
    }

    private func references(_ place: Place, _ params: JSONValue) -> JSONValue {
        guard let found = place.menu.occurrence(at: place.offset, in: place.file.path) else {
            return .null
        }
        let declares = params["context"]["includeDeclaration"].bool ?? true
        let uses = place.menu.occurrences(of: found.symbol)
            .filter { declares || !$0.isDeclaration }
        return locations(uses.map(\.range), place.menu)
    }

    private func highlights(_ place: Place) -> JSONValue {
        guard let found = place.menu.occurrence(at: place.offset, in: place.file.path) else {
            return .null
        }
        let here = place.menu.occurrences(of: found.symbol)
            .filter { $0.range.file == place.file.path }
        return .array(
            here.map { use in
                [
                    "range": client.encoding.range(use.range, in: place.file),
                    "kind": use.isDeclaration ? 3 : 2,
                ]
            }
        )
    }

    private func locations(_ ranges: [SourceRange], _ menu: MenuAnalysis) -> JSONValue {
        .array(
            ranges.compactMap { range in
                menu.compilation.sources[range.file].map { location(range, in: $0) }
            }
        )
    }

    private func prepareRename(_ place: Place) throws(ResponseError) -> JSONValue {
        do throws(MenuRenameError) {
            let found = try place.menu.renameable(at: place.offset, in: place.file.path)
            return [
                "range": client.encoding.range(found.range, in: place.file),
                "placeholder": .string(found.symbol.name),
            ]
        } catch {
            throw .failed(error.reason)
        }
    }

    private func rename(_ place: Place, _ params: JSONValue) throws(ResponseError) -> JSONValue {
        guard let name = params["newName"].string else {
            throw .invalidParameters("The request has no new name.")
        }
        let ranges: [SourceRange]
        do throws(MenuRenameError) {
            ranges = try place.menu.renaming(at: place.offset, in: place.file.path, to: name)
        } catch {
            throw .failed(error.reason)
        }
        return edit(ranges.map { .init(range: $0, replacement: name) }, place.menu)
    }

    /// Changes by file, as the editor makes them.
    func edit(_ changes: [Diagnostic.FixIt], _ menu: MenuAnalysis) -> JSONValue {
        var byFile: [String: JSONValue] = [:]
        for (path, fixes) in Dictionary(grouping: changes, by: \.range.file) {
            guard let file = menu.compilation.sources[path] else { continue }
            byFile[workspace.uri(of: path)] = .array(
                fixes.map { edit($0.range, $0.replacement, in: file) }
            )
        }
        return ["changes": .object(byFile)]
    }

    /// One change of a file.
    func edit(_ range: SourceRange, _ text: String, in file: SourceFile) -> JSONValue {
        ["range": client.encoding.range(range, in: file), "newText": .string(text)]
    }
}

// SPDX-License-Identifier: Apache-2.0
import MenuLanguage
import SourceText

extension LanguageServer {
    /// What a file declares.
    func outline(_ file: SourceFile) -> JSONValue {
        let entries = MenuAnalysis.outline(of: file)
        if client.outlineLevels { return .array(entries.map { symbol($0, in: file) }) }
        return .array(
            entries.flatMap { [$0] + $0.children }.map { entry in
                [
                    "name": .string(entry.name), "kind": .integer(entry.kind.number),
                    "location": location(entry.block, in: file),
                ]
            }
        )
    }

    private func symbol(_ entry: MenuDeclaration, in file: SourceFile) -> JSONValue {
        let children = entry.children.map { symbol($0, in: file) }
        return .present([
            "name": .string(entry.name),
            "detail": entry.detail.isEmpty ? .null : .string(entry.detail),
            "kind": .integer(entry.kind.number),
            "range": client.encoding.range(entry.block, in: file),
            "selectionRange": client.encoding.range(entry.range, in: file),
            "children": children.isEmpty ? .null : .array(children),
        ])
    }

    /// The names of all menus that are open, those that have the letters of a query in order.
    mutating func symbols(_ query: String) -> JSONValue {
        var found: [JSONValue] = []
        var seen: Set<String> = []
        for path in workspace.open.keys.sorted() {
            guard let menu = workspace.menu(of: path), seen.insert(menu.main).inserted else {
                continue
            }
            for name in menu.occurrences where name.isDeclaration && name.symbol.kind != .menu {
                guard Self.matches(name.symbol.name, query), found.count < Limits.symbolsMax,
                    let file = menu.compilation.sources[name.range.file]
                else { continue }
                let owner = name.symbol.owner
                found.append(
                    .present([
                        "name": .string(name.symbol.name),
                        "kind": .integer(name.symbol.kind.number),
                        "location": location(name.range, in: file),
                        "containerName": owner.isEmpty ? .null : .string(owner),
                    ])
                )
            }
        }
        return .array(found)
    }

    private static func matches(_ name: String, _ query: String) -> Bool {
        var rest = name.lowercased()[...]
        for letter in query.lowercased() {
            guard let place = rest.firstIndex(of: letter) else { return false }
            rest = rest[rest.index(after: place)...]
        }
        return true
    }

    /// What can be folded.
    func folds(_ file: SourceFile) -> JSONValue {
        .array(
            MenuAnalysis.folds(of: file).map { fold in
                .present([
                    "startLine": .integer(fold.lines.lowerBound - 1),
                    "endLine": .integer(fold.lines.upperBound - 1),
                    "kind": fold.isComment ? "comment" : .null,
                ])
            }
        )
    }

    /// What each stretch of a file is, five numbers each (LSP 3.17, "Semantic Tokens").
    func colours(_ place: Place) -> JSONValue {
        var numbers: [JSONValue] = []
        var (line, start) = (0, 0)
        for colour in place.menu.colours(of: place.file.path) {
            let position = client.encoding.position(of: colour.range.lower, in: place.file)
            guard let kind = Self.colourKinds.firstIndex(of: colour.kind),
                let ownLine = position["line"].integer,
                let ownStart = position["character"].integer
            else { continue }
            let length = client.encoding.count(place.file.text(in: colour.range))
            let column = ownLine == line ? ownStart - start : ownStart
            numbers += [
                .integer(ownLine - line), .integer(column), .integer(length), .integer(kind),
                colour.isDeclaration ? 1 : 0,
            ]
            (line, start) = (ownLine, ownStart)
        }
        return ["data": .array(numbers)]
    }
}

extension MenuSymbol.Kind {
    /// The number of the kind (LSP 3.17, "SymbolKind").
    fileprivate var number: Int {
        switch self {
        case .menu: 2
        case .screen: 5
        case .flow: 12
        case .question: 13
        case .parameter, .result, .binding, .item, .given: 13
        case .file: 1
        case .service: 3
        case .operation: 6
        case .outcome: 22
        case .field: 8
        case .record: 23
        case .language: 14
        case .way: 14
        case .setting: 7
        }
    }
}

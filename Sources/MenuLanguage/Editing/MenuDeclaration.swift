// SPDX-License-Identifier: Apache-2.0
public import SourceText

/// One thing that a file declares, for the outline beside a text.
public struct MenuDeclaration: Hashable, Sendable {
    /// The name.
    public let name: String
    /// What stands beside the name: a type, an operation; may be empty.
    public let detail: String
    /// The sort of thing.
    public let kind: MenuSymbol.Kind
    /// Its lines, from the first to the last that stands under it.
    public let block: SourceRange
    /// Where the name is written.
    public let range: SourceRange
    /// What is declared within.
    public let children: [MenuDeclaration]
}

extension MenuAnalysis {
    /// What a file of the menu declares, in order.
    public func outline(of path: String) -> [MenuDeclaration] {
        guard let file = compilation.sources[path] else { return [] }
        return Self.outline(of: file)
    }

    /// What a file declares, in order, whatever it belongs to.
    public static func outline(of file: SourceFile) -> [MenuDeclaration] {
        let syntax = MenuParser.parse(file).syntax
        let lines = FileLines(file)
        func entry(
            _ kind: MenuSymbol.Kind,
            _ name: NameSyntax,
            _ detail: String = "",
            _ children: [MenuDeclaration] = []
        ) -> MenuDeclaration {
            Self.entry(kind, name, detail, children, in: lines)
        }
        func parameters(_ parameters: [ParameterSyntax]) -> [MenuDeclaration] {
            parameters.map { entry(.parameter, $0.name, $0.type?.text ?? "") }
        }
        var entries = syntax.headers.compactMap { header in
            header.name.map { name in
                entry(.menu, name, "", header.settings.map { entry(.setting, $0.name) })
            }
        }
        entries += syntax.screens.compactMap { screen in
            screen.name.map { entry(.screen, $0, "", parameters(screen.parameters)) }
        }
        entries += syntax.flows.compactMap { flow in
            guard let name = flow.name else { return nil }
            let steps = flow.steps.compactMap { step -> MenuDeclaration? in
                switch step {
                case .ask(let ask):
                    ask.name.map { entry(.question, $0, ask.type?.text ?? "") }
                case .call(let call):
                    call.operation.map { operation in
                        let name = "\(call.service?.text ?? "").\(operation.text)"
                        return entry(
                            call.result == nil ? .operation : .result,
                            call.result ?? operation,
                            name
                        )
                    }
                case .end, .go: nil
                }
            }
            return entry(.flow, name, "", parameters(flow.parameters) + steps)
        }
        entries += syntax.services.compactMap { service in
            service.name.map {
                entry(.service, $0, service.address?.text ?? "", parts(of: service, in: lines))
            }
        }
        return entries.sorted { $0.range < $1.range }
    }

    private static func entry(
        _ kind: MenuSymbol.Kind,
        _ name: NameSyntax,
        _ detail: String,
        _ children: [MenuDeclaration] = [],
        in lines: FileLines
    ) -> MenuDeclaration {
        MenuDeclaration(
            name: name.text,
            detail: detail,
            kind: kind,
            block: lines.block(at: name.range.lower),
            range: name.range,
            children: children
        )
    }

    /// The records and operations of a service, in the order they are written.
    private static func parts(of service: ServiceSyntax, in lines: FileLines) -> [MenuDeclaration] {
        let records = service.records.compactMap { record in
            record.name.map { name in
                let fields = record.fields.map {
                    entry(.field, $0.name, $0.type?.word.text ?? "", in: lines)
                }
                return entry(.record, name, "", fields, in: lines)
            }
        }
        let operations = service.operations.map {
            entry(.operation, $0.name, $0.result?.word.text ?? "", in: lines)
        }
        return (records + operations).sorted { $0.range < $1.range }
    }

    /// The blocks of a file that can be folded, as first and last line counted from 1.
    ///
    /// - Returns: blocks and runs of comments, in order of their first lines.
    public static func folds(of file: SourceFile) -> [(lines: ClosedRange<Int>, isComment: Bool)] {
        let lines = FileLines(file)
        var folds: [(lines: ClosedRange<Int>, isComment: Bool)] = []
        var comments: ClosedRange<Int>?
        for number in 1...file.lineCount {
            let isComment =
                lines.columns[number - 1] == nil
                && file.line(number).drop { $0 == " " || $0 == "\t" }.first == "#"
            if isComment {
                comments = (comments?.lowerBound ?? number)...number
                continue
            }
            if let run = comments, run.count > 1 { folds.append((run, true)) }
            comments = nil
            guard lines.columns[number - 1] != nil,
                file.line(number).drop(while: { $0 == " " }).first != "|"
            else { continue }
            let end = lines.blockEnd(number)
            if end > number { folds.append((number...end, false)) }
        }
        if let run = comments, run.count > 1 { folds.append((run, true)) }
        return folds
    }
}

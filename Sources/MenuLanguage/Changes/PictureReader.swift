// SPDX-License-Identifier: Apache-2.0
import SourceText

/// Makes the picture of a menu from its sources.
struct PictureReader {
    private(set) var picture = MenuPicture()
    private let sources: SourceSet
    private var nameCounts: [String: Int] = [:]

    /// Reads the files of a menu; nil when one of them has a mistake in how it is written, or none
    /// has the line `menu NAME`.
    static func picture(of sources: SourceSet) -> MenuPicture? {
        let main = sources.files.first { file in
            // The lock beside a menu names it too.
            file.path != ShortcutLock.path(beside: file.path)
                && !MenuParser.parse(file).syntax.headers.isEmpty
        }
        guard let main else { return nil }
        var loader = SourceLoader()
        loader.load(main) { path in
            sources[path].map { .success($0.text) } ?? .failure(.notFound)
        }
        guard !loader.findings.hasErrors, let header = loader.header else { return nil }
        var reader = PictureReader(sources: loader.sources)
        reader.read(header)
        for file in loader.files { reader.read(file) }
        return reader.picture
    }

    private init(sources: SourceSet) { self.sources = sources }

    private mutating func read(_ header: HeaderSyntax) {
        picture.name = header.name?.text ?? ""
        picture.settings["text"] = "en"
        for setting in header.settings where setting.name.text != "include" {
            let values = setting.values.map { $0.map(\.text).joined(separator: " ") }
            picture.settings[setting.name.text] = values.joined(separator: ", ")
        }
        picture.otherwise = header.otherwise.map(arm)
        picture.wrong = header.wrong.map(line)
    }

    private mutating func read(_ file: MenuFileSyntax) {
        var places: [(lower: Int, place: MenuPicture.Place)] = []
        for screen in file.screens {
            let name = screen.name?.text ?? ""
            let kind: MenuPicture.Step.Kind = .screen(self.screen(screen))
            places.append(
                (
                    screen.keyword.lower,
                    MenuPicture.Place(
                        name: name,
                        isFlow: false,
                        parameters: screen.parameters.map(parameter),
                        steps: [MenuPicture.Step(name: name, kind: kind)]
                    )
                )
            )
        }
        for flow in file.flows {
            let name = flow.name?.text ?? ""
            let steps = flow.steps.map { step($0, of: name) }
            places.append(
                (
                    flow.keyword.lower,
                    MenuPicture.Place(
                        name: name,
                        isFlow: true,
                        parameters: flow.parameters.map(parameter),
                        steps: steps
                    )
                )
            )
        }
        picture.places += places.sorted { $0.lower < $1.lower }.map(\.place)
    }

    private mutating func step(_ step: StepSyntax, of flow: String) -> MenuPicture.Step {
        switch step {
        case .ask(let ask):
            return .init(
                name: unique("\(flow).\(ask.name?.text ?? "ask")"),
                kind: .ask(self.ask(ask))
            )
        case .call(let syntax):
            let name = syntax.result?.text ?? syntax.operation?.text ?? "call"
            return .init(name: unique("\(flow).\(name)"), kind: .call(call(syntax)))
        case .end(let end):
            return .init(name: unique("\(flow).end"), kind: .end(text(end.body)))
        case .go(let target):
            return .init(name: unique("\(flow).go"), kind: .go(written(target.range)))
        }
    }

    /// The name with a number behind it when it is taken, as the compiler numbers states.
    private mutating func unique(_ name: String) -> String {
        let count = nameCounts[name, default: 0] + 1
        nameCounts[name] = count
        return count == 1 ? name : "\(name)-\(count)"
    }

    private func screen(_ syntax: ScreenSyntax) -> MenuPicture.Screen {
        var screen = MenuPicture.Screen(text: text(syntax.body))
        if let each = syntax.each {
            screen.list = each.list.map { written($0.range) }
            screen.itemName = each.item?.text ?? ""
            screen.item = each.line.map(line)
            screen.itemTarget = each.target.map { written($0.range) }
        }
        screen.options = syntax.options.map(option)
        screen.wrong = syntax.wrong.map(line)
        screen.isEnd = syntax.end != nil
        return screen
    }

    private func ask(_ syntax: AskSyntax) -> MenuPicture.Ask {
        let answer = written(syntax.range).split(separator: ":", maxSplits: 1).last ?? ""
        let words = answer.drop { $0 == " " }
        let type = words.prefix { $0 != " " }
        let rest = words[type.endIndex...].drop { $0 == " " }
        let bounds = type == "pattern" ? nil : rest.firstRange(of: " ... ")
        let said = [("wrong", syntax.wrong), ("below", syntax.below), ("above", syntax.above)]
        return MenuPicture.Ask(
            name: syntax.name?.text ?? "",
            type: bounds == nil && !rest.isEmpty ? String(words) : String(type),
            least: bounds.map { String(rest[..<$0.lowerBound]) },
            most: bounds.map { String(rest[$0.upperBound...]) },
            text: text(syntax.prompt),
            options: syntax.options.map(option),
            said: said.filter { !$1.isEmpty }.map { .init(when: $0, lines: $1.map(line)) }
        )
    }

    private func call(_ syntax: CallSyntax) -> MenuPicture.Call {
        let text = written(syntax.range)
        return MenuPicture.Call(
            operation: [syntax.service, syntax.operation].compactMap { $0?.text }
                .joined(separator: "."),
            result: syntax.result?.text ?? "",
            arguments: String(text[(text.firstIndex(of: "(") ?? text.endIndex)...]),
            arms: syntax.arms.map(arm)
        )
    }

    private func arm(_ syntax: ArmSyntax) -> MenuPicture.Arm {
        MenuPicture.Arm(
            outcome: syntax.outcome.text,
            binding: syntax.binding?.text ?? "",
            target: syntax.target.map { written($0.range) } ?? "",
            lines: syntax.error.map(line)
        )
    }

    private func option(_ syntax: OptionSyntax) -> MenuPicture.Option {
        let action = syntax.target?.range ?? syntax.answer?.range ?? syntax.range.end
        let rest = SourceRange(
            file: syntax.range.file,
            lower: action.upper,
            upper: syntax.range.upper
        )
        let condition = WrittenText.spaced(sources.text(in: rest) ?? "", isCondition: true)
        return MenuPicture.Option(
            key: syntax.key.text,
            label: line(syntax.label),
            action: (syntax.answer == nil ? "" : "= ") + written(action),
            condition: condition.hasPrefix("when ") ? String(condition.dropFirst(5)) : ""
        )
    }

    private func text(_ parts: [BodyPartSyntax]) -> [MenuPicture.Text] {
        parts.flatMap { part -> [MenuPicture.Text] in
            switch part {
            case .lines(let lines): return [.init(when: "", lines: lines.map(line))]
            case .byWord(let syntax):
                let subject = syntax.subject.map { written($0.range) } ?? ""
                return syntax.arms.map { arm in
                    .init(when: "\(subject): \(arm.word.text)", lines: arm.lines.map(line))
                }
            }
        }
    }

    private func parameter(_ syntax: ParameterSyntax) -> String {
        let type = [syntax.type, syntax.longest].compactMap { $0?.text }.joined(separator: " ")
        return "\(syntax.name.text): \(type)"
    }

    private func line(_ syntax: TextLineSyntax) -> String {
        String(sources.text(in: syntax.range) ?? "")
    }

    private func written(_ range: SourceRange) -> String {
        WrittenText.spaced(sources.text(in: range) ?? "")
    }
}

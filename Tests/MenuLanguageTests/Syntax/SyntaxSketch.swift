// SPDX-License-Identifier: Apache-2.0
import SourceText

@testable import MenuLanguage

/// A syntax tree written in one way, whatever blanks its source had.
struct SyntaxSketch {
    /// The lines so far.
    private(set) var lines: [String] = []
    /// Names whose range does not hold their text, which must stay empty.
    private(set) var strays: [String] = []
    private let file: SourceFile

    /// A sketch of what a file says.
    init(_ file: SourceFile) {
        self.file = file
        let syntax = MenuParser.parse(file).syntax
        for header in syntax.headers { add(header) }
        for dial in syntax.dials {
            let words = dial.segments.map { segment($0) }.joined(separator: " ")
            lines.append("dial \(words) \(target(dial.target))")
        }
        for command in syntax.commands {
            let words = command.words.map { segment($0) }.joined(separator: " ")
            lines.append("sms \(words) \(target(command.target))")
        }
        for screen in syntax.screens { add(screen) }
        for flow in syntax.flows { add(flow) }
        for service in syntax.services { add(service) }
    }

    private mutating func add(_ header: HeaderSyntax) {
        lines.append("menu \(name(header.name))")
        for setting in header.settings {
            let values = setting.values.map { value in
                value.map { name($0) }.joined(separator: "+")
            }
            lines.append("  \(name(setting.name)): \(values.joined(separator: ", "))")
        }
        add("wrong", header.wrong)
        for arm in header.otherwise { add(arm) }
    }

    private mutating func add(_ screen: ScreenSyntax) {
        lines.append("screen \(name(screen.name))\(parameters(screen.parameters))")
        add(screen.body)
        if let each = screen.each {
            let text = each.line.map { self.text($0) } ?? "-"
            let items = "each \(name(each.item)) in \(each.list.map { path($0) } ?? "-")"
            lines.append("  \(items) '\(text)' \(target(each.target))")
        }
        for option in screen.options { add(option) }
        add("wrong", screen.wrong)
        if screen.end != nil { lines.append("  end") }
    }

    private mutating func add(_ flow: FlowSyntax) {
        lines.append("flow \(name(flow.name))\(parameters(flow.parameters))")
        for step in flow.steps {
            switch step {
            case .ask(let ask): add(ask)
            case .call(let call):
                let arguments = call.arguments.map { expression($0) }.joined(separator: ", ")
                let operation = "\(name(call.service)).\(name(call.operation))"
                lines.append("  call \(name(call.result)) = \(operation)(\(arguments))")
                for arm in call.arms { add(arm) }
            case .end(let end):
                lines.append("  end")
                add(end.body)
            case .go(let arrow): lines.append("  \(target(arrow))")
            }
        }
    }

    private mutating func add(_ ask: AskSyntax) {
        var line = "  ask \(name(ask.name)): \(name(ask.type))"
        if let pattern = ask.pattern { line += " /\(name(pattern))/" }
        if let least = ask.least { line += " from \(expression(least))" }
        if let most = ask.most { line += " to \(expression(most))" }
        lines.append(line)
        add(ask.prompt)
        for option in ask.options { add(option) }
        add("wrong", ask.wrong)
        add("below", ask.below)
        add("above", ask.above)
    }

    private mutating func add(_ option: OptionSyntax) {
        var line = "  \(name(option.key)) '\(text(option.label))'"
        if option.target != nil { line += " \(target(option.target))" }
        if let answer = option.answer { line += " = \(name(answer))" }
        if let condition = option.condition { line += " when \(self.condition(condition))" }
        lines.append(line)
    }

    private mutating func add(_ arm: ArmSyntax) {
        let binding = arm.binding.map { " as \(name($0))" } ?? ""
        lines.append("  on \(name(arm.outcome))\(binding) \(target(arm.target))")
        add("error", arm.error)
    }

    private mutating func add(_ service: ServiceSyntax) {
        let address = "service \(name(service.name)) at \(name(service.address))"
        lines.append(
            address + " within \(name(service.within)) retries \(name(service.retries))"
        )
        for record in service.records {
            lines.append("  record \(name(record.name)) \(fields(record.fields))")
        }
        for operation in service.operations {
            let head = "  op \(name(operation.name))(\(fields(operation.parameters)))"
            let posts = operation.posts != nil ? " posts" : operation.reads != nil ? " reads" : ""
            lines.append("\(head) \(type(operation.result))\(posts)")
            for outcome in operation.outcomes {
                lines.append("  or \(name(outcome.name)) \(type(outcome.payload))")
            }
        }
    }

    private mutating func fields(_ fields: [ServiceFieldSyntax]) -> String {
        fields.map { "\(name($0.name)) \(type($0.type))" }.joined(separator: ", ")
    }

    private mutating func type(_ type: ServiceTypeSyntax?) -> String {
        guard let type else { return "-" }
        var words = [name(type.word)] + type.words.map { name($0) }
        if let size = type.size { words.append(name(size)) }
        if let most = type.atMost { words += ["list", name(most)] }
        return words.joined(separator: " ")
    }

    private mutating func add(_ body: [BodyPartSyntax]) {
        for part in body {
            switch part {
            case .lines(let texts): add("text", texts)
            case .byWord(let choice):
                lines.append("  case \(choice.subject.map { path($0) } ?? "-")")
                for arm in choice.arms { add(name(arm.word), arm.lines) }
            }
        }
    }

    private mutating func add(_ what: String, _ texts: [TextLineSyntax]) {
        if texts.isEmpty { return }
        let quoted = texts.map { "'\(text($0))'" }
        lines.append("  \(what) \(quoted.joined(separator: " "))")
    }

    private mutating func name(_ name: NameSyntax?) -> String {
        guard let name else { return "-" }
        if file.text(in: name.range) != name.text { strays.append(name.text) }
        return name.text
    }

    private mutating func path(_ path: PathSyntax) -> String {
        let text = path.parts.map { name($0) }.joined(separator: ".")
        if file.text(in: path.range) != text { strays.append(text) }
        return text
    }

    private mutating func text(_ line: TextLineSyntax) -> String {
        line.pieces.map { piece in
            switch piece {
            case .literal(let literal, let range):
                let source = file.text(in: range)
                if source != literal, source != literal + literal { strays.append(literal) }
                return literal
            case .hole(let hole): return "<\(path(hole))>"
            case .plural(let hole, let forms, _):
                return "<\(path(hole))|\(forms.map { name($0) }.joined(separator: "|"))>"
            }
        }.joined()
    }

    private mutating func segment(_ segment: SegmentSyntax) -> String {
        switch segment {
        case .literal(let word): name(word)
        case .optional(let word): "[\(name(word))]"
        case .argument(let argument, let type, _): "{\(name(argument)): \(name(type))}"
        case .anything: "anything"
        }
    }

    private mutating func parameters(_ parameters: [ParameterSyntax]) -> String {
        if parameters.isEmpty { return "" }
        let list = parameters.map { parameter in
            let longest = parameter.longest.map { " \(name($0))" } ?? ""
            return "\(name(parameter.name)): \(name(parameter.type))\(longest)"
        }
        return "(\(list.joined(separator: ", ")))"
    }

    private mutating func target(_ target: TargetSyntax?) -> String {
        guard let target else { return "->-" }
        let arguments = target.arguments.map { expression($0) }.joined(separator: ", ")
        return "->\(name(target.name))" + (arguments.isEmpty ? "" : "(\(arguments))")
    }

    private mutating func expression(_ expression: ExpressionSyntax) -> String {
        switch expression {
        case .path(let value): path(value)
        case .string(let text, _): "'\(text)'"
        case .number(let digits): name(digits)
        case .sum(let terms):
            terms.map { term in
                (term.sign.map { name($0) } ?? "") + self.expression(term.value)
            }.joined()
        }
    }

    private mutating func condition(_ condition: ConditionSyntax) -> String {
        switch condition {
        case .compare(let left, let sign, let right):
            "\(expression(left))\(name(sign))\(expression(right))"
        case .flag(let flag): path(flag)
        case .isSet(let value): "set(\(path(value)))"
        case .not(let inner): "not(\(self.condition(inner)))"
        case .all(let parts):
            "(" + parts.map { self.condition($0) }.joined(separator: " & ") + ")"
        case .any(let parts):
            "(" + parts.map { self.condition($0) }.joined(separator: " | ") + ")"
        }
    }
}

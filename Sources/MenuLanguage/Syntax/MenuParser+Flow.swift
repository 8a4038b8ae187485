// SPDX-License-Identifier: Apache-2.0
import SourceText

extension MenuParser {
    /// Reads a flow and its steps.
    mutating func flow(_ line: MenuLine) -> FlowSyntax {
        var cursor = cursor(line)
        var flow = FlowSyntax(keyword: cursor.nextRange)
        cursor.take()
        flow.name = name(of: "the flow", &cursor)
        flow.parameters = parameters(&cursor)
        finish(&cursor)
        block(under: line, .flow) { parser, child in
            if let step = parser.step(child) { flow.steps.append(step) }
        }
        return flow
    }

    private mutating func step(_ line: MenuLine) -> StepSyntax? {
        if line.tokens.first?.text == "->" {
            var cursor = cursor(line)
            let target = arrow(&cursor, like: "-> home")
            finish(&cursor)
            return target.map { .go($0) }
        }
        switch keyword(line, in: .flow) {
        case .ask: return .ask(ask(line))
        case .call: return .call(call(line))
        case .end: return .end(end(line))
        default: return nil
        }
    }

    /// Reads `call name = service.operation(…)` and its arms.
    private mutating func call(_ line: MenuLine) -> CallSyntax {
        var cursor = cursor(line)
        var call = CallSyntax(keyword: cursor.nextRange, range: cursor.lineRange)
        cursor.take()
        if cursor.peek(1)?.text == "=" {
            call.result = name(of: "the result", &cursor)
            cursor.take()
        }
        call.service = name(of: "the service", &cursor)
        if !cursor.failed, expect(".", &cursor, like: "call quote = money.quote(amount)") {
            call.operation = name(of: "the operation", &cursor)
        }
        call.arguments = cursor.failed ? [] : arguments(&cursor)
        finish(&cursor)
        block(under: line, .call) { parser, child in
            if let arm = parser.arm(child, in: .call) { call.arms.append(arm) }
        }
        return call
    }

    /// Reads `outcome as name -> target | error line`.
    mutating func arm(_ line: MenuLine, in place: MenuPlace) -> ArmSyntax? {
        var cursor = cursor(line)
        guard let outcome = cursor.take(.word) else {
            reject(line, in: place)
            return nil
        }
        var binding: NameSyntax?
        if cursor.take("as") != nil { binding = name(of: "the value", &cursor) }
        let target = arrow(&cursor, like: "\(outcome.text) -> home")
        let range = cursor.range(from: outcome)
        let error = texts(line, &cursor)
        return ArmSyntax(
            outcome: cursor.name(outcome),
            binding: binding,
            target: target,
            error: error,
            range: range
        )
    }

    /// Reads `end` and its text.
    private mutating func end(_ line: MenuLine) -> EndSyntax {
        var cursor = cursor(line)
        var end = EndSyntax(keyword: cursor.nextRange, body: [])
        cursor.take()
        finish(&cursor)
        block(under: line, .end) { parser, child in
            if child.tokens.first?.kind == .bar {
                parser.bodyText(child, &end.body)
            } else if parser.keyword(child, in: .end) == .case {
                end.body.append(.byWord(parser.caseOf(child)))
            }
        }
        if end.body.isEmpty, !cursor.failed {
            report(.text(.missingText("`end`")), at: end.keyword)
        }
        return end
    }
}

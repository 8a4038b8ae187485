// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM

/// What an author calls the values of a program: slots by name, fields by their contracts.
struct ValueNames {
    private let program: MenuProgram
    private let records: [String: RecordType]
    private var types: [SlotIndex: ValueType] = [:]

    init(_ program: MenuProgram, contracts: [ServiceContract]) {
        self.program = program
        records = Dictionary(
            contracts.flatMap(\.records).map { ($0.name, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        var operations: [String: OperationContract] = [:]
        for contract in contracts {
            for operation in contract.operations {
                operations["\(contract.name).\(operation.name)"] = operation
            }
        }
        for case .call(let call) in program.states.map(\.kind) {
            let name = program.operations[call.operation].fullName
            guard let operation = operations[name] else { continue }
            if let slot = call.result { types[slot] = operation.result }
            for arm in call.arms {
                let payload = operation.outcomes.first { $0.name == arm.outcome }?.payload
                if let slot = arm.binding { types[slot] = payload }
            }
        }
        // What is handed over may itself have been handed over, so the types spread step by step.
        for _ in program.slotNames where spread() {}
    }

    /// The name of a value, as `me.level`; a field that no contract names is `…`.
    func name(_ reference: Reference) -> String {
        let slot = Int(reference.slot)
        let whole = program.slotNames.indices.contains(slot) ? program.slotNames[slot] : "…"
        // A slot is named with its flow, as `send.amount`; within the flow its author writes less.
        var name = String(whole.split(separator: ".").last ?? "…")
        var type = types[reference.slot]
        for index in reference.path {
            let field = field(index, of: type)
            name += "." + (field?.name ?? "…")
            type = field?.type
        }
        return name
    }

    /// A value as it is written in a menu.
    func text(_ operand: Operand) -> String {
        switch operand {
        case .reference(let reference): name(reference)
        case .constant(.text(let text)): "\"\(text)\""
        case .constant(let value):
            value.text(format: program.amountFormat, country: program.country) ?? "…"
        case .sum(let sum): text(sum)
        }
    }

    /// A sum as it could be written: what is added, then the constant, then what is taken away.
    private func text(_ sum: Sum) -> String {
        func constant(_ value: Int64) -> String {
            self.text(.constant(sum.isMoney ? .amount(value) : .number(value)))
        }
        var text = sum.terms.filter { !$0.isTaken }.map { name($0.reference) }
            .joined(separator: " + ")
        if sum.constant > 0 || text.isEmpty {
            text += (text.isEmpty ? "" : " + ") + constant(sum.constant)
        }
        for term in sum.terms where term.isTaken { text += " - " + name(term.reference) }
        if sum.constant < 0, sum.terms.contains(where: { !$0.isTaken }), sum.constant > .min {
            text += " - " + constant(-sum.constant)
        }
        return text
    }

    /// A condition as it is written in a menu.
    func text(_ condition: Condition) -> String {
        switch condition {
        case .compare(let left, let sign, let right):
            "\(text(left)) \(sign.rawValue) \(text(right))"
        case .flag(let reference): name(reference)
        case .isSet(let reference): "\(name(reference)) is set"
        case .not(let inner): "not \(grouped(inner))"
        case .all(let parts): parts.map(grouped).joined(separator: " and ")
        case .any(let parts): parts.map(grouped).joined(separator: " or ")
        }
    }

    /// A text with its holes as they are written.
    func text(_ template: Template) -> String {
        template.pieces.map { piece in
            switch piece {
            case .literal(let literal): literal.text
            case .hole(let reference): "{\(name(reference))}"
            }
        }.joined()
    }

    /// The first line of a text with its holes as they are written; may be empty.
    func firstLine(_ body: Body) -> String {
        let template: Template? =
            switch body.parts.first {
            case .lines(let template): template
            case .byWord(_, let arms): arms.first?.lines
            case .byNumber(_, _, let forms): forms.last
            case nil: nil
            }
        return String((template.map { self.text($0) } ?? "").split(separator: "\n").first ?? "")
    }

    private func grouped(_ condition: Condition) -> String {
        switch condition {
        case .all, .any: "(\(text(condition)))"
        case .compare, .flag, .isSet, .not: text(condition)
        }
    }

    private func field(_ index: Int, of type: ValueType?) -> Field? {
        guard case .record(let record)? = type, let fields = records[record]?.fields,
            fields.indices.contains(index)
        else { return nil }
        return fields[index]
    }

    private func type(_ reference: Reference) -> ValueType? {
        reference.path.reduce(types[reference.slot]) { type, index in
            field(index, of: type)?.type
        }
    }

    /// Gives slots the types of what is put into them; whether one was new.
    private mutating func spread() -> Bool {
        let before = types.count
        for state in program.states {
            for jump in state.jumps {
                for assignment in jump.assignments {
                    guard case .reference(let source) = assignment.operand else { continue }
                    types[assignment.slot] = types[assignment.slot] ?? type(source)
                }
            }
            guard case .screen(let screen) = state.kind, let each = screen.each,
                case .list(let record, _)? = type(each.list)
            else { continue }
            types[each.item] = .record(record)
        }
        return types.count > before
    }
}

extension ServiceOperation {
    /// The operation as a menu calls it, such as `money.send`.
    var fullName: String { "\(service.prefix { $0 != "@" }).\(name)" }
}

extension State {
    /// Every arrow that is written at the state.
    fileprivate var jumps: [Jump] {
        func jumps(_ choices: [Choice]) -> [Jump] {
            choices.compactMap { if case .go(let jump) = $0.action { jump } else { nil } }
        }
        switch kind {
        case .screen(let screen):
            return jumps(screen.choices) + [screen.each?.target].compactMap(\.self)
        case .ask(let ask): return jumps(ask.choices)
        case .call(let call): return call.arms.map(\.jump)
        case .end: return []
        case .jump(let jump): return [jump]
        }
    }
}

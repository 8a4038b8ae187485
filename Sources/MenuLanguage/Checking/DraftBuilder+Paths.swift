// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText

extension DraftBuilder {
    /// Follows a path from a name through records, nil after reporting why it leads nowhere.
    mutating func resolve(_ path: PathSyntax, in scope: Scope) -> DraftReference? {
        guard let first = path.parts.first else { return nil }
        guard let variable = variable(first, in: scope), var type = variable.type else {
            return nil
        }
        var positions: [Int] = []
        for part in path.parts.dropFirst() {
            guard case .record(let name) = type, let record = draft.settings.record(name) else {
                findings.report(
                    TypeFinding.notARecord(
                        path: written(path, before: part),
                        type: type.described,
                        field: part.text
                    ),
                    at: part.range
                )
                return nil
            }
            guard let position = record.fields.firstIndex(where: { $0.name == part.text }) else {
                let fields = record.fields.map(\.name)
                findings.report(
                    NameFinding.unknownField(record: name, name: part.text, known: fields),
                    at: part.range,
                    label: "not found",
                    fix: DidYouMean.fix(part, among: fields)
                )
                return nil
            }
            positions.append(position)
            type = record.fields[position].type
        }
        return DraftReference(
            reference: Reference(slot: variable.slot, path: positions),
            type: type,
            name: path.parts.map(\.text).joined(separator: "."),
            range: path.range
        )
    }

    private func written(_ path: PathSyntax, before part: NameSyntax) -> String {
        path.parts.prefix { $0.range.lower < part.range.lower }.map(\.text).joined(separator: ".")
    }

    private mutating func variable(_ name: NameSyntax, in scope: Scope) -> Variable? {
        if let variable = scope.names[name.text] { return variable }
        if name.text == "me" {
            guard let me = draft.settings.me else {
                if !draft.settings.setsMe { findings.report(NameFinding.noMe, at: name.range) }
                return nil
            }
            mentionsMe = true
            return Variable(slot: Self.meSlot, type: me.operation.result)
        }
        let known = Array(scope.names.keys) + (draft.settings.me == nil ? [] : ["me"])
        findings.report(
            NameFinding.unknownName(name: name.text, known: known.sorted()),
            at: name.range,
            label: "not found",
            fix: DidYouMean.fix(name, among: known)
        )
        return nil
    }

    /// Resolves the arguments of a call or an arrow against what is expected.
    ///
    /// - Returns: nil after reporting, unless all arguments are understood.
    mutating func arguments(
        _ arguments: [ExpressionSyntax],
        of name: String,
        expecting fields: [(name: String, type: ValueType?)],
        at range: SourceRange,
        in scope: Scope
    ) -> [DraftOperand]? {
        guard arguments.count == fields.count else {
            findings.report(
                TypeFinding.argumentCount(
                    name: name,
                    given: arguments.count,
                    expected: fields.map(\.name)
                ),
                at: range
            )
            return nil
        }
        var operands: [DraftOperand] = []
        for (argument, field) in zip(arguments, fields) {
            if let operand = operand(argument, expecting: field.type, for: field.name, in: scope) {
                operands.append(operand)
            }
        }
        return operands.count == fields.count ? operands : nil
    }

    /// Resolves a value that must be of a type; an unknown type takes whatever can be resolved.
    mutating func operand(
        _ expression: ExpressionSyntax,
        expecting type: ValueType?,
        for parameter: String,
        in scope: Scope
    ) -> DraftOperand? {
        if case .path(let path) = expression {
            guard let reference = resolve(path, in: scope) else { return nil }
            guard let type else { return nil }
            if type.accepts(reference.type) { return .reference(reference) }
            mismatch(reference, type, parameter)
            return nil
        }
        if case .sum(let terms) = expression {
            return sum(terms, expecting: type, for: parameter, in: scope)
        }
        guard let type else { return nil }
        guard let value = constant(expression, type) else {
            let words: [String]? = if case .choice(let words) = type { words } else { nil }
            if let words, case .string(let text, let range) = expression {
                let near = DidYouMean.closest(to: text, among: words)
                findings.report(
                    TypeFinding.unknownWord(word: text, of: parameter, known: words),
                    at: range,
                    fix: near.map { .init(range: range, replacement: "\"\($0)\"") }
                )
            } else {
                findings.report(
                    TypeFinding.argumentType(
                        parameter: parameter,
                        expected: type.described,
                        given: expression.described
                    ),
                    at: expression.range
                )
            }
            return nil
        }
        return .constant(value)
    }

    private mutating func mismatch(
        _ reference: DraftReference,
        _ type: ValueType,
        _ parameter: String
    ) {
        if reference.type == .secret {
            findings.report(
                SafetyFinding.secretPassed(name: reference.name, parameter: parameter),
                at: reference.range
            )
        } else if type.isOfSameKind(as: reference.type) {
            findings.report(
                TypeFinding.argumentTooLong(
                    name: reference.name,
                    type: reference.type.described,
                    parameter: parameter,
                    expected: type.described
                ),
                at: reference.range
            )
        } else {
            findings.report(
                TypeFinding.argumentType(
                    parameter: parameter,
                    expected: type.described,
                    given: reference.type.described
                ),
                at: reference.range
            )
        }
    }

    /// The value of a constant as a type, nil when it is none of that type.
    func constant(_ expression: ExpressionSyntax, _ type: ValueType) -> Value? {
        switch (expression, type) {
        case (.string(let text, _), .text(let longest)):
            text.unicodeScalars.count <= longest ? .text(text) : nil
        case (.string(let text, _), .choice(let words)):
            words.contains(text) ? .text(text) : nil
        case (.number(let number), .amount):
            draft.settings.amountFormat.minorUnits(typed: number.text).map { .amount($0) }
        case (.number(let number), .number(let digits)):
            number.text.utf8.count <= digits ? Int64(number.text).map { .number($0) } : nil
        default: nil
        }
    }
}

extension ValueType {
    /// Whether every value of another type is one of this type, its longest rendering included.
    func accepts(_ other: ValueType) -> Bool {
        switch (self, other) {
        case (.text(let longest), .text(let given)): given <= longest
        case (.text(let longest), .choice(let words)):
            words.allSatisfy { $0.unicodeScalars.count <= longest }
        case (.number(let digits), .number(let given)): given <= digits
        case (.choice(let words), .choice(let given)): Set(given).isSubset(of: words)
        case (.list(let record, let atMost), .list(let given, let count)):
            record == given && count <= atMost
        default: self == other
        }
    }

    /// Whether only the length makes another type unfit.
    func isOfSameKind(as other: ValueType) -> Bool {
        switch (self, other) {
        case (.text, .text), (.number, .number), (.text, .choice): true
        default: false
        }
    }
}

extension ExpressionSyntax {
    /// Where the value is written.
    var range: SourceRange {
        switch self {
        case .path(let path): path.range
        case .string(_, let range): range
        case .number(let name): name.range
        case .sum(let terms):
            terms.dropFirst().reduce(terms.first?.value.range) { $0?.union($1.value.range) }
                ?? SourceRange(file: "", lower: 0, upper: 0)
        }
    }

    /// The value as it is written.
    var written: String {
        switch self {
        case .path(let path): path.parts.map(\.text).joined(separator: ".")
        case .string(let text, _): "\"\(text)\""
        case .number(let name): name.text
        case .sum(let terms): terms.written
        }
    }

    /// What a constant is called in a sentence.
    var described: String {
        switch self {
        case .path(let path): path.parts.map(\.text).joined(separator: ".")
        case .string(let text, _): "the text \"\(text)\""
        case .number(let name): "the number \(name.text)"
        case .sum(let terms): "the sum \(terms.written)"
        }
    }
}

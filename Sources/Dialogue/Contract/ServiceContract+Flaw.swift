// SPDX-License-Identifier: Apache-2.0

extension ServiceContract {
    /// What is wrong with a result, in words that repeat nothing of it; nil when the contract of
    /// the operation is kept.
    ///
    /// Looked at are the name of the outcome, the shape of its value, the length of texts and
    /// numbers, and the bounds of amounts.
    public func flaw(in result: ServiceResult, of operation: String) -> String? {
        guard let operation = operations.first(where: { $0.name == operation }) else {
            return result == .unavailable ? nil : "there is no such operation"
        }
        switch result.outcome {
        case Outcome.ok: return flaw(in: result.value, operation.result, "the result")
        case Outcome.unavailable, Outcome.unsure: return nil
        default:
            guard let outcome = operation.outcomes.first(where: { $0.name == result.outcome })
            else { return "the outcome is none of the contract" }
            return flaw(in: result.value, outcome.payload, outcome.name)
        }
    }

    /// The place is only named where there is something wrong with it.
    private func flaw(
        in value: Value,
        _ type: ValueType?,
        _ place: @autoclosure () -> String
    ) -> String? {
        switch (type, value) {
        case (nil, .absent), (.msisdn, .msisdn), (.flag, .flag), (.secret, .secret): return nil
        case (.text(let longest), .text(let text)):
            // No text has more characters than octets, and these are known.
            let isShort = text.utf8.count <= longest || text.count <= longest
            return isShort ? nil : "\(place()) is too long"
        case (.number(let digits), .number(let number)):
            return String(number).utf8.count <= digits ? nil : "\(place()) has too many digits"
        case (.amount, .amount(let units)):
            return 0...amountFormat.greatest ~= units ? nil : "\(place()) is out of range"
        case (.calendar(let form), .calendar(let time)):
            return time.form == form ? nil : "\(place()) is no time of its form"
        case (.choice(let words), .text(let word)):
            return words.contains(word) ? nil : "\(place()) is none of its words"
        case (.record(let name), .record(let fields)): return flaw(in: fields, name, place())
        case (.list(let name, let most), .list(let items)):
            guard items.count <= most else { return "\(place()) has too many items" }
            for item in items {
                if let flaw = flaw(in: item, .record(name), place()) { return flaw }
            }
            return nil
        default: return "\(place()) has another type"
        }
    }

    private func flaw(
        in fields: [Value],
        _ name: String,
        _ place: @autoclosure () -> String
    ) -> String? {
        guard let record = records.first(where: { $0.name == name }),
            record.fields.count == fields.count
        else { return "\(place()) has other fields" }
        for (field, value) in zip(record.fields, fields) {
            if let flaw = flaw(in: value, field.type, "\(place()).\(field.name)") { return flaw }
        }
        return nil
    }
}

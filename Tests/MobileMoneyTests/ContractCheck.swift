// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM

@testable import MobileMoney

/// Holds results against a contract: outcomes, types, and the longest texts that it promises.
struct ContractCheck {
    let contract: ServiceContract

    init(_ contract: ServiceContract) { self.contract = contract }

    /// What is wrong with a result; empty when the contract is kept.
    func faults(in result: ServiceResult, of operation: String) -> [String] {
        guard let operation = contract.operations.first(where: { $0.name == operation }) else {
            return result == .unavailable ? [] : ["unknown operations must be unavailable"]
        }
        switch result.outcome {
        case Outcome.ok:
            return faults(in: result.value, type: operation.result, at: "ok")
        case Outcome.unavailable, Outcome.unsure:
            return result.value == .absent ? [] : ["\(result.outcome) carries something"]
        default:
            guard let outcome = operation.outcomes.first(where: { $0.name == result.outcome })
            else { return ["outcome \(result.outcome) is not promised"] }
            return faults(in: result.value, type: outcome.payload, at: outcome.name)
        }
    }

    private func faults(in value: Value, type: ValueType?, at path: String) -> [String] {
        switch (type, value) {
        case (nil, .absent): []
        case (.text(let longest), .text(let text)): faults(in: text, longest, at: path)
        case (.number(let digits), .number(let number)):
            String(number).count <= digits ? [] : ["\(path): \(number) is too long"]
        case (.amount, .amount(let units)):
            (0...contract.amountFormat.greatest).contains(units)
                ? [] : ["\(path): \(units) is out of range"]
        case (.msisdn, .msisdn), (.flag, .flag): []
        case (.calendar(let form), .calendar(let time)):
            time.form == form ? [] : ["\(path): \(time) is no \(form)"]
        case (.choice(let words), .text(let word)):
            words.contains(word) ? [] : ["\(path): \(word) is not a choice"]
        case (.record(let name), .record(let fields)): faults(in: fields, of: name, at: path)
        case (.list(let name, let most), .list(let items)):
            (items.count <= most ? [] : ["\(path): \(items.count) items"])
                + items.flatMap { faults(in: $0, type: .record(name), at: path + "[]") }
        default: ["\(path): \(value) is not \(type.map { "\($0)" } ?? "absent")"]
        }
    }

    private func faults(in text: String, _ longest: Int, at path: String) -> [String] {
        let size = TextSize.measure(text)
        let isBasic = size.alphabet == .gsm7 && size.units == text.unicodeScalars.count
        return (text.count <= longest ? [] : ["\(path): \"\(text)\" is longer than \(longest)"])
            + (isBasic ? [] : ["\(path): \"\(text)\" is not of the basic set"])
    }

    private func faults(in fields: [Value], of name: String, at path: String) -> [String] {
        guard let record = contract.records.first(where: { $0.name == name }) else {
            return ["\(path): no record \(name)"]
        }
        guard record.fields.count == fields.count else {
            return ["\(path): \(fields.count) of \(record.fields.count) fields"]
        }
        return zip(record.fields, fields).flatMap {
            faults(in: $1, type: $0.type, at: "\(path).\($0.name)")
        }
    }
}

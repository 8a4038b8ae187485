// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM

/// Writes the values of a call as JSON.
struct ValueWriter {
    let contract: ServiceContract

    /// A value of a type, nil when it is none of that type.
    func json(_ value: Value, _ type: ValueType) -> JSONValue? {
        switch (value, type) {
        case (.absent, _): .null
        case (.text(let text), .text), (.text(let text), .choice): .text(text)
        case (.number(let number), .number): .whole(number)
        case (.amount(let units), .amount): .text(decimal(units))
        case (.msisdn(let msisdn), .msisdn): .text(msisdn.e164)
        case (.calendar(let time), .calendar(let form)) where time.form == form: .text(time.iso)
        case (.flag(let flag), .flag): .flag(flag)
        case (.secret(let secret), .secret): .text(secret.exposedToItsChecker { $0 })
        case (.record(let values), .record(let name)): record(values, name)
        case (.list(let items), .list(let name, _)): list(items, .record(name))
        default: nil
        }
    }

    /// An amount without its currency: `-1250.00`.
    func decimal(_ minorUnits: Int64) -> String {
        let digits = contract.amountFormat.minorDigits
        var text = String(minorUnits.magnitude)
        let sign = minorUnits < 0 ? "-" : ""
        guard digits > 0 else { return sign + text }
        text = String(repeating: "0", count: max(0, digits + 1 - text.utf8.count)) + text
        return sign + text.dropLast(digits) + "." + text.suffix(digits)
    }

    private func list(_ items: [Value], _ type: ValueType) -> JSONValue? {
        let written = items.compactMap { json($0, type) }
        return written.count == items.count ? .list(written) : nil
    }

    private func record(_ values: [Value], _ name: String) -> JSONValue? {
        guard let fields = contract.records.first(where: { $0.name == name })?.fields,
            fields.count == values.count
        else { return nil }
        var object: [String: JSONValue] = [:]
        for (field, value) in zip(fields, values) {
            guard let written = json(value, field.type) else { return nil }
            object[field.name] = written
        }
        return .object(object)
    }
}

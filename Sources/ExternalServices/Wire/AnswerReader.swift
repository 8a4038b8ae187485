// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM

/// Why an answer is none of the contract, in words that repeat nothing a service sent.
struct BadAnswer: Error, Hashable, Sendable, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

/// Reads answers against what an operation promises: nothing that is too long gets to a screen.
struct AnswerReader {
    let contract: ServiceContract
    let operation: OperationContract

    /// Reads the body of an answer.
    func result(of octets: [UInt8]) throws(BadAnswer) -> ServiceResult {
        guard let json = JSONValue(octets: octets) else { throw BadAnswer("it is not JSON") }
        return try result(of: json)
    }

    /// Reads an answer.
    func result(of json: JSONValue) throws(BadAnswer) -> ServiceResult {
        guard case .object(let answer) = json else { throw BadAnswer("it is not an object") }
        guard case .text(let outcome) = answer["outcome"] else {
            throw BadAnswer("`outcome` is missing or no text")
        }
        switch outcome {
        case Outcome.ok:
            guard let type = operation.result else { return .ok() }
            return .ok(try value(answer["result"], type, "result"))
        case Outcome.unavailable: return .unavailable
        case Outcome.unsure where operation.posts: return .unsure
        default:
            guard let known = operation.outcomes.first(where: { $0.name == outcome }) else {
                throw BadAnswer("its outcome is none of `\(operation.name)`")
            }
            guard let type = known.payload else { return ServiceResult(known.name) }
            return ServiceResult(known.name, try value(answer["payload"], type, "payload"))
        }
    }

    private func value(
        _ json: JSONValue?,
        _ type: ValueType,
        _ place: String
    ) throws(BadAnswer) -> Value {
        guard let json, json != .null else { throw BadAnswer("`\(place)` is missing") }
        switch (type, json) {
        case (.text(let longest), .text(let text)):
            try check(text, longest, place)
            return .text(text)
        case (.number(let digits), .whole(let number)):
            guard String(number).utf8.count <= digits else {
                throw BadAnswer("`\(place)` has more than \(digits) digits")
            }
            return .number(number)
        case (.amount, .text(let text)): return .amount(try amount(text, place))
        case (.msisdn, .text(let text)):
            guard let msisdn = MSISDN(e164: text) else {
                throw BadAnswer("`\(place)` is no phone number with its country code")
            }
            return .msisdn(msisdn)
        case (.calendar(let form), .text(let text)):
            guard let time = CalendarTime(iso: text, form) else {
                throw BadAnswer("`\(place)` is not written as \"\(form.example)\"")
            }
            return .calendar(time)
        case (.flag, .flag(let flag)): return .flag(flag)
        case (.choice(let words), .text(let word)):
            guard words.contains(word) else {
                throw BadAnswer("`\(place)` is none of its words")
            }
            return .text(word)
        case (.record(let name), .object(let fields)): return try record(fields, name, place)
        case (.list(let name, let atMost), .list(let items)):
            guard items.count <= atMost else {
                throw BadAnswer("`\(place)` has more than \(atMost) items")
            }
            var values: [Value] = []
            for (index, item) in items.enumerated() {
                values.append(try value(item, .record(name), "\(place)[\(index)]"))
            }
            return .list(values)
        default: throw BadAnswer("`\(place)` is \(json.kind) and not \(type.wireName)")
        }
    }

    private func record(
        _ fields: [String: JSONValue],
        _ name: String,
        _ place: String
    ) throws(BadAnswer) -> Value {
        let wanted = contract.records.first { $0.name == name }?.fields ?? []
        var values: [Value] = []
        for field in wanted {
            values.append(try value(fields[field.name], field.type, "\(place).\(field.name)"))
        }
        return .record(values)
    }

    /// A text takes at most as many septets as it may have characters, and is one line.
    private func check(_ text: String, _ longest: Int, _ place: String) throws(BadAnswer) {
        let isOneLine = text.unicodeScalars.allSatisfy {
            $0.value >= 0x20 && $0.properties.generalCategory != .control
        }
        guard isOneLine else { throw BadAnswer("`\(place)` has a line end or control character") }
        let size = TextSize.measure(text)
        guard size.alphabet == .gsm7 else {
            throw BadAnswer("`\(place)` has a character that the GSM alphabet lacks")
        }
        guard size.units <= longest else {
            throw BadAnswer("`\(place)` takes \(size.units) septets and may take \(longest)")
        }
    }

    private func amount(_ text: String, _ place: String) throws(BadAnswer) -> Int64 {
        let format = contract.amountFormat
        let isNegative = text.hasPrefix("-")
        let digits = isNegative ? text.dropFirst() : text[...]
        let isPlain = digits.utf8.allSatisfy {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".")
        }
        guard isPlain, let units = format.minorUnits(typed: String(digits)) else {
            throw BadAnswer("`\(place)` is no amount such as \"12.50\"")
        }
        let amount = isNegative ? -units : units
        guard format.text(minorUnits: amount).utf8.count <= format.longestSeptets else {
            throw BadAnswer("`\(place)` is a greater amount than can be shown")
        }
        return amount
    }
}

extension ValueType {
    /// What a value of the type is on the wire.
    fileprivate var wireName: String {
        switch self {
        case .text, .choice: "a text"
        case .number: "a whole number"
        case .amount: "an amount as a text such as \"12.50\""
        case .msisdn: "a phone number as a text"
        case .calendar(let form): "a text such as \"\(form.example)\""
        case .flag: "true or false"
        case .secret: "anything that is answered"
        case .record: "an object"
        case .list: "a list"
        }
    }
}

extension CalendarTime.Form {
    /// A value as it is on the wire.
    fileprivate var example: String {
        switch self {
        case .date: "2026-11-20"
        case .time: "09:00"
        case .moment: "2026-11-20T09:00"
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText

extension DraftBuilder {
    /// The digits of a number whose bounds do not say more: those of 64 bits, with a sign.
    static let numberDigitsMax = 20
    /// The digits of a parameter `number` that says nothing else.
    static let parameterDigits = 9
    /// The most characters a text may have; no screen holds more.
    static let textCharactersMax = 182

    /// The types of parameters that are no record.
    static let parameterTypes =
        ["msisdn", "money", "number", "text", "flag"] + CalendarTime.Form.allCases.map(\.rawValue)

    /// The type that a parameter is written with, nil after reporting that there is none.
    mutating func parameterType(
        _ type: NameSyntax,
        longest: NameSyntax?,
        atMost: NameSyntax? = nil
    ) -> ValueType? {
        if let atMost, draft.settings.record(type.text) != nil {
            return .list(of: type.text, atMost: Int(atMost.text) ?? 0)
        }
        let size = longest.flatMap { Int($0.text) }
        switch type.text {
        case "msisdn": return .msisdn
        case "money": return .amount
        case "flag": return .flag
        case "date", "time", "moment":
            return CalendarTime.Form(rawValue: type.text).map { .calendar($0) }
        case "number":
            return .number(digits: min(max(size ?? Self.parameterDigits, 1), Self.numberDigitsMax))
        case "text":
            guard let size, 1...Self.textCharactersMax ~= size else {
                findings.report(BoundFinding.noLength, at: type.range)
                return nil
            }
            return .text(longest: size)
        default:
            if draft.settings.record(type.text) != nil { return .record(type.text) }
            if draft.settings.servicesAreKnown {
                let records = draft.settings.services.flatMap { $0.records.map(\.name) }
                let known = Self.parameterTypes + records.sorted()
                findings.report(
                    NameFinding.unknownType(name: type.text, known: known),
                    at: type.range,
                    fix: DidYouMean.fix(type, among: known)
                )
            }
            return nil
        }
    }

    /// The type of a question's answer, nil when it cannot be told yet.
    mutating func answerType(_ ask: AskSyntax, _ index: Int) -> ValueType? {
        switch ask.type?.text {
        case "msisdn": return .msisdn
        case "money": return .amount
        case "number": return .number(digits: digits(ask, index))
        case "text": return integer(ask.most).map { .text(longest: $0) }
        case "secret": return .secret
        case "choice":
            var words: [String] = []
            for option in ask.options {
                if let word = option.answer?.text, !words.contains(word) { words.append(word) }
            }
            return .choice(words)
        case "pattern": return .text(longest: patternLongest(ask))
        default: return nil
        }
    }

    /// The longest text that a pattern may match.
    func patternLongest(_ ask: AskSyntax) -> Int {
        min(max(integer(ask.most) ?? integer(ask.least) ?? 20, 1), Self.textCharactersMax)
    }

    /// The digits of a number between bounds.
    private func digits(_ ask: AskSyntax, _ index: Int) -> Int {
        guard let least = ask.least.flatMap({ digits($0, index) }),
            let most = ask.most.flatMap({ digits($0, index) })
        else { return Self.numberDigitsMax }
        return max(least, most)
    }

    private func digits(_ bound: ExpressionSyntax, _ index: Int) -> Int? {
        switch bound {
        case .number(let name): return name.text.utf8.count
        case .string: return nil
        case .sum(let terms): return terms.integer.map { String($0).utf8.count }
        case .path(let path):
            guard let first = path.parts.first else { return nil }
            var type =
                first.text == "me"
                ? draft.settings.me?.operation.result
                : draft.definitions[index].names[first.text]?.type
            for part in path.parts.dropFirst() {
                guard case .record(let record) = type else { return nil }
                type = draft.settings.record(record)?.fields.first { $0.name == part.text }?.type
            }
            if case .number(let digits) = type { return digits }
            return nil
        }
    }

    /// A whole number written as a bound.
    func integer(_ expression: ExpressionSyntax?) -> Int? {
        switch expression {
        case .number(let name): Int(name.text)
        case .sum(let terms): terms.integer.flatMap { Int(exactly: $0) }
        case .path, .string, nil: nil
        }
    }

    /// The list that a path leads to, without reporting what is wrong with it.
    func listType(_ path: PathSyntax, in names: [String: Variable])
        -> (record: String, atMost: Int)?
    {
        guard let first = path.parts.first else { return nil }
        var type =
            first.text == "me" ? draft.settings.me?.operation.result : names[first.text]?.type
        for part in path.parts.dropFirst() {
            guard case .record(let record) = type else { return nil }
            type = draft.settings.record(record)?.fields.first { $0.name == part.text }?.type
        }
        if case .list(let record, let atMost) = type { return (record, atMost) }
        return nil
    }
}

extension ValueType {
    /// What the type is called in a sentence.
    var described: String {
        switch self {
        case .text(let longest): "text of at most \(longest) character\(longest == 1 ? "" : "s")"
        case .number(let digits): "a number of at most \(digits) digit\(digits == 1 ? "" : "s")"
        case .amount: "money"
        case .msisdn: "a phone number"
        case .calendar(.date): "a date"
        case .calendar(.time): "a time of day"
        case .calendar(.moment): "a day and a time"
        case .flag: "yes or no"
        case .choice(let words): "one of the words \(words.joined(separator: ", "))"
        case .secret: "a secret"
        case .record(let name): "a record `\(name)`"
        case .list(let name, _): "a list of `\(name)`"
        }
    }
}

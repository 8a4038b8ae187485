// SPDX-License-Identifier: Apache-2.0
import SourceText

/// What can be wrong with a tariff.
enum TariffFinding: Hashable, Sendable {
    case notYAML(String)
    case tooLarge(most: Int)
    case twice(String)
    case unknownKey(String, known: [String], meant: String?)
    case missingKey(String, of: String)
    case shape(String, expected: String)
    case amount(String, typed: String, currency: String, decimals: Int)
    case percentage(String, typed: String)
    case percentTooMuch(String)
    case number(String, typed: String, bounds: ClosedRange<Int>)
    case word(String, typed: String, known: [String], meant: String?)
    case country(String, meant: String?)
    case currency(String, meant: String?)
    case currencyOfCountry(String, expected: String)
    case sender(String)
    case bounds(lower: String, upper: String)
    /// A number that must be less than another is equal to it or more.
    case notLess(lower: String, upper: String)
    case greatest(String, key: String, greatest: String)
    case levelOrder(found: Int, expected: Int)
    case gap(from: String, expected: String)
    case overlap(from: String, expected: String)
    case backwards(from: String, to: String)
    case bandsEnd(at: String, most: String)
    case stepOrder(String, before: String)
    case unreachableBand(from: String, reach: String)
    case unreachableLimit(String, by: String)
    case feeAboveAmount(fee: String, amount: String)
    case without(String, needs: String)
}

extension TariffFinding: DiagnosticKind {
    var id: String {
        let name =
            switch self {
            case .notYAML: "not-yaml"
            case .tooLarge: "too-large"
            case .twice: "key-twice"
            case .unknownKey: "unknown-key"
            case .missingKey: "missing-key"
            case .shape: "shape"
            case .amount: "amount"
            case .percentage: "percentage"
            case .percentTooMuch: "percent-too-much"
            case .number: "number"
            case .word: "unknown-word"
            case .country: "country"
            case .currency: "currency"
            case .currencyOfCountry: "other-currency"
            case .sender: "sender"
            case .bounds: "bounds"
            case .notLess: "not-less"
            case .greatest: "above-greatest"
            case .levelOrder: "level-order"
            case .gap: "gap"
            case .overlap: "overlap"
            case .backwards: "band-backwards"
            case .bandsEnd: "bands-end"
            case .stepOrder: "step-order"
            case .unreachableBand: "unreachable-band"
            case .unreachableLimit: "unreachable-limit"
            case .feeAboveAmount: "fee-above-amount"
            case .without: "no-effect"
            }
        return "tariff." + name
    }

    var severity: Severity {
        switch self {
        case .currencyOfCountry, .unreachableBand, .unreachableLimit, .feeAboveAmount, .without:
            .warning
        default: .error
        }
    }

    var message: String {
        switch self {
        case .notYAML(let why): "This is no YAML: \(why)."
        case .tooLarge(let most): "The file has more than \(most) octets."
        case .twice(let key): "`\(key)` stands here twice."
        case .unknownKey(let key, _, _): "`\(key)` is not known here."
        case .missingKey(let key, let owner): "`\(key)` is missing in \(owner)."
        case .shape(let key, let expected): "`\(key)` should be \(expected)."
        case .amount(let key, let typed, _, _): "`\(key): \(typed)` is not an amount."
        case .percentage(let key, let typed): "`\(key): \(typed)` is not a percentage."
        case .percentTooMuch(let typed): "\(typed) is more than the whole."
        case .number(let key, let typed, let bounds):
            "`\(key): \(typed)` is not a whole number from \(bounds.lowerBound) to "
                + "\(bounds.upperBound)."
        case .word(let key, let typed, _, _): "`\(key)` cannot be `\(typed)`."
        case .country(let code, _): "The country `\(code)` is not known."
        case .currency(let code, _): "The currency `\(code)` is not known."
        case .currencyOfCountry(let code, let expected):
            "\(code) is not the country's currency, which is \(expected)."
        case .sender(let name): "`\(name)` cannot be the sender of a message."
        case .bounds(let lower, let upper): "\(lower) is above \(upper)."
        case .notLess(let lower, let upper): "\(lower) is not less than \(upper)."
        case .greatest(let amount, let key, let greatest):
            "`\(key): \(amount)` is above the greatest amount of all, \(greatest)."
        case .levelOrder(let found, let expected):
            "Level \(found) stands where level \(expected) should."
        case .gap(let from, let expected):
            "Nobody knows what \(expected) costs: this band begins at \(from)."
        case .overlap(let from, let expected):
            "This band begins at \(from), but the one before it holds below \(expected)."
        case .backwards(let from, let to): "This band ends at \(to), before it begins at \(from)."
        case .bandsEnd(let end, let most):
            "The bands end at \(end), but payments go up to \(most)."
        case .stepOrder(let step, let before):
            "The step at \(step) stands behind the one at \(before)."
        case .unreachableBand(let from, let reach):
            "No payment reaches this band: it begins at \(from), and nobody may pay more than "
                + "\(reach)."
        case .unreachableLimit(let limit, let other):
            "`\(limit)` is never reached, because `\(other)` ends it before."
        case .feeAboveAmount(let fee, let amount):
            "Paying \(amount) costs \(fee), which is more than is paid."
        case .without(let key, let needs): "`\(key)` changes nothing without `\(needs)`."
        }
    }

    var help: String? {
        switch self {
        case .notYAML: "Compare it with kenya.tariff.yaml, blanks at the start of lines included."
        case .tooLarge: "A tariff is a few hundred lines. Is this the right file?"
        case .twice: "Keep one of them."
        case .unknownKey(_, let known, let meant): Self.choices(known, meant)
        case .missingKey(let key, _): "Add `\(key): …`."
        case .shape, .unreachableBand: Self.shapeHelp(self)
        case .amount(_, _, let currency, let decimals):
            decimals == 0
                ? "Write a number such as 2500; \(currency) has no decimals."
                : "Write a number such as 2500 or 0.50; \(currency) has \(decimals) decimals."
        case .percentage:
            "Write a number such as 1.85%, with at most \(Percentage.decimalsMax) decimals."
        case .percentTooMuch: "Write a percentage from 0% to 100%."
        case .number(_, _, let bounds): "Write a number such as \(bounds.lowerBound)."
        case .word(_, _, let known, let meant): Self.choices(known, meant)
        case .country(_, let meant):
            meant.map { "Did you mean `\($0)`?" } ?? "Write its two letters, such as KE."
        case .currency(_, let meant):
            meant.map { "Did you mean `\($0)`?" } ?? "Write its three letters, such as KES."
        case .currencyOfCountry(_, let expected): "Write \(expected), if wallets hold it."
        case .sender:
            "Write 1 to \(Tariff.Limits.senderCharactersMax) letters and digits, such as MAVUNO."
        case .bounds: "Swap them, or change one."
        case .notLess(let lower, let upper): "Raise \(upper), or lower \(lower)."
        case .greatest: "Write less here, or raise `greatest`."
        case .levelOrder: "Number levels from 0 upwards without gaps."
        case .gap(_, let expected), .overlap(_, let expected): Self.bandHelp(self, expected)
        case .backwards: "Swap them."
        case .bandsEnd: "Let the last band end at `most`, or change `most`."
        case .stepOrder: "Let steps ascend."
        case .unreachableLimit: "Take it out, or change one of the two."
        case .feeAboveAmount: "Is a zero too many? Raise `least`, or lower the fee."
        case .without(let key, let needs): "Add `\(needs)`, or take `\(key)` out."
        }
    }

    private static func shapeHelp(_ finding: TariffFinding) -> String? {
        if case .unreachableBand = finding {
            return "Take it out and lower `most`, or raise the limits of a level."
        }
        return nil
    }

    private static func bandHelp(_ finding: TariffFinding, _ expected: String) -> String {
        if case .gap = finding { return "Write `from: \(expected)`, or add the band between." }
        return "Write `from: \(expected)`."
    }

    private static func choices(_ known: [String], _ meant: String?) -> String {
        let all = "Known are \(known.joined(separator: ", "))."
        return meant.map { "Did you mean `\($0)`? \(all)" } ?? all
    }
}

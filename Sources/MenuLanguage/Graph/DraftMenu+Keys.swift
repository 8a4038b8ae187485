// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Patterns
import SourceText

extension DraftMenu {
    /// Reports keys that mean two things on one screen.
    func checkKeys(_ findings: inout Findings) {
        for state in states {
            switch state.kind {
            case .screen(let screen):
                checkTwice(screen.choices, &findings)
                if screen.each?.jump == nil { checkNumbering(screen.choices, &findings) }
                checkNavigation(screen.choices, state, hasMore: screen.each != nil, &findings)
                if let each = screen.each, each.jump != nil {
                    checkItems(each, screen.choices, state, &findings)
                }
            case .ask(let ask):
                checkTwice(ask.choices, &findings)
                if case .choice = ask.kind { checkNumbering(ask.choices, &findings) }
                checkNavigation(ask.choices, state, hasMore: false, &findings)
                checkAnswers(ask, state, &findings)
            case .call, .end, .jump: break
            }
        }
    }

    private func checkTwice(_ choices: [DraftChoice], _ findings: inout Findings) {
        var earlier: [String: [DraftChoice]] = [:]
        for choice in choices {
            if let clash = earlier[choice.key.text]?.first(where: { !$0.excludes(choice) }) {
                findings.report(
                    KeyFinding.keyTwice(key: choice.key.text),
                    at: choice.key.range,
                    notes: [.init(range: clash.key.range, "The key stands here first.")]
                        + clash.whyNotExcluded(by: choice)
                )
            }
            earlier[choice.key.text, default: []].append(choice)
        }
    }

    private func checkNavigation(
        _ choices: [DraftChoice],
        _ state: DraftState,
        hasMore: Bool,
        _ findings: inout Findings
    ) {
        for choice in choices {
            // An arrow to another language says more than the key of everywhere.
            let target = choice.jump?.language == nil ? choice.jump?.target : nil
            let meaning: String
            switch choice.key.text {
            case settings.keys.back where target != .back: meaning = "back"
            case settings.keys.home where target != .home: meaning = "home"
            case settings.keys.more where hasMore: meaning = "to the next page"
            default: continue
            }
            if case .unknown = choice.action { continue }
            findings.report(
                KeyFinding.navigationClash(
                    key: choice.key.text,
                    meaning: meaning,
                    place: state.name
                ),
                at: choice.key.range
            )
        }
    }

    private func checkItems(
        _ each: DraftEach,
        _ choices: [DraftChoice],
        _ state: DraftState,
        _ findings: inout Findings
    ) {
        let numbers = 1...max(each.atMost, 1)
        for choice in choices {
            if let key = Int(choice.key.text), String(key) == choice.key.text, numbers ~= key {
                findings.report(
                    KeyFinding.itemClash(key: choice.key.text, most: each.atMost),
                    at: choice.key.range
                )
            }
        }
        let keys = settings.keys
        for key in [keys.back, keys.home, keys.more].compactMap(\.self) {
            if let number = Int(key), String(number) == key, numbers ~= number {
                findings.report(
                    KeyFinding.itemClash(key: key, most: each.atMost),
                    at: each.range
                )
            }
        }
    }

    private func checkAnswers(_ ask: DraftAsk, _ state: DraftState, _ findings: inout Findings) {
        let keys = [(settings.keys.back, "goes back"), (settings.keys.home, "goes home")]
        for case (let key?, let meaning) in keys where ask.canBeAnswer(key, settings.amountFormat) {
            findings.report(
                KeyFinding.answerClash(key: key, meaning: meaning, range: ask.described(settings)),
                at: state.range
            )
            break
        }
        for choice in ask.choices {
            let key = choice.key.text
            if key == settings.keys.back || key == settings.keys.home { continue }
            if ask.canBeAnswer(key, settings.amountFormat) {
                findings.report(
                    KeyFinding.answerClash(
                        key: key,
                        meaning: "is an option",
                        range: ask.described(settings)
                    ),
                    at: choice.key.range
                )
            }
        }
    }
}

extension DraftChoice {
    /// Whether the two are never on the screen together.
    fileprivate func excludes(_ other: DraftChoice) -> Bool {
        guard let condition, let other = other.condition else { return false }
        return Exclusion.excludes(condition.condition, other.condition)
    }

    fileprivate func whyNotExcluded(by other: DraftChoice) -> [Diagnostic.Note] {
        switch (condition, other.condition) {
        case (nil, nil): []
        case (nil, _), (_, nil):
            [.init("One of them has no `when`, so it is always there.")]
        case (_?, _?):
            [
                .init(
                    "Nothing shows that only one of their conditions can hold, as it would for "
                        + "`a` and `not a`."
                )
            ]
        }
    }
}

extension DraftAsk {
    /// Whether typing a key could answer the question itself.
    ///
    /// A bound that is only known on the phone is taken not to let the key in: a least that
    /// somebody set is above zero, and a most only takes away.
    fileprivate func canBeAnswer(_ key: String, _ format: AmountFormat) -> Bool {
        switch kind {
        case .msisdn, .choice, .unknown: return false
        case .amount(let least, let most):
            return format.minorUnits(typed: key).map { Self.isBetween($0, least, most) } ?? false
        case .number(let least, let most):
            return Int64(key).map { Self.isBetween($0, least, most) } ?? false
        case .text(let least, let most), .secret(let least, let most):
            return least <= key.utf8.count && key.utf8.count <= most
        case .pattern(_, let pattern):
            return (try? pattern.matches(key)) ?? true
        }
    }

    private static func isBetween(
        _ number: Int64,
        _ least: DraftOperand?,
        _ most: DraftOperand?
    ) -> Bool {
        switch least {
        case .constant(let value): if number < value.integer ?? .min { return false }
        case .reference, .sum: return false
        case nil: if number < 0 { return false }
        }
        if case .constant(let value) = most { return number <= value.integer ?? .max }
        return true
    }

    private static func described(_ least: DraftOperand?, _ format: AmountFormat) -> String {
        switch least {
        case nil: "0"
        case .reference(let reference): reference.name
        case .sum(let sum): sum.written
        case .constant(let value):
            value.integer.map { number in
                if case .amount = value { format.text(minorUnits: number) } else { "\(number)" }
            } ?? "0"
        }
    }

    /// What answers the question, for a sentence.
    fileprivate func described(_ settings: MenuSettings) -> String {
        switch kind {
        case .msisdn: return "a phone number"
        case .choice, .unknown: return "one of its options"
        case .amount(let least, _):
            return "money from \(Self.described(least, settings.amountFormat))"
        case .number(let least, _):
            return "numbers from \(Self.described(least, settings.amountFormat))"
        case .text(let least, let most): return "text of \(least) to \(most) characters"
        case .secret(let least, let most): return "secrets of \(least) to \(most) digits"
        case .pattern: return "what its pattern matches"
        }
    }
}

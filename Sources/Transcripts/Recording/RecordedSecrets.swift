// SPDX-License-Identifier: Apache-2.0
import GSM
import Patterns

/// What was typed where a secret was asked, event by event.
struct RecordedSecrets {
    /// The events that type a secret, by their place.
    private(set) var typed: [Int: String] = [:]
    /// What stands before the secrets of messages, by the place of the event.
    private(set) var heads: [Int: String] = [:]
    /// What each phone typed as secrets, each once and in order, that can be a PIN.
    private(set) var candidates: [MSISDN: [String]] = [:]

    init(_ recorder: SceneRecorder) {
        var asks: Set<MSISDN> = []
        var codes: Set<Substring> = []
        for (index, event) in recorder.events.enumerated() {
            switch event.what {
            case .shown(let screen):
                let isAsking =
                    screen.ending == nil
                    && (screen.asksSecret
                        || recorder.secretScreens.contains { $0.finds(screen.text) })
                if isAsking { asks.insert(event.phone) } else { asks.remove(event.phone) }
            case .typed(let text) where recorder.secretEvents.contains(index):
                note(text, at: index, of: event.phone)
            case .typed(let text) where asks.contains(event.phone) && !Stage.isDialled(text):
                note(text, at: index, of: event.phone)
            case .sent(_, let text):
                if let (head, secret) = Self.consent(text, codes) {
                    heads[index] = head
                    note(secret, at: index, of: event.phone)
                }
            case .received(_, let text): codes.formUnion(Self.codes(text))
            case .typed, .hungUp, .released: break
            }
        }
    }

    /// What stands before the secret of a message, and the secret; nil for a message without one.
    ///
    /// `YES 5521 4821` has one, and so has it without the code, or the PIN alone: whoever forgets
    /// a part of the answer types the PIN all the same.
    private static func consent(
        _ text: String,
        _ codes: Set<Substring>
    ) -> (head: String, secret: String)? {
        let words = text.split(maxSplits: 2, whereSeparator: \.isWhitespace)
        guard let first = words.first, let last = words.last else { return nil }
        let isYes = first.uppercased() == "YES"
        guard words.count == 3 ? isYes : words.count == 1 || isYes,
            words.count == 3 || isPIN(last) && !codes.contains(last)
        else { return nil }
        return (words.dropLast().map { $0 + " " }.joined(), String(last))
    }

    private static func isPIN(_ word: Substring) -> Bool {
        TranscriptLimits.pinDigits.contains(word.utf8.count)
            && word.utf8.allSatisfy { 48...57 ~= $0 }
    }

    /// The codes that a message asks to be sent back.
    private static func codes(_ text: String) -> [Substring] {
        let words = text.split(whereSeparator: { $0.isWhitespace || ".,".contains($0) })
        return zip(words, words.dropFirst()).compactMap { ["YES", "NO"].contains($0) ? $1 : nil }
    }

    private mutating func note(_ secret: String, at index: Int, of phone: MSISDN) {
        typed[index] = secret
        guard TranscriptLimits.pinDigits.contains(secret.utf8.count),
            secret.utf8.allSatisfy({ 48...57 ~= $0 }),
            candidates[phone]?.contains(secret) != true
        else { return }
        candidates[phone, default: []].append(secret)
    }
}

extension Pattern {
    /// Whether it is found in a text; a limit that is hit counts as found, since hiding is safer.
    fileprivate func finds(_ text: String) -> Bool {
        do { return try firstMatch(in: text) != nil } catch { return true }
    }
}

// SPDX-License-Identifier: Apache-2.0
import GSM
import Patterns

/// What was typed where a secret was asked, event by event.
struct RecordedSecrets {
    /// The events that type a secret, by their place.
    private(set) var typed: [Int: String] = [:]
    /// What each phone typed as secrets, each once and in order, that can be a PIN.
    private(set) var candidates: [MSISDN: [String]] = [:]

    init(_ recorder: SceneRecorder) {
        var asks: Set<MSISDN> = []
        for (index, event) in recorder.events.enumerated() {
            switch event.what {
            case .shown(let screen):
                let isAsking =
                    screen.ending == nil
                    && (screen.asksSecret
                        || recorder.secretScreens.contains { $0.finds(screen.text) })
                if isAsking { asks.insert(event.phone) } else { asks.remove(event.phone) }
            case .typed(let text) where asks.contains(event.phone) && !Stage.isDialled(text):
                note(text, at: index, of: event.phone)
            case .sent(_, let text):
                if let secret = Self.consent(text)?.secret {
                    note(secret, at: index, of: event.phone)
                }
            case .typed, .hungUp, .released, .received: break
            }
        }
    }

    /// `YES 4821 1234`: what stands before the secret, and the secret; nil for other messages.
    static func consent(_ text: String) -> (head: String, secret: String)? {
        let words = text.split(maxSplits: 2, whereSeparator: \.isWhitespace)
        guard words.count == 3, words[0].uppercased() == "YES", words[1].utf8.count == 4,
            words[1].utf8.allSatisfy({ 48...57 ~= $0 })
        else { return nil }
        return ("\(words[0]) \(words[1]) ", String(words[2]))
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

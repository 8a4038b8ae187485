// SPDX-License-Identifier: Apache-2.0
import GSM

/// The languages of subscribers whose services keep none, the newest of them.
struct LanguageBook {
    let entriesMax: Int
    private var codes: [MSISDN: String] = [:]
    /// Who was entered, in turn; the oldest goes when there is no room.
    private var ring: [MSISDN] = []
    private var oldest = 0

    init(entriesMax: Int) {
        self.entriesMax = max(entriesMax, 0)
    }

    /// The language of a subscriber, or nil when none is remembered.
    subscript(subscriber: MSISDN) -> String? { codes[subscriber] }

    /// Remembers a language.
    mutating func keep(_ code: String, of subscriber: MSISDN) {
        guard entriesMax > 0, codes.updateValue(code, forKey: subscriber) == nil else { return }
        if ring.count < entriesMax {
            ring.append(subscriber)
        } else {
            codes[ring[oldest]] = nil
            ring[oldest] = subscriber
            oldest = (oldest + 1) % entriesMax
        }
    }
}

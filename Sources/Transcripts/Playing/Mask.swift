// SPDX-License-Identifier: Apache-2.0

/// Replaces the PINs of a scene in everything that is written about it.
struct Mask {
    /// What stands in place of a PIN.
    static let shown = "••••"

    private var secrets: Set<String>

    init(_ phones: [PhoneSetup]) { secrets = Set(phones.compactMap(\.pin)) }

    /// Takes note of what a phone typed where a secret was asked.
    mutating func add(_ typed: String) {
        guard TranscriptLimits.pinDigits.contains(typed.utf8.count),
            typed.utf8.allSatisfy({ 48...57 ~= $0 })
        else { return }
        secrets.insert(typed)
    }

    /// The text with each PIN that stands alone, not inside a longer number, replaced.
    func callAsFunction(_ text: String) -> String {
        var shown: [UInt8] = []
        let octets = Array(text.utf8)
        var index = 0
        while index < octets.count {
            let run = octets[index...].prefix { 48...57 ~= $0 }
            if run.isEmpty {
                shown.append(octets[index])
                index += 1
            } else {
                let digits = String(decoding: run, as: UTF8.self)
                shown += secrets.contains(digits) ? Array(Self.shown.utf8) : Array(run)
                index += run.count
            }
        }
        return String(decoding: shown, as: UTF8.self)
    }
}

// SPDX-License-Identifier: Apache-2.0

/// What a text costs on the air: its alphabet and the units it takes in it.
public struct TextSize: Equatable, Hashable, Sendable {
    /// The alphabet the whole text travels in.
    public let alphabet: Alphabet
    /// Septets in GSM-7 (an extension character counts two), UTF-16 code units in UCS-2.
    public let units: Int

    /// Makes a size from its parts.
    public init(alphabet: Alphabet, units: Int) {
        self.alphabet = alphabet
        self.units = units
    }

    /// Measures a text as it stands, without normalising or replacing anything.
    public static func measure(_ text: String) -> TextSize {
        if let septets = DefaultAlphabet.septetCount(ofASCII: text) {
            return TextSize(alphabet: .gsm7, units: septets)
        }
        var septets = 0
        for scalar in text.unicodeScalars {
            guard let count = DefaultAlphabet.septetCount(of: scalar) else {
                return TextSize(alphabet: .ucs2, units: text.utf16.count)
            }
            septets += count
        }
        return TextSize(alphabet: .gsm7, units: septets)
    }

    /// The octets of the text when packed, without padding rules of a bearer.
    public var octets: Int {
        switch alphabet {
        case .gsm7: units - units / 8
        case .ucs2: units * 2
        }
    }

    /// Finds the first character that turns the text into UCS-2, or `nil` for a GSM-7 text.
    public static func firstForcingUCS2(in text: String) -> ForcingCharacter? {
        if measure(text).alphabet == .gsm7 { return nil }
        var offset = 0
        for character in text {
            let scalars = character.unicodeScalars
            if scalars.contains(where: { DefaultAlphabet.septetCount(of: $0) == nil }) {
                return ForcingCharacter(
                    character: character,
                    utf8Offset: offset,
                    replacement: Transliteration.replacement(for: character)
                )
            }
            offset += character.utf8.count
        }
        return nil
    }
}

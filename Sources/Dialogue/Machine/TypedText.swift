// SPDX-License-Identifier: Apache-2.0
import GSM

/// What a subscriber typed, made fit for comparing and for showing.
struct TypedText {
    /// The text without blanks around it, cut when it is too long.
    let text: String
    /// The text with digits of any script and full-width signs as ASCII.
    let plain: String
    /// Whether it is longer than the network lets a subscriber type; then it answers nothing.
    let isTooLong: Bool

    /// The bounds of what is shown of it.
    enum Limits {
        /// Most septets of `{typed}`.
        static let shownSeptetsMax = 16
        /// Most scalars that are looked at for `{typed}`.
        static let lookedAtScalarsMax = 64
    }

    /// Trims an input and cuts it after so many scalars.
    init(_ input: String, charactersMax: Int) {
        var text = input
        var isTooLong = false
        if text.utf8.count > charactersMax {
            let cut = text.unicodeScalars.prefix(max(charactersMax, 0))
            isTooLong = cut.endIndex != text.unicodeScalars.endIndex
            text = String(cut)
        }
        self.isTooLong = isTooLong
        let (isASCII, hasBlanks) = Self.look(at: text)
        self.text = hasBlanks ? Self.trimmed(text) : text
        plain = isASCII ? self.text : Self.plain(self.text)
    }

    /// The text without control characters, as an answer that may be shown later.
    var cleaned: String {
        Self.hasControls(text)
            ? String(String.UnicodeScalarView(text.unicodeScalars.filter(Self.isShown))) : text
    }

    /// What `{typed}` shows: at most 16 septets of the default alphabet, `..` where it was cut.
    ///
    /// Nothing at all is shown as `""`, so that a sentence about it stays a sentence.
    var shown: String {
        let shown = shownCut
        return shown.isEmpty ? "\"\"" : shown
    }

    /// Whether it is four to six digits, which may be a secret typed at the wrong place.
    var looksLikePIN: Bool {
        (4...6).contains(plain.utf8.count)
            && plain.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    private var shownCut: String {
        let looked = text.unicodeScalars.prefix(Limits.lookedAtScalarsMax)
        let isCut = isTooLong || looked.endIndex != text.unicodeScalars.endIndex
        let kept = String(String.UnicodeScalarView(looked.filter(Self.isShown)))
        let scalars = Transliteration.toDefaultAlphabet(kept).unicodeScalars.filter { $0 != "\n" }
        let sizes = scalars.map { DefaultAlphabet.septetCount(of: $0) ?? 0 }
        if !isCut, sizes.reduce(0, +) <= Limits.shownSeptetsMax {
            return String(String.UnicodeScalarView(scalars))
        }
        var shown = String.UnicodeScalarView()
        var room = Limits.shownSeptetsMax - 2
        for (scalar, size) in zip(scalars, sizes) {
            room -= size
            if room < 0 { break }
            shown.append(scalar)
        }
        return String(shown) + ".."
    }

    private static func look(at text: String) -> (isASCII: Bool, hasBlanks: Bool) {
        var text = text
        return text.withUTF8 { octets in
            guard octets.allSatisfy({ $0 < 0x80 }) else { return (false, true) }
            return (
                true,
                octets.first.map { $0 <= 0x20 } ?? false || octets.last.map { $0 <= 0x20 } ?? false
            )
        }
    }

    private static func trimmed(_ text: String) -> String {
        var scalars = text.unicodeScalars[...]
        while let first = scalars.first, isBlank(first) { scalars.removeFirst() }
        while let last = scalars.last, isBlank(last) { scalars.removeLast() }
        return String(scalars)
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value <= 0x20 || scalar.properties.isWhitespace
    }

    private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value)
            && scalar.value != 0x2028 && scalar.value != 0x2029
    }

    private static func hasControls(_ text: String) -> Bool {
        !text.unicodeScalars.allSatisfy(isShown)
    }

    private static func plain(_ text: String) -> String {
        var plain = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                plain.append(scalar)
            } else if (0xFF01...0xFF5E).contains(scalar.value) {
                plain.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
            } else if scalar.properties.numericType == .decimal,
                let digit = scalar.properties.numericValue
            {
                plain.append(Unicode.Scalar(UInt8(ascii: "0") + UInt8(digit)))
            } else {
                plain.append(scalar)
            }
        }
        return String(plain)
    }
}

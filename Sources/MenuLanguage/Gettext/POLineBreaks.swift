// SPDX-License-Identifier: Apache-2.0

/// Where a line of text may be broken: the rules of Unicode Standard Annex #14 that the writings of
/// menus need.
enum POLineBreaks {
    /// The text cut at every place where a line may end; blanks stay at the end of their piece.
    static func pieces(of text: String) -> [String] {
        var pieces: [String] = []
        var piece = String.UnicodeScalarView()
        var before: Kind?
        var hasBlank = false
        for scalar in text.unicodeScalars {
            let kind = Kind(scalar)
            if let before, !piece.isEmpty, kind != .blank,
                Kind.mayBreak(before, hasBlank: hasBlank, kind)
            {
                pieces.append(String(piece))
                piece.removeAll()
            }
            piece.append(scalar)
            if kind == .blank {
                hasBlank = true
                continue
            }
            hasBlank = false
            if kind != .mark || before == nil { before = kind }
        }
        if !piece.isEmpty { pieces.append(String(piece)) }
        return pieces
    }

    /// The classes of characters that the rules tell apart.
    private enum Kind {
        case blank
        case letter
        case digit
        case ideograph
        case opening
        case closing
        case hyphen
        case mark
        case glue

        init(_ scalar: Unicode.Scalar) {
            switch scalar {
            case " ": self = .blank
            case "0"..."9": self = .digit
            case "(", "[", "{", "¡", "¿", "「", "『", "（", "《", "【", "〈": self = .opening
            case ")", "]", "}", "!", "?", ",", ".", ":", ";", "/", "、", "。", "」", "』", "）", "》",
                "】", "〉", "！", "，", "．", "：", "；", "？", "”", "…", "%", "％":
                self = .closing
            case "-", "\u{2010}", "\u{2012}", "\u{2013}": self = .hyphen
            case "\u{A0}", "\u{202F}", "\u{2060}", "\u{FEFF}", "\u{2011}", "\u{2007}": self = .glue
            default: self = Self.isIdeograph(scalar) ? .ideograph : .letter
            }
            if scalar.properties.generalCategory == .nonspacingMark { self = .mark }
        }

        private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar.value {
            case 0x2E80...0x2FFF, 0x3040...0x312F, 0x3190...0x4DBF, 0x4E00...0xA4CF,
                0xAC00...0xD7A3, 0xF900...0xFAFF, 0x20000...0x3FFFD:
                true
            default: false
            }
        }

        /// Whether a line may end between two characters, the blanks between them left out.
        static func mayBreak(_ left: Kind, hasBlank: Bool, _ right: Kind) -> Bool {
            if right == .mark || right == .closing || right == .glue { return false }
            if left == .opening || left == .glue { return false }
            if hasBlank { return true }
            if left == .hyphen { return right != .digit }
            if right == .hyphen { return false }
            return left == .ideograph || right == .ideograph
        }
    }
}

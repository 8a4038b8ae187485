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

    /// The classes of characters that the rules tell apart, with the names of the annex.
    private enum Kind {
        case blank
        /// AL, and all that is not named here.
        case letter
        /// NU.
        case digit
        /// ID, and Hangul syllables.
        case ideograph
        /// OP; wide ones may begin a line also behind a letter.
        case opening, wideOpening
        /// CL.
        case closing
        /// CP.
        case parenthesis
        /// EX.
        case exclamation
        /// IS.
        case infix
        /// SY.
        case slash
        /// HY and BA.
        case hyphen
        /// NS.
        case follower
        /// IN.
        case dots
        /// QU.
        case quote
        /// PR.
        case prefix
        /// PO.
        case postfix
        /// GL.
        case glue
        /// CM.
        case mark

        init(_ scalar: Unicode.Scalar) {
            if let kind = Self.kinds[scalar] {
                self = kind
            } else if scalar.properties.generalCategory == .nonspacingMark {
                self = .mark
            } else {
                self = Self.isIdeograph(scalar) ? .ideograph : .letter
            }
        }

        private static let kinds: [Unicode.Scalar: Kind] = {
            let table: [(String, Kind)] = [
                (" ", .blank), ("0123456789", .digit), ("([{¡¿", .opening),
                ("（［｛「『《〈【〔｢", .wideOpening), ("}）］｝」』》〉】〕｣、。，．", .closing),
                (")]", .parenthesis), ("!?！？", .exclamation), (",.:;", .infix), ("/", .slash),
                ("-\u{2010}\u{2012}\u{2013}|।\u{1361}", .hyphen), ("：；・ー々", .follower),
                ("…\u{2025}", .dots), ("\"'«»“”‘’‹›", .quote), ("$£€¥+\\№±", .prefix),
                ("%°‰¢％", .postfix), ("\u{A0}\u{202F}\u{2007}\u{2011}\u{2060}\u{FEFF}", .glue),
            ]
            var kinds: [Unicode.Scalar: Kind] = [:]
            for (scalars, kind) in table {
                for scalar in scalars.unicodeScalars { kinds[scalar] = kind }
            }
            return kinds
        }()

        private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar.value {
            case 0x2E80...0x2FFF, 0x3040...0x312F, 0x3190...0x4DBF, 0x4E00...0xA4CF,
                0xAC00...0xD7A3, 0xF900...0xFAFF, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
                true
            default: false
            }
        }

        /// Whether a line may end between two characters, the blanks between them left out.
        static func mayBreak(_ left: Kind, hasBlank: Bool, _ right: Kind) -> Bool {
            switch (left, right) {
            case (_, .closing), (_, .parenthesis), (_, .exclamation), (_, .infix), (_, .slash):
                return false
            case (.opening, _), (.wideOpening, _): return false
            case (.quote, .opening), (.quote, .wideOpening): return false
            case _ where hasBlank: return true
            case (_, .mark), (_, .glue), (_, .quote), (_, .hyphen), (_, .follower), (_, .dots),
                (.glue, _), (.quote, _):
                return false
            case (.hyphen, _), (.slash, _): return right != .digit
            case (.infix, _): return right != .letter && right != .digit
            case (.parenthesis, _):
                return ![.letter, .digit, .prefix, .postfix].contains(right)
            case (.closing, _): return right != .prefix && right != .postfix
            case (_, .wideOpening), (.exclamation, _), (.dots, _), (.follower, _): return true
            case (.prefix, .ideograph), (.ideograph, .postfix): return false
            default: return left == .ideograph || right == .ideograph
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0

/// How a language writes amounts, by the Unicode Common Locale Data Repository (CLDR).
///
/// Digits are always 0 to 9, which every phone shows and takes. A blank stands for the no-break
/// and narrow blanks of CLDR, and `'` for its curly apostrophe: the GSM 7-bit default alphabet
/// has neither.
public struct NumberStyle: Hashable, Sendable {
    /// Digits before the lowest group of three; 2 in India and its neighbours, else 3.
    public let higherGroupDigits: Int
    /// Digits that must stand before the lowest group for any groups to be marked; 2 leaves 2000
    /// whole and cuts 20.000.
    public let minimumGroupingDigits: Int
    /// Whether the currency's code stands before the digits.
    public let codeIsFirst: Bool
    let groupingOctet: UInt8
    let decimalOctet: UInt8

    /// What stands between groups of digits, a character of one septet.
    public var grouping: String { String(UnicodeScalar(groupingOctet)) }

    /// What stands before the minor digits, a character of one septet.
    public var decimal: String { String(UnicodeScalar(decimalOctet)) }

    /// Whether the digits before the minor ones are marked in groups.
    func marksGroups(in whole: UInt64) -> Bool {
        switch minimumGroupingDigits {
        case ...1: whole >= 1_000
        case 2: whole >= 10_000
        default: whole >= 100_000
        }
    }

    init(
        _ grouping: Unicode.Scalar,
        _ decimal: Unicode.Scalar,
        codeIsFirst: Bool = true,
        minimumGroupingDigits: Int = 1,
        higherGroupDigits: Int = 3
    ) {
        groupingOctet = UInt8(ascii: grouping)
        decimalOctet = UInt8(ascii: decimal)
        self.codeIsFirst = codeIsFirst
        self.minimumGroupingDigits = minimumGroupingDigits
        self.higherGroupDigits = higherGroupDigits
    }

    /// `KES 2,000.00`, as English, Swahili, Chinese and most languages that the table does not
    /// name.
    public static let english = NumberStyle(",", ".")

    /// Finds how a language writes amounts.
    ///
    /// - Parameter code: A BCP 47 code, as `fr` or `pt-BR`; case and `_` for `-` make no
    ///   difference.
    /// - Returns: The style of the whole code, else of what stands before its first `-`, else
    ///   ``english``.
    public static func of(language code: String) -> NumberStyle {
        let code = LanguageCode.folded(code)
        return table[code] ?? table[LanguageCode.primary(code)] ?? english
    }
}

// SPDX-License-Identifier: Apache-2.0

/// How amounts of one currency are written on screens and typed by subscribers.
public struct AmountFormat: Hashable, Sendable {
    /// The ISO 4217 code that stands before the digits, as `KES`.
    public let code: String
    /// The number of minor digits of ISO 4217: 0, 2 or 3.
    public let minorDigits: Int
    /// The greatest amount that is ever shown, in minor units; the proof of fit counts its length.
    public let greatest: Int64

    /// Makes a format.
    ///
    /// - Parameters:
    ///   - code: the ISO 4217 code.
    ///   - minorDigits: the digits after the point, 0 to 3.
    ///   - greatest: the greatest amount shown, in minor units.
    public init(code: String, minorDigits: Int, greatest: Int64 = 99_999_999_99) {
        self.code = code
        self.minorDigits = min(max(minorDigits, 0), 3)
        self.greatest = greatest
    }

    /// The septets of the longest rendering, as of `KES 99,999,999.99`.
    public var longestSeptets: Int { text(minorUnits: greatest).utf8.count }

    /// Writes an amount, as `KES 2,000.00`.
    public func text(minorUnits: Int64) -> String {
        var text = ""
        append(minorUnits, to: &text)
        return text
    }

    /// Appends an amount, as `KES 2,000.00` or `KES -12.50`.
    public func append(_ minorUnits: Int64, to text: inout String) {
        text += code
        text += minorUnits < 0 ? " -" : " "
        let digits = String(minorUnits.magnitude)
        let padding = max(0, minorDigits + 1 - digits.utf8.count)
        let padded = String(repeating: "0", count: padding) + digits
        let whole = padded.utf8.count - minorDigits
        for (index, digit) in padded.utf8.enumerated() {
            if index == whole {
                text.append(".")
            } else if index > 0, index < whole, (whole - index) % 3 == 0 {
                text.append(",")
            }
            text.unicodeScalars.append(Unicode.Scalar(digit))
        }
    }

    /// Reads what a subscriber typed: `500`, `500.5`, `1,250.00`, with or without the code.
    ///
    /// The grammar is that of the GSMA Mobile Money API 1.2, with grouping commas allowed: no sign,
    /// no leading zero, no bare point, no more minor digits than the currency has.
    ///
    /// - Returns: minor units, or nil when the text is no amount or does not fit 64 bits.
    public func minorUnits(typed: String) -> Int64? {
        var rest = Substring(typed).drop(while: { $0 == " " })
        if rest.lowercased().hasPrefix(code.lowercased()) {
            rest = rest.dropFirst(code.count).drop(while: { $0 == " " })
        }
        while rest.last == " " { rest = rest.dropLast() }
        let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let wholePart = parts.first, let whole = wholeDigits(wholePart)
        else { return nil }
        let minor = parts.count == 2 ? parts[1].utf8 : "".utf8
        guard parts.count == 1 || (1...max(minorDigits, 1)).contains(minor.count),
            minor.count <= minorDigits,
            minor.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return Self.number(whole + String(minor) + String(repeating: "0", count: minorDigits - minor.count))
    }

    /// The digits of the part before the point without its commas, or nil when they are misplaced.
    private func wholeDigits(_ part: Substring) -> String? {
        let groups = part.split(separator: ",", omittingEmptySubsequences: false)
        guard let first = groups.first, !first.isEmpty,
            groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }),
            groups.count == 1 || first.utf8.count <= 3
        else { return nil }
        let digits = groups.joined()
        guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            digits == "0" || !digits.hasPrefix("0")
        else { return nil }
        return digits
    }

    private static func number(_ digits: String) -> Int64? {
        Int64(digits)
    }
}

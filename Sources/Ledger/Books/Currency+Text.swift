// SPDX-License-Identifier: Apache-2.0

extension Currency {
    /// A sum as it is printed, with all decimals of the currency: `-1,234.50`.
    ///
    /// - Parameters:
    ///   - minorUnits: the sum; sums of many accounts may need more than 64 bits.
    ///   - grouping: what stands between thousands; nothing for programs.
    /// - Returns: the digits, without the letters of the currency.
    public func text(_ minorUnits: Int128, grouping: String = "") -> String {
        var digits = Array(String(minorUnits.magnitude).utf8)
        if digits.count <= minorDigits {
            digits = Array(repeating: 48, count: minorDigits + 1 - digits.count) + digits
        }
        let whole = digits.dropLast(minorDigits)
        var text = minorUnits < 0 ? "-" : ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index) % 3 == 0 { text += grouping }
            text.unicodeScalars.append(Unicode.Scalar(digit))
        }
        guard minorDigits > 0 else { return text }
        return text + "." + String(decoding: digits.suffix(minorDigits), as: UTF8.self)
    }
}

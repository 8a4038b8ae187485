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

    /// The septets of the longest rendering in English, as of `KES 99,999,999.99`.
    public var longestSeptets: Int { longestSeptets(in: .english) }

    /// The septets of the longest rendering in a language.
    public func longestSeptets(in style: NumberStyle) -> Int {
        text(minorUnits: greatest, in: style).utf8.count
    }

    /// Writes an amount, as `KES 2,000.00`, `KES -12.50` or, in French, `2 000,00 KES`.
    public func text(minorUnits: Int64, in style: NumberStyle = .english) -> String {
        var text = ""
        append(minorUnits, to: &text, in: style)
        return text
    }

    /// Appends an amount, as ``text(minorUnits:in:)`` writes it.
    public func append(_ minorUnits: Int64, to text: inout String, in style: NumberStyle = .english)
    {
        if style.codeIsFirst { text += code }
        withDigits(minorUnits, style) { text += String(decoding: $0, as: UTF8.self) }
        if !style.codeIsFirst { text += code }
    }

    /// Writes what follows the code or stands before it, the blank between them included, in ASCII
    /// that takes one septet for each octet.
    func withDigits(
        _ minorUnits: Int64,
        _ style: NumberStyle,
        _ body: (UnsafeBufferPointer<UInt8>) -> Void
    ) {
        // 19 digits, 8 marks of groups in India, a point, a sign and a blank are the most.
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { octets in
            var start = octets.count
            func put(_ octet: UInt8) {
                start -= 1
                octets[start] = octet
            }
            if !style.codeIsFirst { put(UInt8(ascii: " ")) }
            var rest = minorUnits.magnitude
            for _ in 0..<minorDigits {
                put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
                rest /= 10
            }
            if minorDigits > 0 { put(style.decimalOctet) }
            var (digits, group) = (0, style.marksGroups(in: rest) ? 3 : Int.max)
            repeat {
                if digits == group {
                    put(style.groupingOctet)
                    (digits, group) = (0, style.higherGroupDigits)
                }
                put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
                rest /= 10
                digits += 1
            } while rest > 0
            if minorUnits < 0 { put(UInt8(ascii: "-")) }
            if style.codeIsFirst { put(UInt8(ascii: " ")) }
            body(UnsafeBufferPointer(rebasing: octets[start...]))
        }
    }

    /// Reads what a subscriber typed: `500`, `500.5`, `1,250.00`, with or without the code.
    ///
    /// The grammar is that of the GSMA Mobile Money API 1.2, with grouping commas allowed: no sign,
    /// no leading zero, no bare point, no more minor digits than the currency has. It is the same in
    /// every language, whatever mark that puts before minor digits.
    ///
    /// - Returns: minor units, or nil when the text is no amount or does not fit 64 bits.
    public func minorUnits(typed: String) -> Int64? {
        var typed = typed
        return typed.withUTF8 { minorUnits($0[...]) }
    }

    /// Whether some languages read an amount a thousand times greater than others do: one mark with
    /// three digits behind it, as `1.500`, in a currency that has three minor digits.
    func isAmbiguous(_ typed: String) -> Bool {
        guard minorDigits == 3 else { return false }
        let isMark = { (octet: UInt8) in
            octet == UInt8(ascii: ".") || octet == UInt8(ascii: ",")
        }
        let digits = typed.utf8.reversed().drop { $0 == UInt8(ascii: " ") }.prefix { !isMark($0) }
        return digits.count == 3 && typed.utf8.count(where: isMark) == 1
    }

    private typealias Octets = Slice<UnsafeBufferPointer<UInt8>>

    private func minorUnits(_ typed: Octets) -> Int64? {
        var octets = typed
        while octets.first == UInt8(ascii: " ") { octets.removeFirst() }
        while octets.last == UInt8(ascii: " ") { octets.removeLast() }
        if Self.begins(octets, with: code) {
            octets = octets.dropFirst(code.utf8.count).drop { $0 == UInt8(ascii: " ") }
        }
        let point = octets.firstIndex(of: UInt8(ascii: "."))
        guard let whole = Self.whole(octets[..<(point ?? octets.endIndex)]) else { return nil }
        let minor = point.map { octets[$0...].dropFirst() } ?? octets[octets.endIndex...]
        guard point == nil || !minor.isEmpty, minor.count <= minorDigits else { return nil }
        var units = whole
        for index in 0..<minorDigits {
            let octet = minor.dropFirst(index).first ?? UInt8(ascii: "0")
            guard let more = Self.appending(octet, to: units) else { return nil }
            units = more
        }
        return units
    }

    private static func begins(_ octets: Octets, with code: String) -> Bool {
        guard octets.count >= code.utf8.count else { return false }
        return zip(octets, code.utf8).allSatisfy { typed, wanted in
            let upper = typed >= 0x61 && typed <= 0x7A ? typed - 0x20 : typed
            return upper == wanted || typed == wanted
        }
    }

    /// The number before the point, or nil when a comma is misplaced or a zero leads.
    private static func whole(_ octets: Octets) -> Int64? {
        var value: Int64 = 0
        var sinceComma = 0
        var hasComma = false
        for octet in octets {
            if octet == UInt8(ascii: ",") {
                guard hasComma ? sinceComma == 3 : (1...3).contains(sinceComma) else { return nil }
                (hasComma, sinceComma) = (true, 0)
            } else {
                guard let more = appending(octet, to: value) else { return nil }
                value = more
                sinceComma += 1
            }
        }
        guard sinceComma > 0, !hasComma || sinceComma == 3,
            octets.count == 1 || octets.first != UInt8(ascii: "0")
        else { return nil }
        return value
    }

    private static func appending(_ octet: UInt8, to value: Int64) -> Int64? {
        guard octet >= UInt8(ascii: "0"), octet <= UInt8(ascii: "9") else { return nil }
        let (tens, isTooGreat) = value.multipliedReportingOverflow(by: 10)
        let (sum, overflows) = tens.addingReportingOverflow(Int64(octet - UInt8(ascii: "0")))
        return isTooGreat || overflows ? nil : sum
    }
}

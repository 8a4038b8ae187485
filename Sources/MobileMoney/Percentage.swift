// SPDX-License-Identifier: Apache-2.0

/// A part of an amount as an exact decimal, from 0 % to 100 % in steps of a ten-thousandth percent.
///
/// No floating point is involved: the product of 128 bits is divided once and rounded as said.
public struct Percentage: Hashable, Sendable {
    /// Millionths of the whole: 18,500 for 1.85 %; 0 to 1,000,000.
    public let millionths: Int64

    /// All of it.
    public static let whole = Percentage(known: scale)
    /// Nothing of it.
    public static let none = Percentage(known: 0)
    /// Most digits behind the point of a percentage.
    public static let decimalsMax = 4

    private static let scale: Int64 = 1_000_000

    /// Makes a part of so many millionths; nil unless there are 0 to 1,000,000.
    public init?(millionths: Int64) {
        guard 0...Self.scale ~= millionths else { return nil }
        self.millionths = millionths
    }

    private init(known millionths: Int64) { self.millionths = millionths }

    /// Why a text is no percentage.
    enum Flaw: Error {
        /// It is not digits, perhaps a point and digits, perhaps a percent sign.
        case shape
        /// It has more than ``decimalsMax`` digits behind the point.
        case decimals
        /// It is more than 100.
        case tooMuch
    }

    /// Reads `1.85`, `1.85%` or `1.85 %`.
    init(parsing text: String) throws(Flaw) {
        var octets = Array(text.utf8)[...]
        if octets.last == UInt8(ascii: "%") { octets = octets.dropLast() }
        while octets.last == UInt8(ascii: " ") { octets = octets.dropLast() }
        let parts = octets.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let isDigits = parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { 48...57 ~= $0 } }
        guard (1...2).contains(parts.count), isDigits else { throw .shape }
        let decimals = parts.count == 2 ? Array(parts[1]) : []
        guard decimals.count <= Self.decimalsMax else { throw .decimals }
        let zeros = repeatElement(UInt8(ascii: "0"), count: Self.decimalsMax - decimals.count)
        var value: Int64 = 0
        for octet in Array(parts[0]) + decimals + zeros {
            value = value * 10 + Int64(octet - 48)
            guard value <= Self.scale else { throw .tooMuch }
        }
        millionths = value
    }

    /// This part of an amount of minor units, 0 or more, as whole minor units.
    public func part(of amount: Int64, _ rounding: Rounding) -> Int64 {
        rounding.quotient(max(0, amount), times: millionths, by: Self.scale)
    }

    /// The tax at this rate that is inside a price: the price less what it was without the tax.
    ///
    /// At 20 % a price of 120 holds 20: the rate is one of the price before tax.
    public func inside(_ price: Int64, _ rounding: Rounding) -> Int64 {
        rounding.quotient(max(0, price), times: millionths, by: Self.scale + millionths)
    }
}

extension Percentage: CustomStringConvertible {
    /// The percentage as written in a tariff: `1.85%`.
    public var description: String {
        let whole = millionths / 10_000
        var decimals = String(millionths % 10_000 + 10_000).dropFirst()
        while decimals.last == "0" { decimals.removeLast() }
        return decimals.isEmpty ? "\(whole)%" : "\(whole).\(decimals)%"
    }
}

/// How a part of an amount becomes whole minor units.
public enum Rounding: String, Hashable, Sendable, CaseIterable {
    /// To the nearer one, and the middle up.
    case halfUp = "half_up"
    /// To the one below.
    case down
    /// To the one above.
    case up

    /// `amount × factor ÷ divisor` of numbers that are not negative, in 128 bits, then rounded.
    ///
    /// - Precondition: `factor` is at most `divisor` and `divisor` is positive, so it fits.
    func quotient(_ amount: Int64, times factor: Int64, by divisor: Int64) -> Int64 {
        let product = amount.multipliedFullWidth(by: factor)
        let (quotient, remainder) = divisor.dividingFullWidth(product)
        let goesUp =
            switch self {
            case .halfUp: remainder >= divisor - remainder
            case .down: false
            case .up: remainder > 0
            }
        return goesUp ? quotient.saturatingAdd(1) : quotient
    }
}

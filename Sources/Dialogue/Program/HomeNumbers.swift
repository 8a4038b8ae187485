// SPDX-License-Identifier: Apache-2.0
import GSM

/// Reads numbers as nearly everybody types them, `0712000001`, and writes them as they are read
/// at home, `0712 000 001`, in a fraction of the time.
///
/// It knows what ``Country`` says, prepared once for a program. Whatever it does not read, blanks,
/// other scripts and other countries, is left to `MSISDN.parse`, and what it does not write to
/// `MSISDN.national(in:)`; they agree on what it does.
struct HomeNumbers: Sendable {
    private let trunk: UInt8
    private let length: Int
    private let leadingUnit: UInt64
    private let countryPart: UInt64
    private let mobileLeadingDigits: [ClosedRange<Int>]
    private let beyond: UInt64
    private let writesTrunk: Bool
    /// Where a blank stands: before so many of the digits that follow.
    private let blanks: [Int]

    /// Prepares the numbers of a country.
    init(_ country: Country) {
        let powerOfTen = { (count: Int) in
            (0..<max(count, 0)).reduce(UInt64(1)) { ten, _ in ten * 10 }
        }
        trunk = country.trunkPrefix.utf8.first ?? UInt8(ascii: "0")
        length = country.nationalLength
        leadingUnit = powerOfTen(length - 4)
        countryPart = (UInt64(country.callingCode) ?? 0) * powerOfTen(length)
        mobileLeadingDigits = country.mobileLeadingDigits
        beyond = powerOfTen(length)
        writesTrunk = country.writesTrunkPrefix
        var left = length + (writesTrunk ? country.trunkPrefix.utf8.count : 0)
        blanks = country.digitGroups.dropLast().map { group in
            left -= group
            return left
        }
    }

    /// The number, or nil when it is not typed in the common way.
    func number(_ typed: String) -> MSISDN? {
        guard typed.utf8.count == length + 1 else { return nil }
        return typed.utf8.withContiguousStorageIfAvailable { number($0) }.flatMap(\.self)
    }

    private func number(_ octets: UnsafeBufferPointer<UInt8>) -> MSISDN? {
        guard octets.first == trunk else { return nil }
        var national: UInt64 = 0
        for octet in octets.dropFirst() {
            guard octet >= UInt8(ascii: "0"), octet <= UInt8(ascii: "9") else { return nil }
            national = national * 10 + UInt64(octet - UInt8(ascii: "0"))
        }
        return isMobile(national) ? MSISDN(digits: countryPart + national) : nil
    }

    /// Lends the octets of a number as it is written at home; false when it is from elsewhere.
    func withDigits(of number: MSISDN, _ body: (UnsafeBufferPointer<UInt8>) -> Void) -> Bool {
        guard number.digits >= countryPart, number.digits - countryPart < beyond,
            isMobile(number.digits - countryPart)
        else { return false }
        var rest = number.digits - countryPart
        let count = length + (writesTrunk ? 1 : 0)
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count + blanks.count) { octets in
            var index = octets.count
            for digit in 0..<count {
                if blanks.contains(digit) {
                    index -= 1
                    octets[index] = UInt8(ascii: " ")
                }
                index -= 1
                octets[index] =
                    digit == length ? trunk : UInt8(ascii: "0") + UInt8(rest % 10)
                rest /= 10
            }
            body(UnsafeBufferPointer(octets))
        }
        return true
    }

    private func isMobile(_ national: UInt64) -> Bool {
        let leading = Int(national / leadingUnit)
        return mobileLeadingDigits.contains { $0.contains(leading) }
    }
}

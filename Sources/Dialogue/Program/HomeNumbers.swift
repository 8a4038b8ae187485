// SPDX-License-Identifier: Apache-2.0
import GSM

/// Reads numbers as nearly everybody types them, `0712000001`, in a fraction of the time.
///
/// It knows what ``Country`` says, prepared once for a program. Whatever it does not read, blanks,
/// other scripts and other countries, is left to `MSISDN.parse`; both agree on what it reads.
struct HomeNumbers: Sendable {
    private let trunk: UInt8
    private let length: Int
    private let leadingUnit: UInt64
    private let countryPart: UInt64
    private let mobileLeadingDigits: [ClosedRange<Int>]

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
        let leading = Int(national / leadingUnit)
        for range in mobileLeadingDigits where range.contains(leading) {
            return MSISDN(digits: countryPart + national)
        }
        return nil
    }
}

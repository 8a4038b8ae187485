// SPDX-License-Identifier: Apache-2.0
import GSM

/// Puts test numbers in the place of real ones, the same one each time, as they were written.
struct TestNumbers {
    /// Whether numbers stay as they are.
    let keeps: Bool
    private var tests: [MSISDN: MSISDN] = [:]
    private var counts: [String: UInt64] = [:]

    init(keeps: Bool) { self.keeps = keeps }

    /// The test number for a number, of the same country.
    mutating func callAsFunction(_ msisdn: MSISDN) -> MSISDN {
        guard !keeps else { return msisdn }
        if let test = tests[msisdn] { return test }
        let key = msisdn.country?.rawValue ?? ""
        counts[key, default: 0] += 1
        let count = counts[key, default: 1]
        guard let test = Self.number(count, in: msisdn.country ?? .kenya) else { return msisdn }
        tests[msisdn] = test
        return test
    }

    /// The text with each number replaced that is one of a mobile phone.
    mutating func replacing(in text: String, home: MSISDN) -> String {
        guard !keeps else { return text }
        let octets = Array(text.utf8)
        var replaced: [UInt8] = []
        var end = 0
        for found in Self.numbers(in: octets, text, home) where found.range.lowerBound >= end {
            replaced += octets[end..<found.range.lowerBound]
            replaced += Self.written(self(found.msisdn), for: found.msisdn, octets[found.range])
            end = found.range.upperBound
        }
        return String(decoding: replaced + octets[end...], as: UTF8.self)
    }

    /// The n-th number for tests of a country.
    static func number(_ count: UInt64, in country: Country) -> MSISDN? {
        let lead = country == .kenya ? "712" : String(country.mobileLeadingDigits[0].lowerBound)
        let digits = String(count)
        let zeros = max(0, country.nationalLength - lead.utf8.count - digits.utf8.count)
        let national = lead + String(repeating: "0", count: zeros) + digits
        return MSISDN(e164: "+\(country.callingCode)\(national)")
    }

    /// The numbers of a text, those without `+` before their country's code included.
    private static func numbers(
        in octets: [UInt8],
        _ text: String,
        _ home: MSISDN
    ) -> [NumberNames.Found] {
        var found = NumberNames([], home: home).numbers(in: text)
        var index = 0
        while index < octets.count {
            let run = octets[index...].prefix { 48...57 ~= $0 }
            if 11...MSISDN.Limits.digitsMax ~= run.count,
                let msisdn = MSISDN(e164: "+" + String(decoding: run, as: UTF8.self)),
                msisdn.country != nil || msisdn == home,
                !found.contains(where: { $0.range.overlaps(index..<run.endIndex) })
            {
                found.append(NumberNames.Found(range: index..<run.endIndex, msisdn: msisdn))
            }
            index += max(1, run.count)
        }
        return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// A test number written as the other one was: its digits in the same places.
    private static func written(
        _ test: MSISDN,
        for number: MSISDN,
        _ octets: ArraySlice<UInt8>
    ) -> [UInt8] {
        let digits = octets.filter { 48...57 ~= $0 }
        let forms = [(number.local, test.local), (number.e164, test.e164)].map { old, new in
            (Array(old.utf8.filter { 48...57 ~= $0 }), Array(new.utf8.filter { 48...57 ~= $0 }))
        }
        for (old, new) in forms where old.count == new.count && old == digits {
            var next = new.makeIterator()
            return octets.map { 48...57 ~= $0 ? next.next() ?? $0 : $0 }
        }
        return Array(test.e164.utf8)
    }
}

// SPDX-License-Identifier: Apache-2.0

extension MSISDN {
    /// Reads what a person in `country` types for a mobile number.
    ///
    /// Takes the national number with or without trunk prefix, the country's own code without `+`,
    /// and any known country with `+`, with the country's international prefix or, leniently, with
    /// `00`. Spaces, dashes, dots, brackets and digits of any script are understood. The result is
    /// a valid mobile number of its country; everything else gives `nil`.
    public static func parse(_ typed: String, in country: Country) -> MSISDN? {
        guard let (hasPlus, dialled) = dialledDigits(typed) else { return nil }
        let digits = dialled[...]
        if hasPlus { return international(digits) }
        for prefix in country.iddPrefixes + ["00"] {
            if let rest = digits.dropping(prefix), let number = international(rest) {
                return number
            }
        }
        if let rest = digits.dropping(country.trunkPrefix),
            let number = national(rest, of: country)
        {
            return number
        }
        if let number = national(digits, of: country) { return number }
        return digits.dropping(country.callingCode).flatMap { national($0, of: country) }
    }

    /// Separates digits from what people put between them; `nil` for anything that is neither.
    private static func dialledDigits(_ typed: String) -> (hasPlus: Bool, digits: [UInt8])? {
        guard typed.unicodeScalars.count <= Limits.typedScalarsMax else { return nil }
        var hasPlus = false
        var digits: [UInt8] = []
        for scalar in typed.unicodeScalars {
            if "0"..."9" ~= scalar {
                digits.append(UInt8(truncatingIfNeeded: scalar.value))
                continue
            }
            let properties = scalar.properties
            if properties.numericType == .decimal, let value = properties.numericValue {
                digits.append(UInt8(ascii: "0") + UInt8(value))
                continue
            }
            switch scalar {
            case "+", "\u{FF0B}":
                guard !hasPlus, digits.isEmpty else { return nil }
                hasPlus = true
            case ".", "(", ")", "\u{FF08}", "\u{FF09}", "\u{2212}":
                continue
            default:
                let category = properties.generalCategory
                guard
                    category == .spaceSeparator || category == .dashPunctuation
                        || category == .format
                else { return nil }
            }
        }
        return (hasPlus, digits)
    }

    /// A country code and a national number, perhaps with the trunk prefix people leave in between.
    private static func international(_ digits: ArraySlice<UInt8>) -> MSISDN? {
        for country in Country.allCases {
            guard let rest = digits.dropping(country.callingCode) else { continue }
            return national(rest, of: country)
                ?? rest.dropping(country.trunkPrefix).flatMap { national($0, of: country) }
        }
        return nil
    }

    private static func national(_ digits: ArraySlice<UInt8>, of country: Country) -> MSISDN? {
        guard country.isMobile(digits) else { return nil }
        let text = country.callingCode.utf8 + digits
        return MSISDN(digits: text.reduce(0) { $0 * 10 + UInt64($1 - UInt8(ascii: "0")) })
    }
}

extension Country {
    /// Whether these ASCII digits are a national mobile number of the right length and range.
    func isMobile(_ digits: some Collection<UInt8>) -> Bool {
        guard digits.count == nationalLength else { return false }
        let leading = digits.prefix(4).reduce(0) { $0 * 10 + Int($1) - Int(UInt8(ascii: "0")) }
        return mobileLeadingDigits.contains { $0 ~= leading }
    }

    /// The national part of an international number, which begins with no 0; nil unless that is a
    /// mobile number of the country.
    func nationalNumber(of digits: UInt64) -> UInt64? {
        let scale = Self.tenTo(nationalLength)
        let code = callingCode.utf8.reduce(0) { $0 * 10 + UInt64($1 - UInt8(ascii: "0")) }
        guard digits / scale == code else { return nil }
        let national = digits % scale
        let leading = Int(national / Self.tenTo(nationalLength - 4))
        return mobileLeadingDigits.contains { $0 ~= leading } ? national : nil
    }

    private static func tenTo(_ exponent: Int) -> UInt64 {
        (0..<exponent).reduce(1) { power, _ in power * 10 }
    }
}

extension ArraySlice<UInt8> {
    /// What follows `prefix`, or `nil` when the slice does not begin with it.
    fileprivate func dropping(_ prefix: String) -> ArraySlice<UInt8>? {
        starts(with: prefix.utf8) ? dropFirst(prefix.utf8.count) : nil
    }
}

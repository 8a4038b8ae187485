// SPDX-License-Identifier: Apache-2.0
public import GSM

extension Value {
    /// The value as a screen shows it before any transliteration.
    ///
    /// An absent value shows as nothing. Numbers of subscribers are written in full.
    ///
    /// - Parameters:
    ///   - format: How amounts are written.
    ///   - country: The country whose people read the screen.
    ///   - numbers: How the language of the screen writes amounts.
    ///   - dates: How it writes days and times.
    /// - Returns: The text, or nil for what can never be shown: flags, secrets, records and lists.
    public func text(
        format: AmountFormat,
        country: Country,
        numbers: NumberStyle = .english,
        dates: DateStyle = .english
    ) -> String? {
        switch self {
        case .absent: ""
        case .text(let text): text
        case .number(let number): String(number)
        case .amount(let minorUnits): format.text(minorUnits: minorUnits, in: numbers)
        case .msisdn(let msisdn): msisdn.national(in: country)
        case .calendar(let time): dates.text(time)
        case .flag, .secret, .record, .list: nil
        }
    }
}

extension ValueType {
    /// The septets of the longest rendering of a subscriber's number, `+234 803 000 0000`.
    public static let msisdnSeptetsMax = 17

    /// The septets of the longest rendering of a value that a service gives.
    ///
    /// Services promise texts in the characters that take one septet, so a text takes as many
    /// septets as characters.
    ///
    /// - Parameters:
    ///   - format: How amounts are written.
    ///   - numbers: How the language of the screen writes them.
    ///   - dates: How it writes days and times.
    /// - Returns: Septets, which are also UTF-16 units; nil for what can never be shown: flags,
    ///   secrets, records and lists.
    public func longestSeptets(
        format: AmountFormat,
        numbers: NumberStyle = .english,
        dates: DateStyle = .english
    ) -> Int? {
        switch self {
        case .text(let longest): longest
        case .number(let digits): digits
        case .amount: format.longestSeptets(in: numbers)
        case .calendar(let form): dates.longestSeptets(form)
        case .msisdn: Self.msisdnSeptetsMax
        case .choice(let words): words.map { TextSize.measure($0).units }.max() ?? 0
        case .flag, .secret, .record, .list: nil
        }
    }
}

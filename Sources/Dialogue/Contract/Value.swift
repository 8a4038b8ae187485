// SPDX-License-Identifier: Apache-2.0
public import GSM

/// What a dialogue remembers, and what it exchanges with services.
///
/// Money is an integer of minor units; its currency is the program's ``AmountFormat``.
public enum Value: Hashable, Sendable {
    /// Nothing was given.
    case absent
    /// Text as a service or a subscriber wrote it.
    case text(String)
    /// A whole number.
    case number(Int64)
    /// Money in minor units of the program's currency.
    case amount(Int64)
    /// A subscriber's number.
    case msisdn(MSISDN)
    /// A day, a time of day or both.
    case calendar(CalendarTime)
    /// Yes or no.
    case flag(Bool)
    /// Something that must never be shown, logged or stored.
    case secret(Secret)
    /// Fields in the order of their contract's ``RecordType``.
    case record([Value])
    /// Items, each usually a record.
    case list([Value])
}

extension Value: CustomStringConvertible {
    /// The value with numbers masked and secrets left out.
    public var description: String {
        switch self {
        case .absent: "absent"
        case .text(let text): "\"\(text)\""
        case .number(let number): "\(number)"
        case .amount(let minorUnits): "\(minorUnits) minor units"
        case .msisdn(let msisdn): "\(msisdn)"
        case .calendar(let time): "\(time)"
        case .flag(let flag): "\(flag)"
        case .secret(let secret): "\(secret)"
        case .record(let fields): "\(fields)"
        case .list(let items): "\(items)"
        }
    }
}

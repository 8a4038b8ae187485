// SPDX-License-Identifier: Apache-2.0
import GSM

/// What the holes of a scene stand for.
struct Variables {
    /// What is known of each phone, behind its name and a dot.
    static let phoneFields = ["e164", "local", "name", "national", "pin"]

    private var values: [String: String] = [:]

    init(_ phones: [PhoneSetup]) {
        for phone in phones {
            let number = phone.msisdn
            values["\(phone.name).e164"] = number.e164
            values["\(phone.name).local"] = number.local
            values["\(phone.name).national"] =
                number.country.map { number.national(in: $0) }
                ?? number.e164
            values["\(phone.name).name"] = phone.displayName
            values["\(phone.name).pin"] = phone.pin
        }
    }

    /// The value of a name, or nil when no line has matched it yet.
    subscript(name: String) -> String? { values[name] }

    /// What lines have remembered, without what is known of phones.
    var remembered: [String: String] { values.filter { !$0.key.contains(".") } }

    /// Remembers what matched.
    mutating func remember(_ captures: [String: String]) {
        values.merge(captures) { _, new in new }
    }
}

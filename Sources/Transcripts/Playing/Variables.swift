// SPDX-License-Identifier: Apache-2.0
import GSM

/// What the holes of a scene stand for.
struct Variables {
    /// What is known of each phone, behind its name and a dot.
    static let phoneFields = ["e164", "local", "name", "national", "pin"]

    /// What lines have remembered, without what is known of phones.
    private(set) var remembered: [String: String] = [:]
    private let phones: [PhoneSetup]

    init(_ phones: [PhoneSetup]) { self.phones = phones }

    /// The phone and the field of a name such as `amina.pin`; nil for a name without a dot.
    static func parts(of name: String) -> (phone: String, field: String)? {
        guard let dot = name.utf8.firstIndex(of: UInt8(ascii: ".")) else { return nil }
        return (String(name[..<dot]), String(name[name.utf8.index(after: dot)...]))
    }

    /// The value of a name, or nil when no line has matched it yet.
    subscript(name: String) -> String? {
        guard let (owner, field) = Self.parts(of: name) else { return remembered[name] }
        guard let phone = phones.first(where: { $0.name == owner }) else { return nil }
        switch field {
        case "e164": return phone.msisdn.e164
        case "local": return phone.msisdn.local
        case "name": return phone.displayName
        case "national":
            let number = phone.msisdn
            return number.country.map { number.national(in: $0) } ?? number.e164
        case "pin": return phone.pin
        default: return nil
        }
    }

    /// Whether a name has a value.
    func knows(_ name: String) -> Bool {
        guard let (owner, field) = Self.parts(of: name) else { return remembered[name] != nil }
        return phones.contains { phone in
            phone.name == owner && (field != "pin" || phone.pin != nil)
        } && Self.phoneFields.contains(field)
    }

    /// Remembers what matched.
    mutating func remember(_ captures: [String: String]) {
        remembered.merge(captures) { _, new in new }
    }
}

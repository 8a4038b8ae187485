// SPDX-License-Identifier: Apache-2.0
public import GSM

/// What `PHONE` asks for: an emulated phone and what its subscriber begins with.
///
/// Settings may hold a PIN, so that printing a request shows neither them nor the full number.
public struct PhoneRequest: Hashable, Sendable {
    /// The phone's name: a letter, then letters, digits, `-` and `_`, at most 32.
    public let name: String
    /// The number that was asked for, or nil when any will do.
    public let msisdn: MSISDN?
    /// The `key=value` words by key, such as `pin` and `balance`; a desk is never given `lang`.
    public let settings: [String: String]

    /// Makes a request.
    public init(name: String, msisdn: MSISDN? = nil, settings: [String: String] = [:]) {
        self.name = name
        self.msisdn = msisdn
        self.settings = settings
    }
}

extension PhoneRequest {
    /// The request without the setting `lang`, which is the gateway's to keep and not the desk's.
    var withoutLanguage: (PhoneRequest, language: String?) {
        var others = settings
        let language = others.removeValue(forKey: "lang")
        return (PhoneRequest(name: name, msisdn: msisdn, settings: others), language)
    }
}

extension PhoneRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The name, the masked number and the keys of the settings.
    public var description: String {
        ([name, msisdn?.masked].compactMap { $0 } + settings.keys.sorted()).joined(separator: " ")
    }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// A mirror that holds the masked description only.
    public var customMirror: Mirror {
        Mirror(self, children: ["masked": description], displayStyle: .struct)
    }
}

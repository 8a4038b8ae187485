// SPDX-License-Identifier: Apache-2.0

/// A string dialled on a phone, taken apart as TS 22.030 clause 6.5.2 writes it.
///
/// Dialled strings may hold a PIN: do not log ``dialled``.
public struct MMIString: Hashable, Sendable {
    /// The string as it was dialled.
    public let dialled: String
    /// Its parts when it has the structured form, else `nil`.
    public let structured: Structured?

    /// The procedure that the leading signs ask for.
    public enum Action: String, Hashable, Sendable, CaseIterable {
        /// `**`, register.
        case register = "**"
        /// `##`, erase.
        case erase = "##"
        /// `*#`, interrogate.
        case interrogate = "*#"
        /// `*`, activate.
        case activate = "*"
        /// `#`, deactivate.
        case deactivate = "#"
    }

    /// The structured form: action, code, up to four fields, `#`, rest.
    public struct Structured: Hashable, Sendable {
        /// The leading signs.
        public let action: Action
        /// The service code, two or three digits.
        public let code: String
        /// SIA, SIB, SIC and the repeated password, as far as given; a field may be empty.
        public let fields: [String]
        /// What follows the closing `#`, often nothing, sometimes a number to call.
        public let rest: String
    }

    /// What a phone knows besides the string when it decides.
    public struct Context: Hashable, Sendable {
        /// Whether a call is in progress, when `1` and `12` mean something else.
        public var isInCall: Bool
        /// Numbers that are always called, such as `112`.
        public var emergencyNumbers: Set<String>
        /// The country's short numbers that are called although they have two digits.
        public var shortCalls: Set<String>

        /// Makes a context; by default there is no call and no exception.
        public init(
            isInCall: Bool = false,
            emergencyNumbers: Set<String> = [],
            shortCalls: Set<String> = []
        ) {
            self.isInCall = isInCall
            self.emergencyNumbers = emergencyNumbers
            self.shortCalls = shortCalls
        }
    }

    /// Most fields of the structured form.
    public static let fieldsMax = 4

    /// Takes a dialled string apart; every string can be dialled.
    public init(_ dialled: String) {
        self.dialled = dialled
        structured = Self.parse(dialled[...])
    }

    /// Decides as a phone does what becomes of the string.
    public func action(in context: Context = Context()) -> DialledAction {
        if let structured {
            if structured.rest.hasSuffix("#") { return .ussd(dialled) }
            if structured.isHandsetLocal { return .handsetLocal }
            if structured.isSupplementaryService { return .supplementaryService }
            return .ussd(dialled)
        }
        if dialled.hasSuffix("#") {
            let size = TextSize.measure(dialled)
            let isSendable =
                size.alphabet == .gsm7 && size.units <= USSDString.Limits.septetsMax
            return isSendable ? .ussd(dialled) : .call
        }
        if context.shortCalls.contains(dialled) { return .call }
        let isShort =
            1...2 ~= dialled.count && !context.emergencyNumbers.contains(dialled)
            && (context.isInCall || dialled.count == 1 || !dialled.hasPrefix("1"))
        return isShort ? .ussd(dialled) : .call
    }

    private static func parse(_ dialled: Substring) -> Structured? {
        guard let action = Action.allCases.first(where: { dialled.hasPrefix($0.rawValue) }),
            let hash = dialled.dropFirst(action.rawValue.count).firstIndex(of: "#")
        else { return nil }
        let parts = dialled[..<hash].dropFirst(action.rawValue.count)
            .split(separator: "*", omittingEmptySubsequences: false)
        guard let code = parts.first, 2...3 ~= code.utf8.count,
            code.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }),
            parts.count <= 1 + fieldsMax
        else { return nil }
        return Structured(
            action: action,
            code: String(code),
            fields: parts.dropFirst().map(String.init),
            rest: String(dialled[hash...].dropFirst())
        )
    }
}

extension MMIString.Structured {
    /// Codes that change or unblock a PIN or the barring password, registered with `**`.
    private static let passwordCodes: Set<String> = ["03", "04", "042", "05", "052"]

    /// Supplementary services of TS 22.030 annex B whose code has no variable digit.
    private static let serviceCodes: Set<String> = [
        "002", "004", "21", "30", "31", "33", "35", "37", "43", "61", "62", "66", "67", "75", "88",
        "96", "214", "300", "330", "331", "332", "333", "351", "353", "360", "361", "362", "363",
    ]

    /// Whether the phone acts by itself: IMEI, PIN, PUK and barring password.
    var isHandsetLocal: Bool {
        switch action {
        case .interrogate: code == "06"
        case .register: Self.passwordCodes.contains(code)
        default: false
        }
    }

    /// Whether the code names a service of annex B, eMLPP (75n) and profiles (59n) included.
    var isSupplementaryService: Bool {
        let hasVariableDigit =
            code.utf8.count == 3 && (code.hasPrefix("75") || code.hasPrefix("59"))
        return hasVariableDigit || Self.serviceCodes.contains(code)
    }
}

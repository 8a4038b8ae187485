// SPDX-License-Identifier: Apache-2.0
public import GSM

/// What reached a phone, with the name under which it is registered.
public struct HandsetEvent: Hashable, Sendable {
    /// The name of the emulated phone, or nil for a phone that is none.
    public let name: String?
    /// The phone.
    public let msisdn: MSISDN
    /// What reached it.
    public let event: GatewayEvent
}

/// Ends a subscription when it is cancelled or let go.
public final class Subscription: Sendable {
    /// Whether it was taken; false when there are ``HandsetNetwork/Limits/subscribersMax`` others.
    public let isAccepted: Bool
    private let end: @Sendable () -> Void

    init(isAccepted: Bool, end: @escaping @Sendable () -> Void) {
        self.isAccepted = isAccepted
        self.end = end
    }

    deinit { end() }

    /// Ends the subscription; again does nothing.
    public func cancel() {
        end()
    }
}

/// Why a phone could not be registered.
public enum RegistrationError: Error, Hashable, Sendable {
    /// A name is 1 to 32 letters, digits, dashes and underscores and begins with a letter.
    case badName
    /// Another phone has the name.
    case nameTaken
    /// Another name has the number.
    case numberTaken
    /// There are as many phones as ``GatewayLimits/handsetsMax`` allows.
    case tooMany

    /// What happened and what to do, in plain words.
    public var text: String {
        switch self {
        case .badName:
            "A phone's name is 1 to 32 letters, digits, - and _ and begins with a letter."
        case .nameTaken: "Another phone has this name. Choose another name."
        case .numberTaken: "Another phone has this number. Choose another number."
        case .tooMany: "There are too many phones. No phone was added."
        }
    }
}

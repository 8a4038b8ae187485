// SPDX-License-Identifier: Apache-2.0

/// What a dialogue asks of a service and waits for.
public struct ServiceCall: Hashable, Sendable {
    /// The service's name, as `money`.
    public let service: String
    /// The operation's name, as `send`.
    public let operation: String
    /// The arguments in the order of the contract's parameters.
    public let arguments: [Value]
    /// Whether the operation moves money.
    public let posts: Bool

    /// Makes a call.
    public init(service: String, operation: String, arguments: [Value], posts: Bool) {
        self.service = service
        self.operation = operation
        self.arguments = arguments
        self.posts = posts
    }
}

/// How a call ended.
public struct ServiceResult: Hashable, Sendable {
    /// The outcome's name: ``Outcome/ok``, or one of the operation's contract.
    public let outcome: String
    /// The result or the outcome's payload; ``Value/absent`` when there is none.
    public let value: Value
    /// Whether the service wants to be told when the screen that shows this has gone out, as it is
    /// of every payment; else the news would be lost with the screen.
    public let isToBeTold: Bool

    /// Makes a result.
    public init(_ outcome: String, _ value: Value = .absent, isToBeTold: Bool = false) {
        self.outcome = outcome
        self.value = value
        self.isToBeTold = isToBeTold
    }

    /// The operation was done.
    public static func ok(_ value: Value = .absent) -> ServiceResult {
        ServiceResult(Outcome.ok, value)
    }

    /// The service did not answer and did nothing.
    public static let unavailable = ServiceResult(Outcome.unavailable)

    /// The service was asked to move money and has not said whether it did.
    public static let unsure = ServiceResult(Outcome.unsure)
}

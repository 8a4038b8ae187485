// SPDX-License-Identifier: Apache-2.0
public import Dialogue

/// A service of somebody else: what it promises, and where and how it is called.
public struct ExternalService: Hashable, Sendable {
    /// The name that programs call it by, as `weather@5f3a`; what follows `@` tells versions apart.
    public let name: String
    /// What it promises; its own name has no `@`.
    public let contract: ServiceContract
    /// The address that every call is posted to, `https://…` or `http://…` on this machine.
    public let address: String
    /// How many seconds a call may take, all its attempts together.
    public let callSeconds: Int
    /// How often a call may be repeated.
    public let retriesMax: Int

    /// Makes a service from its parts.
    public init(
        name: String,
        contract: ServiceContract,
        address: String,
        callSeconds: Int,
        retriesMax: Int
    ) {
        self.name = name
        self.contract = contract
        self.address = address
        self.callSeconds = callSeconds
        self.retriesMax = retriesMax
    }

    /// An operation's contract by its name.
    func operation(_ name: String) -> OperationContract? {
        contract.operations.first { $0.name == name }
    }

    /// How a call may go, in numbers.
    var rules: CallLife.Rules {
        CallLife.Rules(
            callMilliseconds: Int64(min(max(callSeconds, 1), CallLimits.secondsMax)) * 1_000,
            retriesMax: min(max(retriesMax, 0), CallLimits.retriesMax)
        )
    }
}

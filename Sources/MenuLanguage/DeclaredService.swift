// SPDX-License-Identifier: Apache-2.0
public import Dialogue

/// A service of somebody else, as a menu declares it: what it promises, and how it is called.
public struct DeclaredService: Hashable, Sendable {
    /// What it promises, under the name that the menu writes.
    public let contract: ServiceContract
    /// Where it is called: `https://…`, or `http://…` on this machine.
    public let address: String
    /// How many seconds a call may take, all its attempts together.
    public let callSeconds: Int
    /// How often a call may be repeated.
    public let retriesMax: Int

    /// Makes a declaration.
    public init(contract: ServiceContract, address: String, callSeconds: Int, retriesMax: Int) {
        self.contract = contract
        self.address = address
        self.callSeconds = callSeconds
        self.retriesMax = retriesMax
    }

    /// The service's name in compiled programs, as `weather@5f3a…`.
    ///
    /// What stands behind `@` tells one declaration from another, so that a session that began
    /// before a menu was edited is answered as its own version of the menu expects. The order of
    /// the words of a choice makes no difference.
    public var programName: String {
        var digest: UInt64 = 0xcbf2_9ce4_8422_2325
        for octet in "\(contract.withoutOrder) \(address) \(callSeconds) \(retriesMax)".utf8 {
            digest = (digest ^ UInt64(octet)) &* 0x0000_0100_0000_01b3
        }
        return contract.name + "@" + String(digest, radix: 16)
    }
}

extension ServiceContract {
    /// The contract with the words of each choice in alphabetical order.
    fileprivate var withoutOrder: ServiceContract {
        ServiceContract(
            name: name,
            amountFormat: amountFormat,
            records: records.map { RecordType($0.name, $0.fields.map(\.withoutOrder)) },
            operations: operations.map { operation in
                OperationContract(
                    name: operation.name,
                    parameters: operation.parameters.map(\.withoutOrder),
                    result: operation.result?.withoutOrder,
                    outcomes: operation.outcomes.map {
                        OutcomeContract($0.name, payload: $0.payload?.withoutOrder)
                    },
                    posts: operation.posts
                )
            }
        )
    }
}

extension Field {
    fileprivate var withoutOrder: Field { Field(name, type.withoutOrder) }
}

extension ValueType {
    fileprivate var withoutOrder: ValueType {
        if case .choice(let words) = self { .choice(words.sorted()) } else { self }
    }
}

// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway

/// One attempt of a call as it goes over the wire.
///
/// The body has the subscriber's number in full and may have a secret, so nothing prints it.
public struct WireRequest: Sendable {
    /// Where it is posted to.
    public let address: String
    /// The call's key, 32 hexadecimal digits; it is the header `Idempotency-Key`.
    public let key: String
    /// The JSON text in UTF-8.
    public let body: [UInt8]

    /// Makes the request of an attempt; nil when the arguments are not those of the contract.
    init?(
        _ request: ServiceRequest,
        _ operation: OperationContract,
        of service: ExternalService,
        attempt: Int
    ) {
        guard request.call.arguments.count == operation.parameters.count else { return nil }
        let writer = ValueWriter(contract: service.contract)
        var arguments: [String: JSONValue] = [:]
        for (parameter, argument) in zip(operation.parameters, request.call.arguments) {
            guard let value = writer.json(argument, parameter.type) else { return nil }
            arguments[parameter.name] = value
        }
        address = service.address
        key = request.key.text
        body =
            JSONValue.object([
                "operation": .text(operation.name),
                "key": .text(key),
                "subscriber": .text(request.subscriber.e164),
                "arguments": .object(arguments),
                "attempt": .whole(Int64(attempt)),
            ]).octets
    }
}

extension WireRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The address and how long the body is.
    public var description: String { "POST \(address), \(body.count) octets" }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// A mirror without the body.
    public var customMirror: Mirror { Mirror(self, children: ["description": description]) }
}

extension ServiceKey {
    /// The key as 32 hexadecimal digits.
    var text: String {
        [high, low].map { half in
            let digits = String(half, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }
}

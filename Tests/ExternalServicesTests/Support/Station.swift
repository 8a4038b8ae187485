// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Testing

@testable import ExternalServices

/// A service to test with: it forecasts, and takes reports.
enum Station {
    static let contract = ServiceContract(
        name: "station",
        amountFormat: AmountFormat(code: "KES", minorDigits: 2),
        records: [
            RecordType(
                "day",
                [
                    Field("sky", .choice(["sunny", "rainy"])), Field("rain", .number(digits: 3)),
                    Field("note", .text(longest: 10)), Field("cost", .amount),
                    Field("from", .msisdn), Field("dry", .flag),
                ]
            ),
            RecordType(
                "visit",
                [
                    Field("on", .calendar(.date)), Field("at", .calendar(.time)),
                    Field("until", .calendar(.moment)),
                ]
            ),
            RecordType("place", [Field("name", .text(longest: 5))]),
        ],
        operations: [
            OperationContract(
                name: "forecast",
                parameters: [Field("place", .text(longest: 20))],
                result: .text(longest: 10),
                outcomes: [
                    OutcomeContract("unknown_place"),
                    OutcomeContract("closed", payload: .text(longest: 12)),
                ]
            ),
            OperationContract(name: "day", result: .record("day")),
            OperationContract(name: "places", result: .list(of: "place", atMost: 2)),
            OperationContract(name: "visit", result: .record("visit")),
            OperationContract(name: "ping"),
            OperationContract(
                name: "report",
                parameters: [
                    Field("place", .text(longest: 20)), Field("rain", .number(digits: 3)),
                    Field("price", .amount), Field("to", .msisdn), Field("dry", .flag),
                    Field("day", .record("place")), Field("pin", .secret),
                ],
                result: .text(longest: 10),
                posts: true
            ),
            OperationContract(name: "post", parameters: [Field("pin", .secret)], posts: true),
        ]
    )

    static func service(
        at address: String = "http://127.0.0.1:1/",
        seconds: Int = 3,
        retries: Int = 0
    ) -> ExternalService {
        ExternalService(
            name: "station@1",
            contract: contract,
            address: address,
            callSeconds: seconds,
            retriesMax: retries
        )
    }

    static func operation(_ name: String) -> OperationContract {
        contract.operations.first { $0.name == name } ?? OperationContract(name: name)
    }

    static let amina = MSISDN(digits: 254_712_000_001)

    /// A call of an operation with a key of its own.
    static func request(
        _ operation: String,
        _ arguments: [Value] = [],
        key: UInt64 = 1,
        at: Int64 = 0
    ) throws -> ServiceRequest {
        ServiceRequest(
            key: ServiceKey(high: 0x1A2B, low: key),
            subscriber: try #require(amina),
            call: ServiceCall(
                service: "station@1",
                operation: operation,
                arguments: arguments,
                posts: Station.operation(operation).posts
            ),
            at: Instant(milliseconds: at)
        )
    }

    static func forecast(key: UInt64 = 1, at: Int64 = 0) throws -> ServiceRequest {
        try request("forecast", [.text("Kisumu")], key: key, at: at)
    }

    static func post(key: UInt64 = 1) throws -> ServiceRequest {
        try request("post", [.secret(Secret("4821"))], key: key)
    }

    /// An answer as it comes over the wire.
    static func answer(_ json: String, status: Int = 200) -> TransportOutcome {
        .answered(status: status, contentType: "application/json", body: Array(json.utf8))
    }
}

// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Foundation
import Gateway
import Testing

@testable import ExternalServices

/// The pages show what is so.
struct CatalogueExampleTests {
    private static func page(_ name: String) throws -> String {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/ExternalServices/ExternalServices.docc")
        return try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }

    private static func blocks(_ language: String, of name: String) throws -> [String] {
        try page(name).split(separator: "\n```\(language)\n").dropFirst().compactMap {
            $0.split(separator: "\n```").first.map { String($0) }
        }
    }

    @Test func theRequestIsAsItIsSent() throws {
        let wire = try #require(
            WireRequest(
                try Station.forecast(),
                Station.operation("forecast"),
                of: Station.service(),
                attempt: 1
            )
        )
        let shown = try #require(try Self.blocks("json", of: "Wire.md").first)
        #expect(shown == String(decoding: wire.body, as: UTF8.self))
        #expect(try Self.page("Wire.md").contains("Idempotency-Key: \(wire.key)"))
        #expect(try Self.page("Wire.md").contains("at most \(CallLimits.answerOctetsMax) octets"))
    }

    @Test func theAnswersAreTaken() throws {
        let reader = AnswerReader(
            contract: Station.contract,
            operation: Station.operation("forecast")
        )
        let results = try Self.blocks("json", of: "Wire.md").dropFirst().map {
            try reader.result(of: Array($0.utf8))
        }
        #expect(
            results == [
                .ok(.text("Sunny")), ServiceResult("unknown_place"),
                ServiceResult("closed", .text("until noon")),
            ]
        )
    }

    @Test func theStubsAreRead() throws {
        let yaml = try #require(try Self.blocks("yaml", of: "YourOwnService.md").first)
        let stubs = try StubFile(yaml: yaml).stubs
        #expect(stubs["station"]?.mapValues(\.count) == ["forecast": 5, "report": 1])
        for failure in StubFile.Failure.allCases {
            #expect(try Self.page("YourOwnService.md").contains("`\(failure.rawValue)`"))
        }
    }

    @Test func thePausesAreThoseOfThePage() throws {
        let pauses = CallLife.Rules(callMilliseconds: 1, retriesMax: 0).pausesMilliseconds
        let shown = pauses.dropLast().map(String.init).joined(separator: ", ")
        let page = try Self.page("ExternalServices.md")
        #expect(page.contains("pauses of \(shown) and \(pauses.last ?? 0) milliseconds"))
    }
}

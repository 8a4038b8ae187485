// SPDX-License-Identifier: Apache-2.0
import Foundation
import SourceText
import Testing

@testable import Transcripts

/// The page `Transcripts.md` shows what is so.
struct CatalogueExampleTests {
    private static var page: String {
        get throws {
            let path = "../../Sources/Transcripts/Transcripts.docc/Transcripts.md"
            return try Fixture.file(path).text
        }
    }

    @Test func exampleIsATranscript() throws {
        let blocks = try Self.page.split(separator: "\n```", omittingEmptySubsequences: false)
        let scene = try #require(blocks.dropFirst().first).drop { $0.isNewline }
        let (transcript, diagnostics) = TranscriptParser.parse(
            SourceFile(path: "page.ussd", text: String(scene) + "\n")
        )
        #expect(diagnostics.map(\.id) == [])
        #expect(transcript.stepCount == 4)
    }

    @Test func everySettingFieldAndEndingIsOnThePage() throws {
        let page = try Self.page
        for key in HeaderMistake.settings where key != "phone" {
            #expect(page.contains("| `\(key): "), "\(key)")
        }
        for key in HeaderMistake.phoneSettings { #expect(page.contains("`\(key)`"), "\(key)") }
        for field in Variables.phoneFields { #expect(page.contains(".\(field)"), "\(field)") }
        for feature in WorldFeature.allCases {
            #expect(page.contains("`\(feature.rawValue)`"), "\(feature)")
        }
        for ending in Expectation.Ending.allCases {
            #expect(page.contains(ending.rawValue), "\(ending)")
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import Patterns
import Testing

@testable import Transcripts

/// Patterns of lines, compiled once for all scenes of a run.
struct PatternShelfTests {
    @Test func sameLineIsCompiledOnce() throws {
        let shelf = PatternShelf()
        let first = try shelf.pattern("Ref (?<ref>[0-9A-Z]{10})")
        #expect(try shelf.pattern("Ref (?<ref>[0-9A-Z]{10})") === first)
        #expect(try shelf.pattern("Ref (?<ref>[0-9A-Z]{9})") !== first)
        #expect(try first.firstMatch(in: "Ref AB5TXDESWZ")?.named == ["ref": "AB5TXDESWZ"])
    }

    @Test func badPatternIsRefusedEachTime() {
        let shelf = PatternShelf()
        for _ in 1...2 { #expect(throws: PatternError.self) { try shelf.pattern("(") } }
    }

    /// A run of very many scenes must not hold a pattern for every line it ever read.
    @Test func fullShelfStillAnswers() throws {
        let shelf = PatternShelf()
        for number in 0..<PatternShelf.patternsMax { _ = try shelf.pattern("line \(number)") }
        let last = try shelf.pattern("one more")
        #expect(try shelf.pattern("one more") !== last)
        #expect(try last.firstMatch(in: "one more") != nil)
        #expect(try shelf.pattern("line 0") === shelf.pattern("line 0"))
    }
}

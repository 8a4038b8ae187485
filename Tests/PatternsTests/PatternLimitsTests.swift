// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Patterns

/// Each limit at work; the codes are those of pcre2api, "Error return values from pcre2_match".
@Suite struct PatternLimitsTests {
    private let hopeless = String(repeating: "a", count: 40) + "!"

    @Test(arguments: [PatternOptions(), .interpreted])
    func aHopelessSearchEndsAtTheStepLimit(_ options: PatternOptions) throws {
        let pattern = try Pattern("^(?:a+)+$", options: options)
        #expect(pattern.code(matching: hopeless) == -47)
        #expect(throws: PatternError.tooExpensive) { try pattern.matches(hopeless) }
        #expect(throws: PatternError.tooExpensive) { try pattern.firstMatch(in: hopeless) }
        #expect(try pattern.matches("aaaa"))
    }

    @Test func aLargerStepLimitDecidesWhatASmallerOneGivesUp() throws {
        let text = String(repeating: "a", count: 12) + "!"
        let few = try Pattern("^(?:a+)+$", limits: PatternLimits(matchStepsMax: 100))
        #expect(throws: PatternError.tooExpensive) { try few.matches(text) }
        #expect(try !Pattern("^(?:a+)+$").matches(text))
    }

    @Test func theInterpreterKeepsTheDepthLimit() throws {
        let nested =
            "(" + String(repeating: "(", count: 20) + String(repeating: ")", count: 20) + ")"
        let source = #"^(\((?1)*\))$"#
        let limits = PatternLimits(depthMax: 10)
        let shallow = try Pattern(source, options: .interpreted, limits: limits)
        #expect(shallow.code(matching: nested) == -53)
        #expect(throws: PatternError.tooExpensive) { try shallow.matches(nested) }
        #expect(try Pattern(source, options: .interpreted).matches(nested))
    }

    @Test func theInterpreterKeepsTheHeapLimit() throws {
        let text = String(repeating: "ab", count: 50_000)
        let limits = PatternLimits(matchStepsMax: 10_000_000, depthMax: 10_000_000, heapKiBMax: 64)
        let pattern = try Pattern("^(?:(a)|b)*$", options: .interpreted, limits: limits)
        #expect(pattern.code(matching: text) == -63)
        #expect(throws: PatternError.tooExpensive) { try pattern.matches(text) }
    }

    @Test func machineCodeKeepsToItsStack() throws {
        let text = String(repeating: "ab", count: 50_000)
        let limits = PatternLimits(matchStepsMax: 10_000_000)
        let pattern = try Pattern("^(?:(a)|b)*$", limits: limits)
        try #require(pattern.isMachineCode)
        #expect(pattern.code(matching: text) == -46)
        #expect(throws: PatternError.tooExpensive) { try pattern.matches(text) }
    }

    @Test func aPatternCannotRaiseItsOwnLimits() throws {
        let pattern = try Pattern("(*LIMIT_MATCH=4000000000)^(?:a+)+$")
        #expect(throws: PatternError.tooExpensive) { try pattern.matches(hopeless) }
    }

    @Test func thePatternItselfHasALongestLength() throws {
        let limits = PatternLimits(sourceOctetsMax: 8)
        #expect(try Pattern("aaaaaaaa", limits: limits).matches("aaaaaaaa"))
        #expect(throws: PatternError.self) { try Pattern("aaaaaaaaa", limits: limits) }
        #expect(throws: PatternError.self) {
            try Pattern("a", limits: PatternLimits(sourceOctetsMax: -1))
        }
    }

    @Test func theInterpreterIsUsedWhenAsked() throws {
        #expect(try !Pattern("a", options: .interpreted).isMachineCode)
    }
}

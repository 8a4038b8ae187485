// SPDX-License-Identifier: Apache-2.0
import Patterns
import Testing

@Suite struct PatternConcurrencyTests {
    @Test func onePatternServesManyTasks() async throws {
        let pattern = try Pattern(#"^(?:\+?254|0)(?<local>7\d{8})$"#, options: .wholeInput)
        let wrong = try await withThrowingTaskGroup(of: Int.self) { group in
            for task in 0..<8 {
                group.addTask {
                    var wrong = 0
                    for number in 0..<2_000 {
                        let digits = String(10_000_000 + task * 2_000 + number)
                        let match = try pattern.firstMatch(in: "+2547" + digits)
                        if match?["local"] != "7" + digits { wrong += 1 }
                        if try pattern.matches("+2548" + digits) { wrong += 1 }
                    }
                    return wrong
                }
            }
            var sum = 0
            for try await wrong in group { sum += wrong }
            return sum
        }
        #expect(wrong == 0)
    }
}

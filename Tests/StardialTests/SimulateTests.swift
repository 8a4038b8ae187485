// SPDX-License-Identifier: Apache-2.0
import Testing

/// `stardial simulate`.
@Suite struct SimulateTests {
    private func simulate(_ more: [String]) async throws -> RunningCommand.Ended {
        try await BuiltCommand.run(["simulate"] + more)
    }

    @Test func aTownLivesThroughItsDaysAndASeedRepeatsThem() async throws {
        let first = try await simulate(["--seed", "11", "--days", "4", "--phones", "150"])
        #expect(first.status == 0, "\(first.output)\(first.errors)")
        #expect(first.output.contains("every day the books balanced"))
        #expect(!first.output.contains("power cuts 0, disk faults 0"))
        let again = try await simulate(["--seed", "11", "--days", "4", "--phones", "150"])
        #expect(again.output == first.output)
        let other = try await simulate(["--seed", "12", "--days", "4", "--phones", "150"])
        #expect(other.output != first.output)
    }

    @Test(arguments: ["invent", "deny", "forget", "silent", "twice"])
    func aPromiseBrokenOnPurposeIsFound(_ flaw: String) async throws {
        let found = try await simulate(["--phones", "300", "--days", "6", "--flaw", flaw])
        #expect(found.status == 1, "\(found.output)")
        #expect(found.errors.contains("this did not hold"))
        #expect(found.errors.contains("The same seed does it again"))
    }

    @Test func nothingIsSimulatedOfNoDays() async throws {
        let found = try await simulate(["--days", "0"])
        #expect(found.status == 2)
    }
}

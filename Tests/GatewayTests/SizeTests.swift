// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Testing

@testable import Gateway

@Suite struct SizeTests {
    /// Counts the object, its answers, the texts of two usual screens, and its places in the
    /// table and the heap at their emptiest.
    @Test func aLiveSessionTakesAtMostOneKibibyte() throws {
        let program = TestMenu.make()
        let match = try #require(ServiceCode("*789#").flatMap { program.match(dialled: $0) })
        let opening = Opening(
            id: .none,
            place: SessionPlace(World.amina, .dialled),
            subscriber: World.amina,
            program: program,
            match: match,
            code: "*789#",
            random: SplitMix64(seed: 1),
            language: nil,
            isTraced: false
        )
        let session = Session(opening, speaking: nil, at: Instant(milliseconds: 0))
        let fields = Mirror(reflecting: session).children.map { stride(of: $0.value) }
        let object = 16 + fields.reduce(0, +)
        let kept = GatewayLimits().answersKeptMax
        let answers = 32 + kept * (MemoryLayout<StoredAnswer>.stride + 32 + 120)
        let place = 2 * (MemoryLayout<SessionPlace>.stride + MemoryLayout<Session>.stride)
        let deadline = 2 * MemoryLayout<Deadline>.stride
        let total = object + answers + place + deadline
        #expect(fields.count > 15)
        #expect(total <= 1_024, "\(total) octets, \(object) of them the object")
    }

    private func stride(of value: Any) -> Int {
        func measure<Field>(_ field: Field) -> Int { MemoryLayout<Field>.stride }
        return _openExistential(value, do: measure)
    }
}

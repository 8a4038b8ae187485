// SPDX-License-Identifier: Apache-2.0
import GSM
import Testing

@testable import Gateway

@Suite struct DeadlineTests {
    @Test func givesTheEarliestFirst() {
        var random = SplitMix64(seed: 7)
        var heap = DeadlineHeap()
        var expected: [Int64] = []
        for _ in 0..<2_000 {
            if random.next() % 3 == 0, let first = heap.first {
                #expect(first.due == expected.min())
                heap.removeFirst()
                expected.remove(at: expected.firstIndex(of: first.due) ?? 0)
            } else {
                let due = Int64(random.next() % 500)
                heap.insert(Deadline(due: due, of: .dialled, World.amina))
                expected.append(due)
            }
        }
        var rest: [Int64] = []
        while let first = heap.first {
            rest.append(first.due)
            heap.removeFirst()
        }
        #expect(rest == expected.sorted())
        heap.removeFirst()
        #expect(heap.count == 0)
    }

    @Test(arguments: [Deadline.Subject.dialled, .texted, .kept, .past])
    func remembersWhoseItIs(_ subject: Deadline.Subject) {
        let deadline = Deadline(due: 5, of: subject, World.baraka)
        #expect(deadline.subject == subject)
        #expect(deadline.subscriber == World.baraka)
    }

    @Test func dropsWhatBecameMeaningless() {
        var state = ShardState(configuration: GatewayConfiguration(seed: 1), tally: Tally())
        for due in 0..<10_000 {
            state.enter(Deadline(due: Int64(due), of: .past, World.amina))
        }
        #expect(state.deadlines.count <= 65)
        #expect(state.nextDeadline() == nil)
    }

    /// The generator's published first outputs for the seed 1234567.
    @Test func drawsWhatTheGeneratorIsKnownToDraw() {
        var random = SplitMix64(seed: 1_234_567)
        #expect(random.next() == 6_457_827_717_110_365_317)
        #expect(random.next() == 3_203_168_211_198_807_973)
    }
}

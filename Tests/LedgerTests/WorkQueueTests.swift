// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Ledger

@Suite struct WorkQueueTests {
    /// Adds and finishes in a fixed disorder and compares with sorting.
    @Test func `the queue is in the order of moments and then of numbers`() {
        var queue = WorkQueue()
        var known: [WorkItem] = []
        var random: UInt64 = 7
        func next(_ bound: Int) -> Int {
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(random >> 33) % bound
        }
        for number in 1...800 as ClosedRange<Int64> {
            let due = Timestamp(milliseconds: Int64(next(50)))
            let item = WorkItem(
                id: WorkID(number),
                transfer: .zero,
                WorkItem(due: due, kind: 1, subject: 0)
            )
            queue.add(item)
            known.append(item)
            if next(3) > 0 { queue.finish(known.remove(at: next(known.count)).id) }
            queue.finish(WorkID(number + 1))
            known.sort { ($0.due, $0.id) < ($1.due, $1.id) }
            let moment = Timestamp(milliseconds: Int64(next(60)))
            let limit = next(9)
            let expected = known.filter { $0.due <= moment }.prefix(limit)
            #expect(queue.due(at: moment, limit: limit) == Array(expected))
        }
        #expect(queue.count == known.count)
        for item in known { queue.finish(item.id) }
        #expect(queue.due(at: Timestamp(milliseconds: .max), limit: 9).isEmpty)
    }
}

// SPDX-License-Identifier: Apache-2.0
import GSM
import Synchronization

/// One thing at a time for each subscriber: what comes while another runs, waits.
///
/// So that no second try at a PIN begins before the first is counted.
final class Lanes: Sendable {
    /// Work that calls its argument once, when it is over.
    typealias Work = @Sendable (@escaping @Sendable () -> Void) -> Void

    /// Most calls of one subscriber that wait.
    static let waitingMax = 16

    private let waiting = Mutex<[UInt64: [Work]]>([:])

    /// Runs work in a subscriber's lane, now or when its turn comes.
    ///
    /// - Returns: false when too much waits already; then the work is not run.
    func enter(_ owner: MSISDN, _ work: @escaping Work) -> Bool {
        let place = waiting.withLock { lanes -> Int in
            guard let queue = lanes[owner.digits] else {
                lanes[owner.digits] = []
                return 0
            }
            guard queue.count < Self.waitingMax else { return -1 }
            lanes[owner.digits, default: []].append(work)
            return 1
        }
        if place == 0 { work { self.leave(owner) } }
        return place >= 0
    }

    private func leave(_ owner: MSISDN) {
        let next = waiting.withLock { lanes -> Work? in
            guard var queue = lanes[owner.digits], !queue.isEmpty else {
                lanes[owner.digits] = nil
                return nil
            }
            let next = queue.removeFirst()
            lanes[owner.digits] = queue
            return next
        }
        next? { self.leave(owner) }
    }
}

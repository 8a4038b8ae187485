// SPDX-License-Identifier: Apache-2.0
import Ledger
import Synchronization

/// A planner that forgets now and then that an item is done in the commit that finishes it: what
/// the item does is also committed by itself.
final class DoubledWork: Sendable {
    private let store: any LedgerStore
    private let planner: WorkClerk.Planner
    private let plans = Mutex(0)
    private static let plansPerMistake = 20

    init(_ store: any LedgerStore, _ planner: @escaping WorkClerk.Planner) {
        self.store = store
        self.planner = planner
    }

    func plan(_ item: WorkItem, refused: TransferRejection?) -> WorkClerk.Plan {
        let plan = planner(item, refused)
        guard case .run(var command) = plan,
            !command.transfers.isEmpty || command.announce != nil
        else { return plan }
        let count = plans.withLock { plans in
            plans += 1
            return plans
        }
        guard count.isMultiple(of: Self.plansPerMistake) else { return plan }
        command.key = IdempotencyKey(high: .max, low: UInt64(bitPattern: item.id.rawValue))
        command.work = []
        store.commit(command) { _ in }
        return plan
    }
}

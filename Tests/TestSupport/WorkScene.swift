// SPDX-License-Identifier: Apache-2.0
public import Ledger

/// Work that tests of every store share: two savers get a cent a day, a hold is released on the
/// third day at noon and another one expires, and a message is written on the fifth.
public struct WorkScene: Sendable {
    /// A day in milliseconds.
    public static let day: Int64 = 86_400_000
    /// When the scene begins.
    public static let start = LedgerFixtures.now
    /// So many days after the beginning, and so many milliseconds.
    public static func day(_ count: Int64, _ more: Int64 = 0) -> Timestamp {
        start.adding(milliseconds: count * day + more)
    }

    /// What each kind of item does.
    public enum Kind: UInt16 {
        /// A cent to an account, and the same again a day later.
        case daily = 1
        /// Posts the hold that its own command made.
        case release = 2
        /// A message.
        case remind = 3
    }

    /// Opens the accounts and puts the work on the queue.
    public static var opening: LedgerCommand {
        var command = LedgerFixtures.opening(wallets: 2, each: 1_000)
        let hold = Transfer(
            debit: AccountID(2),
            credit: AccountID(3),
            amount: LedgerFixtures.cents(100),
            kind: .pending(expiresAt: day(9))
        )
        var late = hold
        late.kind = .pending(expiresAt: day(4))
        command.transfers += [hold, late]
        command.work = [
            WorkItem(due: day(5), kind: Kind.remind.rawValue, subject: 254_712_000_001),
            WorkItem(due: day(1), kind: Kind.daily.rawValue, subject: 2),
            WorkItem(due: day(1), kind: Kind.daily.rawValue, subject: 3),
            WorkItem(due: day(2, day / 2), kind: Kind.release.rawValue, subject: 2),
        ]
        return command
    }

    /// Plans an item.
    public static func plan(_ item: WorkItem, refused: TransferRejection?) -> WorkClerk.Plan {
        var command = LedgerCommand(key: IdempotencyKey(high: 0, low: 0), at: item.due)
        switch Kind(rawValue: item.kind) {
        case .daily:
            let transfer = Transfer(
                debit: AccountID(1),
                credit: AccountID(item.subject),
                amount: LedgerFixtures.cents(1)
            )
            var next = item
            next.due = item.due.adding(milliseconds: day)
            command.transfers = refused == nil ? [transfer] : []
            command.work = [next]
        case .release:
            let hold = TransferID(item.transfer.rawValue + Int64(item.subject))
            command.transfers = [.post(hold)]
        case .remind:
            let message = OutboxMessage(to: item.subject, from: "TEST", text: "5", at: item.due)
            command.announce = { _ in [message] }
        case nil:
            return .putOff
        }
        return .run(command)
    }

    /// A clerk for the scene's work.
    public static func clerk(
        _ store: any LedgerStore,
        itemsPerAdvanceMax: Int = .max
    ) -> WorkClerk {
        WorkClerk(store: store, itemsPerAdvanceMax: itemsPerAdvanceMax, plan: plan)
    }

    /// What the transfers did after the opening, one a line: day, kind, account and amount.
    public static func journal(_ store: any LedgerStore) throws(LedgerStoreError) -> [String] {
        try store.transfers(since: TransferID(4), limit: .max).map { row in
            let hours = (row.at.milliseconds - start.milliseconds) / 3_600_000
            let kind =
                switch row.kind {
                case .posted: "posted"
                case .pending: "held"
                case .post: "released"
                case .void: "voided"
                case .expire: "expired"
                default: "\(row.kind)"
                }
            return "\(hours / 24)d\(hours % 24)h \(kind) \(row.credit.rawValue) "
                + String(row.amount.minorUnits)
        }
    }

    /// The journal of the first six days.
    public static let sixDays = [
        "1d0h posted 2 1", "1d0h posted 3 1", "2d0h posted 2 1", "2d0h posted 3 1",
        "2d12h released 3 100", "3d0h posted 2 1", "3d0h posted 3 1", "4d0h expired 3 100",
        "4d0h posted 2 1", "4d0h posted 3 1", "5d0h posted 2 1", "5d0h posted 3 1",
        "6d0h posted 2 1", "6d0h posted 3 1",
    ]
}

// SPDX-License-Identifier: Apache-2.0
import Ledger

/// Every history of so many transfers over three accounts: each movement, hold, posting and
/// reversal, whole and in part, and voiding, between every two of them, alone and linked in every
/// way, with accounts under every limit and flag.
///
/// Each is judged by the ledger and by the model. A transfer that is refused leaves everything as
/// it was, so nothing is tried after it that was not tried without it.
public struct LedgerHistories {
    /// How three accounts are before a history begins.
    public struct Setting: Sendable, CustomStringConvertible {
        let settings: [AccountSetting]
        /// What is said of the accounts.
        public let description: String

        /// Every limit and flag once, on the first account, or on the second.
        public static let all: [Setting] = {
            let plain = Setting(settings: [], description: "no limits")
            let bound: [(String, @Sendable (inout AccountSetting) -> Void)] = [
                ("floor -100", { $0.floor = -100 }), ("ceiling 150", { $0.ceiling = 150 }),
                ("frozen", { $0.isFrozen = true }), ("closed", { $0.isClosed = true }),
            ]
            return [plain]
                + bound.flatMap { name, change in
                    [1, 2].map { id in
                        var setting = AccountSetting(id: AccountID(UInt64(id)))
                        change(&setting)
                        return Setting(settings: [setting], description: "\(name) on account \(id)")
                    }
                }
        }()
    }

    /// A ledger, the model beside it, and how they came to be.
    private struct Place: LedgerPast {
        var state: LedgerState
        var fates: [TransferID: PendingFate] = [:]
        var model = ReferenceLedger()
        var rows: [PostedTransfer] = []

        func fate(of hold: TransferID) -> PendingFate? { fates[hold] }

        func isOpen(_ work: WorkID) -> Bool { false }

        func original(_ id: TransferID) -> OriginalTransfer? {
            rows.first { $0.id == id }.map { OriginalTransfer(row: $0, followUps: rows) }
        }
    }

    /// How many were judged.
    public private(set) var count = 0
    /// What the ledger and the model disagreed on.
    public private(set) var differences: [String] = []
    private let length: Int
    private let now = Timestamp(milliseconds: 1_000)
    private let part = Amount(minorUnits: 40, currency: .kes)
    private let whole = Amount(minorUnits: 100, currency: .kes)

    /// Histories of up to so many transfers.
    public init(length: Int) { self.length = length }

    /// Judges all of them over accounts with one setting.
    public mutating func run(_ setting: Setting) {
        var place = Place(state: LedgerState())
        let ids = (1...3 as ClosedRange<UInt64>).map { AccountID($0) }
        var opening = command(place)
        opening.openings = ids.map { AccountOpening(id: $0, kind: .liability, currency: .kes) }
        judge(opening, &place)
        var set = command(place)
        set.settings = setting.settings
        judge(set, &place)
        walk(place, used: 0)
    }

    /// Tries every linked group that may come next, and goes on from each that was accepted.
    private mutating func walk(_ place: Place, used: Int) {
        guard used < length else { return }
        var groups: [[Transfer]] = [[]]
        for size in 1...length - used {
            groups = groups.flatMap { group in options(after: place, group).map { group + [$0] } }
            var going: [[Transfer]] = []
            for group in groups {
                var next = place
                var command = self.command(place)
                command.transfers = group
                let refused = judge(command, &next)
                if refused == nil { walk(next, used: used + size) }
                // What was refused for one of the group is refused for whatever is linked behind.
                if refused == nil { going.append(group) }
            }
            groups = going
        }
    }

    /// What a transfer can be, behind a place and the beginning of its group.
    private func options(after place: Place, _ group: [Transfer]) -> [Transfer] {
        var options: [Transfer] = []
        let end = Timestamp(milliseconds: 9_000)
        for debit in 1...3 as ClosedRange<UInt64> {
            for credit in 1...3 as ClosedRange<UInt64> where credit != debit {
                for kind in [Transfer.Kind.posted, .pending(expiresAt: end)] {
                    options.append(
                        Transfer(
                            debit: AccountID(debit),
                            credit: AccountID(credit),
                            amount: whole,
                            kind: kind
                        )
                    )
                }
            }
        }
        let count = Int64(place.rows.count + group.count)
        for id in (0..<count).map({ TransferID($0 + 1) }) {
            options += [
                .post(id), .post(id, amount: part), .void(id), .reversal(of: id),
                .reversal(of: id, amount: part),
            ]
        }
        return options
    }

    /// A command under a key that nobody used.
    private func command(_ place: Place) -> LedgerCommand {
        LedgerCommand(key: IdempotencyKey(high: 1, low: UInt64(count)), at: now)
    }

    /// Judges one command on both sides; gives the reason when it is refused.
    @discardableResult
    private mutating func judge(_ command: LedgerCommand, _ place: inout Place)
        -> TransferRejection?
    {
        count += 1
        var batch = LedgerBatch(over: place.state, limits: LedgerLimits())
        let verdict = try? batch.judge(command, past: place)
        let expected = place.model.commit(command)
        switch verdict {
        case .success(let rows)?:
            place.state.merge(batch.changes)
            place.fates.merge(batch.changes.ended) { $1 }
            place.rows += rows.transfers
            compare(.accepted(rows.transfers.map(\.id), replayed: false), expected, command, place)
            return nil
        case .failure(let refusal)?:
            let found = ReferenceLedger.Outcome.rejected(
                refusal.reason,
                at: refusal.transferIndex,
                replayed: false
            )
            compare(found, expected, command, place)
            return refusal.reason
        case nil:
            differences.append("the ledger asked for what is not there")
            return .pendingNotFound
        }
    }

    private mutating func compare(
        _ found: ReferenceLedger.Outcome,
        _ expected: ReferenceLedger.Outcome,
        _ command: LedgerCommand,
        _ place: Place
    ) {
        let counters = place.state.accounts.map {
            [$0.debitsPending, $0.debitsPosted, $0.creditsPending, $0.creditsPosted]
        }
        let summed = place.state.accounts.map { place.model.counters(of: $0.id) ?? [] }
        guard found != expected || counters != summed else { return }
        let rows = place.rows.map { "\($0.kind) \($0.debit.rawValue)>\($0.credit.rawValue)" }
        differences.append(
            "\(rows.joined(separator: ", ")), then \(LedgerProgram(steps: [.commit(command)])):"
                + " \(found) \(counters), and the model \(expected) \(summed)"
        )
    }
}

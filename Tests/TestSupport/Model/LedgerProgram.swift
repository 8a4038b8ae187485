// SPDX-License-Identifier: Apache-2.0
public import Ledger

/// Steps made up from a seed: accounts opened and set, money moved, held, posted and voided, keys
/// used again, and time going by.
///
/// Many of them are refused, as they should be.
public struct LedgerProgram: Sendable, CustomStringConvertible {
    /// One of them.
    public enum Step: Sendable {
        case commit(LedgerCommand)
        case expire(Timestamp)
    }

    /// The steps, in order.
    public var steps: [Step]

    /// The steps as they are given.
    public init(steps: [Step]) { self.steps = steps }

    /// So many steps from a seed.
    public init(seed: UInt64, steps count: Int) {
        var maker = StepMaker(random: SeededRandom(seed: seed))
        steps = (0..<count).map { _ in maker.step() }
    }

    /// A line a step.
    public var description: String {
        steps.map { step in
            switch step {
            case .expire(let at): "at \(at.milliseconds) expire"
            case .commit(let command):
                "at \(command.at.milliseconds) key \(command.key.low)"
                    + command.openings.map {
                        " open \($0.id.rawValue) \($0.currency.code)"
                            + " \($0.floor.map(String.init) ?? "")…"
                            + "\($0.ceiling.map(String.init) ?? "")"
                    }.joined()
                    + command.settings.map {
                        " set \($0.id.rawValue) \($0.floor.map(String.init) ?? "")…"
                            + "\($0.ceiling.map(String.init) ?? "")"
                            + "\($0.isFrozen ? " frozen" : "")\($0.isClosed ? " closed" : "")"
                    }.joined()
                    + command.transfers.map {
                        " \($0.kind) \($0.debit.rawValue)>\($0.credit.rawValue)"
                            + " \($0.amount.minorUnits)"
                    }.joined()
            }
        }.joined(separator: "\n")
    }
}

/// Makes one step after the other.
private struct StepMaker {
    var random: SeededRandom
    private var now: Int64 = 1_000_000
    private var commands: [LedgerCommand] = []
    private var model = ReferenceLedger()
    private var holds: [TransferID] = []
    private var moved: [TransferID] = []
    private var frozen: [AccountID] = []

    init(random: SeededRandom) { self.random = random }

    mutating func step() -> LedgerProgram.Step {
        now += 500 * Int64.random(in: 0...12, using: &random)
        if random.chance(3) {
            _ = model.expire(at: Timestamp(milliseconds: now))
            return .expire(Timestamp(milliseconds: now))
        }
        if random.chance(12), var again = commands.randomElement(using: &random) {
            again.at = Timestamp(milliseconds: now)
            if random.chance(30) { again.transfers.append(transfer()) }
            return .commit(again)
        }
        var command = LedgerCommand(
            key: IdempotencyKey(high: 7, low: UInt64(commands.count)),
            at: Timestamp(milliseconds: now)
        )
        if commands.count < 7 {
            command.openings = [opening(AccountID(UInt64(commands.count + 1)))]
        }
        if random.chance(4) { command.openings.append(opening(account())) }
        if random.chance(15) { command.settings = [setting()] }
        if commands.count >= 7 {
            let count = random.chance(60) ? 1 : Int.random(in: 0...3, using: &random)
            command.transfers = (0..<count).map { _ in transfer() }
        }
        if case .accepted(let ids, _) = model.commit(command) {
            for (id, transfer) in zip(ids, command.transfers) {
                if case .pending = transfer.kind { holds.append(id) } else { moved.append(id) }
                if random.chance(75), let ended = transfer.kind.ends {
                    holds.removeAll { $0 == ended }
                }
            }
        }
        commands.append(command)
        return .commit(command)
    }

    private mutating func account() -> AccountID {
        AccountID(UInt64.random(in: random.chance(80) ? 1...6 : 7...8, using: &random))
    }

    private mutating func bound(_ values: ClosedRange<Int64>) -> Int64? {
        random.chance(25) ? Int64.random(in: values, using: &random) : nil
    }

    private mutating func opening(_ id: AccountID) -> AccountOpening {
        AccountOpening(
            id: id,
            kind: .liability,
            currency: random.chance(85) ? .kes : .ugx,
            floor: bound(-300...0),
            ceiling: bound(0...400)
        )
    }

    /// Limits, a freeze or a thaw of some account, or the closing of one that few use.
    private mutating func setting() -> AccountSetting {
        let thaws = random.chance(50) ? frozen.first : nil
        var setting = AccountSetting(id: thaws ?? account())
        setting.floor = bound(-400...0)
        setting.ceiling = bound(0...400)
        setting.isFrozen = thaws == nil && random.chance(40)
        if random.chance(20) {
            setting = AccountSetting(id: AccountID(UInt64.random(in: 7...8, using: &random)))
            setting.isClosed = true
        }
        frozen.removeAll { $0 == setting.id }
        if setting.isFrozen { frozen.append(setting.id) }
        return setting
    }

    /// Any movement; most that end a hold name one of the last, and some a number without any.
    private mutating func transfer() -> Transfer {
        let amount = Amount(
            minorUnits: Int64.random(in: random.chance(5) ? -1...0 : 1...150, using: &random),
            currency: random.chance(92) ? .kes : .ugx
        )
        let anything = TransferID(Int64.random(in: 0...60, using: &random))
        let moved = self.moved.suffix(6).randomElement(using: &random)
        let old = random.chance(90) ? moved ?? anything : anything
        let recent = holds.suffix(4).randomElement(using: &random)
        let ended = random.chance(90) ? recent ?? anything : anything
        var transfer: Transfer
        switch Int.random(in: 0..<100, using: &random) {
        case ..<32: return Transfer(debit: account(), credit: account(), amount: amount)
        case ..<36:
            return .correction(of: old, debit: account(), credit: account(), amount: amount)
        case ..<46: transfer = .reversal(of: old, amount: random.chance(50) ? amount : nil)
        case ..<70:
            let end = now + 500 * Int64.random(in: -2...200, using: &random)
            return Transfer(
                debit: account(),
                credit: account(),
                amount: amount,
                kind: .pending(expiresAt: Timestamp(milliseconds: end))
            )
        case ..<86: transfer = .post(ended, amount: random.chance(50) ? amount : nil)
        default: transfer = .void(ended)
        }
        if random.chance(20) { transfer.debit = account() }
        return transfer
    }
}

extension Transfer.Kind {
    /// The hold it ends, if it ends one.
    fileprivate var ends: TransferID? {
        switch self {
        case .posted, .pending, .reversal, .correction: nil
        case .post(let id, _), .void(let id): id
        }
    }
}

// SPDX-License-Identifier: Apache-2.0

/// What is to go wrong below the ledger, and when: a value that replays the same way every time.
public struct FaultPlan: Hashable, Sendable {
    /// What every choice of the disk is drawn from: how much of a short write is kept, and which
    /// sectors survive when the power fails.
    public var seed: UInt64
    /// The faults, each counting calls of its own from the moment the plan is installed.
    public var faults: [Fault]

    /// Describes a plan; without faults the disk does as it is told.
    public init(seed: UInt64 = 0, _ faults: [Fault] = []) {
        self.seed = seed
        self.faults = faults
    }

    /// Draws one fault that happens within so many calls, for runs that try many.
    public static func drawn(seed: UInt64, within calls: Int) -> FaultPlan {
        var dice = FaultDice(seed: seed)
        let number = 1 + dice.below(max(calls, 1))
        let lasts = dice.below(2) == 1
        let fault =
            switch dice.below(9) {
            case 0: Fault(.write(number), .diskFull, lasts: lasts)
            case 1: Fault(.growth(bytes: number * 512), .diskFull)
            case 2: Fault(.write(number), .readOnly, lasts: lasts)
            case 3: Fault(.write(number), .failing, lasts: lasts)
            case 4: Fault(.write(number), .short)
            case 5: Fault(.sync(1 + number / 8), .forgetting, lasts: lasts)
            case 6: Fault(.sync(1 + number / 8), .reverting, lasts: lasts)
            case 7: Fault(.read(number), .failing, lasts: lasts)
            default: Fault(.change(number), .powerCut(keeping: .some))
            }
        return FaultPlan(seed: seed, [fault])
    }
}

/// One thing that goes wrong.
public struct Fault: Hashable, Sendable {
    /// The call it happens at, the first being 1, counted from the installation of the plan.
    public enum Moment: Hashable, Sendable {
        /// The so-manieth write.
        case write(Int)
        /// The so-manieth flush to the disk.
        case sync(Int)
        /// The so-manieth read.
        case read(Int)
        /// The so-manieth write, flush, truncation or removal.
        case change(Int)
        /// The write that would make the files longer than they were by more than so many bytes;
        /// it lasts until the plan is replaced.
        case growth(bytes: Int)
    }

    /// What the disk does.
    public enum Effect: Hashable, Sendable {
        /// Refuses as a full disk does (`SQLITE_FULL`); a write stores what still fits.
        case diskFull
        /// Refuses as a file that may not be written (`SQLITE_READONLY`).
        case readOnly
        /// Fails with an input or output error, having done nothing; what was written before a
        /// failed flush is flushed by the next one.
        case failing
        /// Writes a part, and fails with an input or output error.
        case short
        /// Fails to flush and forgets that anything is to be flushed: what was written can still
        /// be read, and is lost with the power unless it is written again.
        case forgetting
        /// Fails to flush and takes back what was written since the last flush.
        case reverting
        /// The power fails: this call and all later ones fail until ``FaultyFileSystem/restart()``.
        case powerCut(keeping: Kept)
    }

    /// Which of the sectors written since the last flush a power failure leaves.
    public enum Kept: Hashable, Sendable, CaseIterable {
        /// None: the disk wrote nothing before it was told to.
        case nothing
        /// Some, drawn by the seed, as if in any order and with torn pages.
        case some
        /// All, as when a process is killed and the machine goes on.
        case everything
    }

    /// When it happens.
    public var moment: Moment
    /// What happens.
    public var effect: Effect
    /// Whether it goes on with every later call of its kind until the plan is replaced.
    public var lasts: Bool
    /// The only part of the ledger whose calls count; nil for all.
    public var part: FaultyFileSystem.Part?

    /// Describes a fault.
    public init(
        _ moment: Moment,
        _ effect: Effect,
        lasts: Bool = false,
        on part: FaultyFileSystem.Part? = nil
    ) {
        self.moment = moment
        self.effect = effect
        self.lasts = lasts
        self.part = part
    }
}

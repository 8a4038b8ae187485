// SPDX-License-Identifier: Apache-2.0
import GRDBSQLite

/// What a faulty file system knows: its plan, and how each file differs from what is on the disk.
struct FaultyDisk {
    /// Something asked of a file.
    enum Call {
        case read, write, sync, truncate, remove
    }

    var counters = FaultyFileSystem.Counters()
    var files: [String: UnsyncedSectors] = [:]
    /// Removed files whose names the disk may still hold, and what they held.
    var removed: [String: [UInt8]] = [:]
    /// Counts the power failures; a file opened before the last one is dead.
    private(set) var age = 0
    private(set) var hasPower = true
    private(set) var hits = 0
    /// How the power failed, from then until the restart.
    private var kept = Fault.Kept.everything
    private var plan = FaultPlan()
    private var progress: [Int] = []
    var dice = FaultDice(seed: 0)

    mutating func install(_ plan: FaultPlan) {
        self.plan = plan
        progress = plan.faults.map { _ in 0 }
        dice = FaultDice(seed: plan.seed)
        hits = 0
    }

    /// What the plan does to a call, or nil when it is to succeed.
    mutating func fault(
        in call: Call,
        on part: FaultyFileSystem.Part,
        growth: Int = 0
    ) -> Fault.Effect? {
        var effect: Fault.Effect?
        for index in plan.faults.indices {
            let fault = plan.faults[index]
            guard fault.part == nil || fault.part == part else { continue }
            if case .growth(let bytes) = fault.moment {
                if progress[index] + growth > bytes, growth > 0 {
                    effect = fault.effect
                } else {
                    progress[index] += growth
                }
            } else if fault.concerns(call) {
                progress[index] += 1
                if fault.lasts ? progress[index] >= fault.number : progress[index] == fault.number {
                    effect = fault.effect
                }
            } else if fault.effect == .readOnly, fault.lasts, progress[index] >= fault.number,
                call == .truncate || call == .remove
            {
                effect = .readOnly
            }
        }
        if effect != nil {
            hits += 1
            counters.faults += 1
        }
        return effect
    }

    /// Notes that the names in a file's folder are on the disk: the first flush of a new file
    /// flushes its folder too.
    mutating func syncFolder(of path: String) {
        func folder(_ path: String) -> Substring {
            path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
        }
        removed = removed.filter { folder($0.key) != folder(path) }
    }

    mutating func cutPower(keeping kept: Fault.Kept) {
        guard hasPower else { return }
        hasPower = false
        age += 1
        self.kept = kept
    }

    /// Takes what the disk kept out of the state; after it the power is there.
    mutating func takeRemains() -> [(path: String, remains: UnsyncedSectors.Remains?)] {
        var all: [(String, UnsyncedSectors.Remains?)] = []
        for (path, file) in files.sorted(by: { $0.key < $1.key }) {
            let isThere = file.nameIsDurable || dice.keeps(kept)
            all.append((path, isThere ? file.remains(keeping: kept, &dice) : nil))
        }
        return all
    }

    /// Takes the removed files that are there again.
    mutating func takeRevenants() -> [(path: String, bytes: [UInt8])] {
        var all: [(String, [UInt8])] = []
        for (path, bytes) in removed.sorted(by: { $0.key < $1.key }) where !dice.keeps(kept) {
            all.append((path, bytes))
        }
        return all
    }

    mutating func begin() {
        files = [:]
        removed = [:]
        hasPower = true
        install(FaultPlan())
    }
}

extension Fault {
    /// The number of the call it happens at.
    fileprivate var number: Int {
        switch moment {
        case .write(let number), .sync(let number), .read(let number), .change(let number): number
        case .growth(let bytes): bytes
        }
    }

    fileprivate func concerns(_ call: FaultyDisk.Call) -> Bool {
        switch (moment, call) {
        case (.write, .write), (.sync, .sync), (.read, .read): true
        case (.change, .write), (.change, .sync), (.change, .truncate), (.change, .remove): true
        default: false
        }
    }
}

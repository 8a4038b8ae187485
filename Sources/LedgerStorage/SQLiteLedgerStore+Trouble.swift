// SPDX-License-Identifier: Apache-2.0
import Synchronization

/// A state of the disk that whoever answers for the ledger has to know of; nothing is lost by it.
public enum LedgerStoreTrouble: String, CaseIterable, Hashable, Sendable {
    /// The last commit failed on the way and may come back after a crash, so nothing else is taken
    /// until the disk says which.
    case doubt
    /// The disk lost a flush of the ledger's file: the log beside it is kept and grows.
    case keepsLog

    /// What it is, what goes on meanwhile, and what to do: three sentences.
    public var description: String {
        switch self {
        case .doubt:
            "The disk failed in the midst of a commit. Nothing is paid until it answers again. "
                + "Look at the disk and its space."
        case .keepsLog:
            "The disk lost a flush of the ledger's file. Payments go on and are safe in the log "
                + "beside it, which grows. Look at the disk, then start the gateway anew."
        }
    }

    /// That it is over, as a sentence.
    public var ending: String {
        switch self {
        case .doubt:
            "The disk answers again, and payments go on. Nothing was paid that was not told."
        case .keepsLog: "The log of the ledger is no longer kept."
        }
    }
}

extension SQLiteLedgerStore {
    /// What troubles the disk now; empty when all is well.
    public var troubles: Set<LedgerStoreTrouble> {
        var found: Set<LedgerStoreTrouble> = []
        if writer.doubt.withLock({ $0 != nil }) { found.insert(.doubt) }
        if keepsLog { found.insert(.keepsLog) }
        return found
    }
}

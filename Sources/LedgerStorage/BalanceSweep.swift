// SPDX-License-Identifier: Apache-2.0
import Ledger

/// Which balances in the file are old, and which of them to write next.
///
/// All accounts that were old when a sweep began are written in the order of their numbers, so
/// that neighbours share a page; what moves again meanwhile waits for the next sweep. When it is
/// done, every balance counts all transfers up to the one the sweep began at.
struct BalanceSweep {
    private var dirty: Set<UInt64>
    private var portioned: ArraySlice<AccountID> = []
    private var target: TransferID?
    private(set) var watermark: TransferID

    /// Accounts to write with the next commit, and the new watermark when they are the last.
    struct Portion {
        var accounts: ArraySlice<AccountID> = []
        var watermark: TransferID?
    }

    init(watermark: TransferID, dirty: Set<AccountID>) {
        self.watermark = watermark
        self.dirty = Set(dirty.lazy.map(\.rawValue))
    }

    /// Begins a sweep when none is under way and the file is old enough.
    mutating func begin(at head: TransferID, ifOlderThan transfers: Int) {
        guard target == nil, head.rawValue - watermark.rawValue >= Int64(transfers) else { return }
        target = head
        portioned = dirty.sorted().map { AccountID($0) }[...]
        dirty.removeAll(keepingCapacity: true)
    }

    /// The next accounts to write, at most so many.
    func next(_ count: Int) -> Portion {
        guard let target else { return Portion() }
        let accounts = portioned.prefix(count)
        return Portion(
            accounts: accounts,
            watermark: accounts.count == portioned.count ? target : nil
        )
    }

    /// Notes that a portion is durable.
    mutating func wrote(_ portion: Portion) {
        portioned = portioned.dropFirst(portion.accounts.count)
        if let done = portion.watermark {
            watermark = done
            target = nil
        }
    }

    /// Notes that accounts moved.
    mutating func moved(_ accounts: some Sequence<AccountID>) {
        for account in accounts { dirty.insert(account.rawValue) }
    }
}

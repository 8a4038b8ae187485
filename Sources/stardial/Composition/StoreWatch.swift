// SPDX-License-Identifier: Apache-2.0
import Ledger
import LedgerStorage
import Logging
import Synchronization

/// Tells the operator's log when the disk begins to trouble the ledger, and when that ends.
final class StoreWatch: Sendable {
    /// Nil when nothing ever can trouble it.
    private let troubles: (@Sendable () -> Set<LedgerStoreTrouble>)?
    private let logger: Logger
    private let known = Mutex<Set<LedgerStoreTrouble>>([])

    /// Watches what can be asked for its troubles.
    init(logger: Logger, troubles: (@Sendable () -> Set<LedgerStoreTrouble>)?) {
        self.logger = logger
        self.troubles = troubles
    }

    /// Watches a store; one in memory has no disk.
    convenience init(_ store: any LedgerStore, logger: Logger) {
        guard let disk = store as? SQLiteLedgerStore else {
            self.init(logger: logger, troubles: nil)
            return
        }
        self.init(logger: logger) { disk.troubles }
    }

    /// What troubles the disk of a store now.
    static func troubles(of store: any LedgerStore) -> Set<LedgerStoreTrouble> {
        (store as? SQLiteLedgerStore)?.troubles ?? []
    }

    /// What troubles the disk of a store now, in sentences; none when all is well.
    static func sentences(of store: any LedgerStore) -> [String] {
        troubles(of: store).map(\.description).sorted()
    }

    /// Asks, and tells what is new since it was asked before.
    func look() {
        guard let now = troubles?() else { return }
        let before = known.withLock { known in
            defer { known = now }
            return known
        }
        for trouble in LedgerStoreTrouble.allCases
        where now.contains(trouble) != before.contains(trouble) {
            let isNew = now.contains(trouble)
            logger.warning(
                "\(isNew ? trouble.description : trouble.ending)",
                metadata: ["trouble": "\(trouble.rawValue)", "state": isNew ? "begins" : "ends"]
            )
        }
    }
}

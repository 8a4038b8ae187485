// SPDX-License-Identifier: Apache-2.0
import Ledger
import LedgerStorage
import MobileMoney

/// A ledger's file for reading, and how what is read is shown.
struct LedgerReading {
    var path: String
    var showsNumbers: Bool
    var offsetMinutes: Int

    /// Opens the file as it stands, also while another process writes it.
    ///
    /// - Throws: ``CommandFailure``: ``ExitStatus/unreadable`` when there is no ledger that can be
    ///   read, else ``ExitStatus/failed``.
    func open() throws(CommandFailure) -> SQLiteLedgerSnapshot {
        do throws(LedgerStoreError) {
            return try SQLiteLedgerSnapshot(path: path)
        } catch {
            throw failure(error)
        }
    }

    /// Runs what reads, with the store's errors in the command's words.
    func reading<Value>(
        _ body: () throws(LedgerStoreError) -> Value
    ) throws(CommandFailure) -> Value {
        do throws(LedgerStoreError) {
            return try body()
        } catch {
            throw failure(error)
        }
    }

    func failure(_ error: LedgerStoreError) -> CommandFailure {
        CommandFailure(error.exitStatus, "The ledger \(path) was not read. \(error.description)")
    }

    /// The names of a ledger's accounts and movements.
    func naming(of store: any LedgerStore) -> BookNaming {
        let names = AccountNames(store: store, showsNumbers: showsNumbers)
        return BookNaming(
            account: { names.name(of: $0) },
            purpose: { AccountNames.purpose(of: $0) },
            offsetMinutes: offsetMinutes,
            showsNumbers: showsNumbers
        )
    }
}

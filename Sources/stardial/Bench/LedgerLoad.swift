// SPDX-License-Identifier: Apache-2.0
import Foundation
import Ledger
import LedgerStorage

/// Clients of a ledger in a file, each waiting for its own transfer before the next.
final class LedgerLoad {
    private let path: String
    private let store: SQLiteLedgerStore
    /// Transfers so far.
    private var count = 0

    static let accounts: UInt64 = 10_000

    /// Makes a ledger with its accounts.
    init(path: String) async throws {
        self.path = path
        store = try SQLiteLedgerStore(path: path)
        for first in stride(from: 1, through: Self.accounts, by: 50) {
            let openings = (first..<first + 50).map {
                AccountOpening(id: AccountID($0), kind: .liability, currency: .kes)
            }
            let key = IdempotencyKey(high: 0, low: first)
            let at = Timestamp(milliseconds: 1)
            try await store.commit(LedgerCommand(key: key, at: at, openings: openings))
        }
    }

    /// Transfers a second, all durable.
    func run(clients: Int, transfers: Int) async throws -> Double {
        let turns = max(1, transfers / clients)
        let (store, begin) = (store, count)
        count += clients * turns
        let seconds = try await BenchRun.seconds {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for client in 0..<clients {
                    group.addTask {
                        for turn in 0..<turns {
                            let number = UInt64(begin + turn * clients + client)
                            let result = try await store.commit(Self.command(number))
                            guard result.rejection == nil else {
                                throw CommandFailure(.findings, "A measured transfer was refused.")
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
        return Double(clients * turns) / seconds
    }

    /// Octets in the file and its log.
    var octets: (file: Int, log: Int) { (Self.size(path), Self.size(path + "-wal")) }

    func close() { store.close() }

    private static func size(_ path: String) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return (attributes?[.size] as? Int) ?? 0
    }

    private static func command(_ number: UInt64) -> LedgerCommand {
        let debit = 1 + number &* 2_654_435_761 % accounts
        let credit = 1 + (debit + 1 + number % 97) % accounts
        return LedgerCommand(
            key: IdempotencyKey(high: 1_000 + number, low: number),
            at: Timestamp(milliseconds: Int64(number)),
            transfers: [
                Transfer(
                    debit: AccountID(debit),
                    credit: AccountID(credit),
                    amount: Amount(minorUnits: 100, currency: .kes),
                    code: TransferCode(1)
                )
            ]
        )
    }
}

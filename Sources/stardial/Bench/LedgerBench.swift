// SPDX-License-Identifier: Apache-2.0
import Foundation
import Ledger
import LedgerStorage

/// Durable transfers a second from many clients, beside a bare SQLite loop over the same schema.
struct LedgerBench {
    var scale: Int

    static let clients = 64
    static let accounts: UInt64 = 10_000

    func run() async throws {
        let folder = NSTemporaryDirectory() + "stardial-bench-\(getpid())"
        try FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true
        )
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var ratios: [Double] = []
        var best = 0.0
        var bare = 0.0
        for round in 0..<8 {
            let path = "\(folder)/ledger-\(round)"
            let transfers = 20_000 * scale
            let stored = Double(transfers) / (try await store(path, transfers: transfers))
            let looped = Double(transfers) / (try loop(path, transfers: transfers))
            guard round > 0 else { continue }
            ratios.append(stored / looped)
            best = max(best, stored)
            bare = max(bare, looped)
        }
        let ratio = ratios.sorted()[ratios.count / 2]
        BenchRun.report(
            "ledger",
            ratio,
            "of a bare SQLite loop, 64 clients",
            "mark 0.5; \(Int(best)) transfers/s beside \(Int(bare)), all durable"
        )
    }

    /// Sixty-four clients, each waiting for its own transfer before the next.
    private func store(_ path: String, transfers: Int) async throws -> Double {
        let store = try SQLiteLedgerStore(path: path)
        defer { store.close() }
        try await open(store)
        return try await BenchRun.seconds {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for client in 0..<Self.clients {
                    group.addTask {
                        for index in 0..<transfers / Self.clients {
                            _ = try await store.commit(Self.command(client, index))
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    private func open(_ store: SQLiteLedgerStore) async throws {
        for first in stride(from: 1, through: Self.accounts, by: 50) {
            _ = try await store.commit(
                LedgerCommand(
                    key: IdempotencyKey(high: 0, low: first),
                    at: Timestamp(milliseconds: 1),
                    openings: (first..<first + 50).map {
                        AccountOpening(id: AccountID($0), kind: .liability, currency: .kes)
                    }
                )
            )
        }
    }

    private static func command(_ client: Int, _ index: Int) -> LedgerCommand {
        let number = UInt64(index * clients + client)
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

    /// One thread that writes the same rows, as many a commit as there are clients.
    private func loop(_ path: String, transfers: Int) throws -> Double {
        let loop = try BareLoop(path: path + "-bare", accounts: Self.accounts)
        return try BenchRun.seconds {
            try loop.run(transfers: transfers, transfersPerCommit: Self.clients)
        }
    }
}

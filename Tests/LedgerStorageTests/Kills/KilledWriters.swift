// SPDX-License-Identifier: Apache-2.0
import Foundation
import Ledger
import LedgerStorage
import TestSupport
import Testing

/// What the killed process does: sixty-four clients that write until it is killed.
///
/// It is this test bundle once more, with the ledger's path in the environment.
@Suite struct KilledWriters {
    /// The variable that holds the ledger's path in the process to be killed.
    static let variable = "LEDGER_TO_WRITE"
    static let count: UInt64 = 64
    /// Where each acknowledged key is told: two numbers of eight bytes, client and command.
    static let witness: Int32 = 3

    private static var path: String? { ProcessInfo.processInfo.environment[variable] }

    @Test(.enabled(if: path != nil)) func writeUntilKilled() async throws {
        let path = try #require(Self.path)
        let store = try SQLiteLedgerStore(path: path, configuration: Self.configuration)
        let next = try Self.numbers(in: Data(contentsOf: URL(filePath: path + ".next")))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (client, first) in next.enumerated() {
                group.addTask {
                    for number in first... {
                        try await store.commit(Self.command(UInt64(client), number))
                        tell(UInt64(client), number)
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    private func tell(_ client: UInt64, _ number: UInt64) {
        withUnsafeBytes(of: (client, number)) { bytes in
            _ = write(Self.witness, bytes.baseAddress, bytes.count)
        }
    }

    /// Flushes and checkpoints often, so that kills meet them.
    static var configuration: SQLiteLedgerConfiguration {
        var configuration = SQLiteLedgerConfiguration()
        configuration.transfersPerFlush = 100
        configuration.balancesPerPortion = 8
        configuration.checkpointPages = 40
        return configuration
    }

    static func opening() -> LedgerCommand {
        LedgerFixtures.opening(wallets: Int(count), each: 1_000_000)
    }

    /// A client's command: a payment and its fee, one group.
    static func command(_ client: UInt64, _ number: UInt64) -> LedgerCommand {
        var command = LedgerCommand(
            key: IdempotencyKey(high: 1 + client, low: number),
            at: LedgerFixtures.now
        )
        let payee = AccountID(2 + (client + 1 + number) % count)
        let payer = AccountID(2 + client)
        command.transfers = [
            Transfer(
                debit: payer,
                credit: payee == payer ? AccountID(1) : payee,
                amount: LedgerFixtures.cents(3),
                reference: reference(client, number)
            ),
            Transfer(debit: payer, credit: AccountID(1), amount: LedgerFixtures.cents(1)),
        ]
        return command
    }

    static func reference(_ client: UInt64, _ number: UInt64) -> String { "\(client).\(number)" }

    static func numbers(in data: Data) -> [UInt64] {
        data.withUnsafeBytes { bytes in
            stride(from: 0, to: bytes.count & ~7, by: 8).map {
                bytes.loadUnaligned(fromByteOffset: $0, as: UInt64.self)
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import Foundation
import Ledger
import TestSupport
import Testing

@testable import LedgerStorage

/// A process with sixty-four writers, killed in the middle of it (SIGKILL) again and again.
@Suite struct KillTests {
    /// How often; `KILLS=200` for the long run.
    private static let kills =
        ProcessInfo.processInfo.environment["KILLS"].flatMap { Int($0) } ?? 12
    /// Kills before a new ledger is begun, so that looking at all of it stays quick.
    private static let killsPerLedger = 10

    /// What one ledger went through.
    private struct Tally {
        var acknowledged = 0
        /// Kills before anything was acknowledged.
        var early = 0
        /// Unanswered commands that had been kept, and those that had not.
        var kept = 0
        var lost = 0
    }

    @Test func `nothing acknowledged is lost, and nothing repeated is doubled`() async throws {
        var dice = FaultDice(seed: try Self.seed())
        var tally = Tally()
        var left = Self.kills
        while left > 0 {
            let count = min(left, Self.killsPerLedger)
            try await run(kills: count, &dice, &tally)
            left -= count
        }
        #expect(tally.acknowledged > Self.kills * 20, "This tests nothing.")
        let line =
            "SIGKILL: \(Self.kills) kills, \(tally.early) before the first answer; "
            + "\(tally.acknowledged) commands acknowledged, all there once; of those unanswered "
            + "\(tally.kept) had been kept and \(tally.lost) not, each happened once\n"
        FileHandle.standardError.write(Data(line.utf8))
    }

    private func run(kills: Int, _ dice: inout FaultDice, _ tally: inout Tally) async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("ledger")
        let store = try SQLiteLedgerStore(path: path, configuration: KilledWriters.configuration)
        try await store.commit(KilledWriters.opening())
        store.close()
        var next = [UInt64](repeating: 1, count: Int(KilledWriters.count))
        for _ in 0..<kills {
            try folder.write(next.withUnsafeBytes { Data($0) }, "ledger.next")
            let keys = try await acknowledgedBeforeKill(path, &dice)
            tally.acknowledged += keys.count / 2
            if keys.isEmpty { tally.early += 1 }
            for index in stride(from: 0, to: keys.count, by: 2) {
                let client = Int(keys[index])
                #expect(keys[index + 1] == next[client], "Client \(client) was answered twice.")
                next[client] = keys[index + 1] + 1
            }
            try await check(path, &next, &tally)
        }
    }

    /// Starts the writers, kills them at a moment of chance, and tells what was acknowledged.
    private func acknowledgedBeforeKill(
        _ path: String,
        _ dice: inout FaultDice
    ) async throws -> [UInt64] {
        let process = try WriterProcess(ledger: path)
        // Now and then while the ledger is being opened; mostly under load.
        let answers = dice.below(10) == 0 ? 0 : 1 + dice.below(600)
        var naps = 0
        while process.acknowledged().count / 2 < answers {
            try #require(!process.hasEnded, "The writers ended by themselves.")
            naps += 1
            try #require(naps < 60_000, "The writers write nothing.")
            try await Task.sleep(for: .milliseconds(1))
        }
        let most = answers == 0 ? 300_000 : 6_000
        try await Task.sleep(for: .microseconds(Int64(dice.below(most))))
        process.kill()
        return process.acknowledged()
    }

    /// Opens what was left, looks at all of it, and repeats every command that was not answered.
    private func check(
        _ path: String,
        _ next: inout [UInt64],
        _ tally: inout Tally
    ) async throws {
        let store = try SQLiteLedgerStore(path: path, configuration: KilledWriters.configuration)
        #expect(try store.verify().isSound)
        for client in next.indices {
            let command = KilledWriters.command(UInt64(client), next[client])
            let result = try await store.commit(command)
            #expect(result.transfers.count == 2)
            if result.replayed { tally.kept += 1 } else { tally.lost += 1 }
            next[client] += 1
        }
        #expect(try store.verify().isSound)
        #expect(store.invariantViolations().isEmpty)
        let references = try store.transfers(since: .zero, limit: .max).map(\.reference)
            .filter { !$0.isEmpty }
        let expected = next.enumerated().flatMap { client, end in
            (1..<end).map { KilledWriters.reference(UInt64(client), $0) }
        }
        #expect(references.count == expected.count)
        #expect(Set(references) == Set(expected))
        store.close()
    }

    /// `SEED`, or one that no run had before.
    private static func seed() throws -> UInt64 {
        if let word = ProcessInfo.processInfo.environment["SEED"], let seed = UInt64(word) {
            return seed
        }
        let source = try #require(FileHandle(forReadingAtPath: "/dev/urandom"))
        defer { try? source.close() }
        let bytes = try #require(try source.read(upToCount: 8))
        return bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }
}

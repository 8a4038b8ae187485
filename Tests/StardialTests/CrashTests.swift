// SPDX-License-Identifier: Apache-2.0
import Foundation
import Ledger
import LedgerStorage
import Testing

/// What is left of payments when the gateway is killed in the middle of them.
@Suite struct CrashTests {
    private static let kills = 20
    /// Fewer acknowledged payments would test nothing.
    private static let acknowledgedLeast = 200

    @Test func killedAtAnyMomentNothingAcknowledgedIsLostOrDoubled() async throws {
        let folder = try TemporaryFolder()
        let seed = UInt64.random(in: .min ... .max)
        var chance = Chance(seed: seed)
        var payers = (0..<Payer.count).map { Payer(number: $0) }
        print("kill -9: seed \(seed)")
        for round in 0..<Self.kills {
            try await drive(&payers, folder, isFirst: round == 0, &chance)
        }
        let acknowledged = payers.flatMap(\.acknowledged)
        print("kill -9: \(acknowledged.count) payments acknowledged over \(Self.kills) kills")
        #expect(acknowledged.count > Self.acknowledgedLeast, "This tests nothing.")
        let restarted = try await RunningGateway(ledger: "sqlite:" + folder("ledger.db"))
        defer { restarted.command.end() }
        try await restarted.stop()
        try audit(payers, folder("ledger.db"), "seed \(seed)")
    }

    /// Starts the gateway, loads it with every payer, and kills it at a moment of chance.
    private func drive(
        _ payers: inout [Payer], _ folder: TemporaryFolder, isFirst: Bool, _ chance: inout Chance
    ) async throws {
        let gateway = try await RunningGateway(ledger: "sqlite:" + folder("ledger.db"))
        defer { gateway.command.end() }
        for index in payers.indices {
            try payers[index].connect(port: gateway.port, isFirst: isFirst)
        }
        let deadline = ContinuousClock.now + RunningCommand.patience
        while payers.contains(where: { !$0.isReady }), ContinuousClock.now < deadline {
            try await turn(&payers, &chance)
        }
        let areReady = payers.allSatisfy(\.isReady)
        try #require(areReady, "Not every phone could be taken in hand.")
        for index in payers.indices { payers[index].begin(&chance) }
        let moment = ContinuousClock.now + .milliseconds(100 + Int64(chance.below(500)))
        while ContinuousClock.now < moment { try await turn(&payers, &chance) }
        gateway.command.signal(SIGKILL)
        // What was on its way when it died has been acknowledged too.
        while payers.contains(where: { !$0.isClosed }), ContinuousClock.now < deadline {
            try await turn(&payers, &chance)
        }
        let ended = try await gateway.command.ended()
        try #require(ended.status == -SIGKILL, "\(ended.errors)")
        #expect(ended.errors.isEmpty, "\(ended.errors)")
    }

    private func turn(_ payers: inout [Payer], _ chance: inout Chance) async throws {
        var isQuiet = true
        for index in payers.indices {
            if try payers[index].work(&chance) { isQuiet = false }
        }
        if isQuiet { try await Task.sleep(for: .milliseconds(1)) }
    }

    private func audit(_ payers: [Payer], _ path: String, _ seed: Comment) throws {
        let store = try SQLiteLedgerStore(path: path)
        defer { store.close() }
        let audit = try store.verify()
        #expect(audit.isSound, "\(audit.violations) \(seed.rawValue)")
        #expect(store.invariantViolations().isEmpty, seed)
        let accounts = store.accounts()
        #expect(accounts.reduce(0) { $0 + $1.balance } == 0, seed)
        // All that customers, agents and the operator have is what was paid in at the beginning.
        let held = accounts.filter { $0.kind != .asset }.reduce(0) { $0 + $1.balance }
        #expect(held == Payer.paidIn + 2_000_00 + 20_000_00, seed)
        #expect(accounts.allSatisfy { $0.kind != .liability || $0.balance >= 0 }, seed)

        let payments = try Payments(store)
        #expect(payments.doubled.isEmpty, seed)
        for payer in payers {
            for (reference, amount) in payer.acknowledged {
                let posted = payments.amounts[reference]
                #expect(posted != nil, "\(reference) is lost. \(seed.rawValue)")
                if let amount { #expect(posted == amount, "\(reference) \(seed.rawValue)") }
            }
            let paid = payments.byPayer[payer.openingBalance] ?? 0
            #expect(paid <= payer.agreements, "\(payer.name) paid unasked. \(seed.rawValue)")
            #expect(paid >= payer.acknowledged.count, seed)
        }
    }
}

/// The payments of a ledger.
private struct Payments {
    /// What each reference moved, fees apart, in minor units.
    var amounts: [String: Int64] = [:]
    /// References that stand in more than one group of transfers.
    var doubled: Set<String> = []
    /// How many payments an account made, by what was first paid into it.
    var byPayer: [Int64: Int] = [:]

    init(_ store: SQLiteLedgerStore) throws {
        var groups: [String: TransferID] = [:]
        var openings: [AccountID: Int64] = [:]
        var last = TransferID(0)
        while case let rows = try store.transfers(since: last, limit: 10_000), !rows.isEmpty {
            for row in rows {
                last = row.id
                guard !row.reference.isEmpty else {
                    openings[row.credit] = row.amount.minorUnits
                    continue
                }
                if let group = groups[row.reference] {
                    if group != row.group { doubled.insert(row.reference) }
                    continue
                }
                groups[row.reference] = row.group
                amounts[row.reference] = row.amount.minorUnits
                if let opening = openings[row.debit] { byPayer[opening, default: 0] += 1 }
            }
        }
    }
}

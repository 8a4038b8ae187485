// SPDX-License-Identifier: Apache-2.0
import Foundation
import Ledger
import LedgerStorage

/// Durable transfers a second from 1, 64 and 1,024 clients, each beside a bare SQLite loop over
/// the same schema; octets a transfer; and the speed of a ledger that holds many already.
struct LedgerBench {
    var scale: Int
    /// Transfers in the ledger that is measured last; nil leaves that out.
    var transfers: Int?

    /// Clients, transfers a round, and the part of the bare loop's speed that is the mark.
    private static let loads = [(1, 2_000, 0.0), (64, 40_000, 0.0), (1_024, 204_800, 0.8)]
    private static let rounds = 5
    private static let slowDownMax = 20.0

    func run() async throws {
        let folder = NSTemporaryDirectory() + "stardial-bench-\(getpid())"
        try FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true
        )
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for load in Self.loads { try await compare(load, folder) }
        try await weigh(folder)
        if let transfers { try await fill(transfers, folder) }
    }

    /// Rounds of the store and of the bare loop in turn; the first only warms up.
    private func compare(_ load: (clients: Int, transfers: Int, mark: Double), _ folder: String)
        async throws
    {
        var speeds: [(store: Double, bare: Double)] = []
        for round in 0...Self.rounds {
            let path = "\(folder)/\(load.clients)-\(round)"
            let transfers = load.transfers * scale
            let stored = try await fresh(path, clients: load.clients, transfers: transfers)
            let bare = try loop(path + "-bare", perCommit: load.clients, transfers: transfers)
            if round > 0 { speeds.append((stored, bare)) }
            try clear(folder)
        }
        let (store, bare) = (Self.median(speeds.map(\.store)), Self.median(speeds.map(\.bare)))
        BenchRun.report(
            "ledger",
            Self.median(speeds.map { $0.store / $0.bare }),
            "of a bare SQLite loop, \(load.clients.counted("client"))",
            (load.mark > 0 ? "mark \(load.mark); " : "")
                + "\(Int(store)) durable transfers/s beside \(Int(bare))"
        )
    }

    /// What a transfer takes on the disk.
    private func weigh(_ folder: String) async throws {
        let load = try await LedgerLoad(path: "\(folder)/weight")
        let before = load.octets
        let transfers = 100_000 * scale
        _ = try await load.run(clients: 1_000, transfers: transfers)
        let open = load.octets
        load.close()
        let grown = open.file + open.log - before.file - before.log
        let closed = load.octets.file - before.file - before.log
        BenchRun.report(
            "ledger",
            Double(grown) / Double(transfers),
            "octets a transfer, file and log",
            "\(closed / transfers) once the log is copied and closed"
        )
        try clear(folder)
    }

    /// Fills a ledger, then measures it and a new one in turn.
    private func fill(_ transfers: Int, _ folder: String) async throws {
        let clients = 1_024
        let full = try await LedgerLoad(path: "\(folder)/full")
        defer { full.close() }
        _ = try await full.run(clients: clients, transfers: transfers)
        var speeds: [(full: Double, fresh: Double)] = []
        for round in 0...Self.rounds {
            let count = 204_800 * scale
            let path = "\(folder)/fresh-\(round)"
            let fresh = try await fresh(path, clients: clients, transfers: count)
            let speed = try await full.run(clients: clients, transfers: count)
            if round > 0 { speeds.append((speed, fresh)) }
        }
        BenchRun.report(
            "ledger",
            100 * (1 - Self.median(speeds.map { $0.full / $0.fresh })),
            "% slower with \(transfers) transfers",
            "mark \(Int(Self.slowDownMax)); \(Int(Self.median(speeds.map(\.full)))) transfers/s "
                + "beside \(Int(Self.median(speeds.map(\.fresh)))) in a new ledger"
        )
    }

    /// The store in a new file.
    private func fresh(_ path: String, clients: Int, transfers: Int) async throws -> Double {
        let load = try await LedgerLoad(path: path)
        defer { load.close() }
        return try await load.run(clients: clients, transfers: transfers)
    }

    /// One thread that writes the same rows, as many a commit as there are clients.
    private func loop(_ path: String, perCommit: Int, transfers: Int) throws -> Double {
        let loop = try BareLoop(path: path, accounts: LedgerLoad.accounts)
        let seconds = try BenchRun.seconds {
            try loop.run(transfers: transfers, transfersPerCommit: perCommit)
        }
        return Double(transfers) / seconds
    }

    private func clear(_ folder: String) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            try FileManager.default.removeItem(atPath: "\(folder)/\(name)")
        }
    }

    private static func median(_ values: [Double]) -> Double {
        values.sorted()[values.count / 2]
    }
}

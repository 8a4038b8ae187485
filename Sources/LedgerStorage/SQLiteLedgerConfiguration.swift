// SPDX-License-Identifier: Apache-2.0
public import Ledger

/// How a ledger file is opened and written.
public struct SQLiteLedgerConfiguration: Hashable, Sendable {
    /// How much is proved before a file is opened for writing.
    public enum OpeningCheck: Hashable, Sendable {
        /// The file's structure, every hash of the chain and every sum.
        case everything
        /// The file's structure, and the transfers since the balances were last flushed.
        case recent
    }

    /// How much is proved before the file is opened for writing.
    public var openingCheck = OpeningCheck.everything
    /// How much one command may carry.
    public var limits = LedgerLimits()
    /// Commands waiting before further ones get `LedgerStoreError.tooBusy`.
    public var commandsWaitingMax = 65_536
    /// Commands in one commit.
    public var commandsPerCommitMax = 4_096
    /// Transfers after which the balances in the file are brought up to date, in portions: about
    /// as many are replayed when the file is opened after a crash.
    public var transfersPerFlush = 100_000
    /// Balances written with one commit at least while a flush is under way.
    public var balancesPerPortion = 512
    /// Pages in the write-ahead log that start a checkpoint beside the writer; at eight times as
    /// many, the writer waits for it.
    public var checkpointPages = 4_000
    /// The file system that fails as planned, for tests and simulations; nil for the real one.
    public var fileSystem: FaultyFileSystem?
    /// Pages the file may have; nil for no limit but the disk's.
    var filePagesMax: Int?

    /// The configuration as delivered.
    public init() {}

    /// The name under which SQLite opens a path.
    func address(of path: String) -> String { fileSystem?.address(of: path) ?? path }
}

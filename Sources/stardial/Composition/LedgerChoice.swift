// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import Ledger
import LedgerStorage

/// Where the ledger is kept: `memory`, or `sqlite:PATH`.
enum LedgerChoice: Equatable, ExpressibleByArgument {
    case memory
    case sqlite(path: String)

    init?(argument: String) {
        if argument == "memory" {
            self = .memory
        } else if argument.hasPrefix("sqlite:"), argument.count > "sqlite:".count {
            self = .sqlite(path: String(argument.dropFirst("sqlite:".count)))
        } else if !argument.contains(":"), argument.contains("/") || argument.hasSuffix(".db") {
            self = .sqlite(path: argument)
        } else {
            return nil
        }
    }

    /// The choice as it is asked for, which help shows for the usual one.
    var defaultValueDescription: String {
        switch self {
        case .memory: "memory"
        case .sqlite(let path): "sqlite:\(path)"
        }
    }

    /// Opens the ledger; a file's folder is made when it is missing.
    func open() throws(CommandFailure) -> any LedgerStore {
        switch self {
        case .memory:
            return PlaygroundLedger()
        case .sqlite(let path):
            let folder = path.parentFolder
            if !folder.isEmpty {
                try? FileManager.default.createDirectory(
                    atPath: folder,
                    withIntermediateDirectories: true
                )
            }
            do throws(LedgerStoreError) {
                return try SQLiteLedgerStore(path: path)
            } catch {
                throw CommandFailure(
                    error.exitStatus,
                    "The ledger \(path) was not opened. \(error.description)"
                )
            }
        }
    }

    /// Whether there is no file yet, so that opening makes a new ledger: a name mistyped, or a disk
    /// that is not there, must not look like the old one.
    var isNew: Bool {
        switch self {
        case .memory: false
        case .sqlite(let path): !FileManager.default.fileExists(atPath: path)
        }
    }

    /// How the ledger is named to whoever starts it.
    var name: String {
        switch self {
        case .memory: "in memory; gone when this ends"
        case .sqlite(let path): path
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import Ledger

/// How a command ended, the same for every command.
enum ExitStatus: Int32, Error {
    /// All is well.
    case well = 0
    /// There are findings, or tests failed.
    case findings = 1
    /// The command line was wrong.
    case usage = 2
    /// A file cannot be read.
    case unreadable = 3
    /// Something failed while running.
    case failed = 4

    /// The status for what a command threw; `code` is ArgumentParser's own reading of it.
    static func of(_ error: any Error, code: (any Error) -> Int32) -> ExitStatus {
        if let failure = error as? CommandFailure { return failure.status }
        if let exit = error as? ExitCode { return ExitStatus(rawValue: exit.rawValue) ?? .failed }
        switch code(error) {
        case 0: return .well
        case 64: return .usage
        default: return .failed
        }
    }

    /// Ends the process.
    func exit() -> Never {
        Foundation.exit(rawValue)
    }
}

/// A failure with its sentence for the user: what happened, and what to do next.
struct CommandFailure: Error, CustomStringConvertible {
    var status: ExitStatus
    var description: String

    init(_ status: ExitStatus, _ description: String) {
        self.status = status
        self.description = description
    }
}

extension LedgerStoreError {
    /// How a command ends that could not open its ledger.
    var exitStatus: ExitStatus {
        switch self {
        case .damaged, .foreign, .unreadable: .unreadable
        default: .failed
        }
    }
}

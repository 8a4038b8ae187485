// SPDX-License-Identifier: Apache-2.0
public import Ledger

/// Why a batch does not go on; what was paid before stays paid, and the same file goes on from
/// there.
public enum BulkProblem: Error, Hashable, Sendable {
    /// The name of the batch or of a person is missing or too long.
    case badName
    /// There is no such programme.
    case noProgramme(String)
    /// The programme has less than the lines need.
    case shortOfMoney(programme: String, needed: Amount, available: Amount)
    /// The batch was created with other lines.
    case otherContents(String)
    /// The batch belongs to another programme.
    case otherProgramme(String)
    /// The batch was not created yet, and nobody was named who creates it.
    case notCreated
    /// Who created the batch may not approve it.
    case sameApprover(String)
    /// The ledger could not be read or written; its own words say why.
    case ledger(String)
}

extension BulkProblem: CustomStringConvertible {
    /// What happened, what was not done, and what to do next.
    public var description: String {
        switch self {
        case .badName:
            "The names of a batch and of who creates and approves it have 1 to "
                + "\(BulkLimits.nameBytesMax) bytes. Nothing was done. Use other names."
        case .noProgramme(let name):
            "There is no programme \(name). Nothing was paid. Bring in its money first: "
                + "stardial ledger import balances, with programme:\(name) in the column account."
        case .shortOfMoney(let programme, let needed, let available):
            "\(programme) has \(available), and \(needed) is needed. The lines that are left were "
                + "not paid. Bring in more money for it and run the same file again."
        case .otherContents(let title):
            "The batch \(title) was created with other lines than this file has. Nothing was "
                + "created anew or approved. Put the file back as it was, or use another --batch."
        case .otherProgramme(let name):
            "This batch is paid by \(name). Nothing was paid. Name that programme, or use "
                + "another --batch."
        case .notCreated:
            "This batch was not created yet. Nothing was paid. Name who creates it: --created-by."
        case .sameApprover(let name):
            "\(name) created this batch and cannot approve it too. Nothing was paid. "
                + "Somebody else must approve it."
        case .ledger(let words):
            words
        }
    }

    /// The problem behind a document that cannot be read.
    init(_ fault: WalletFault) {
        switch fault {
        case .store(let error): self = .ledger(error.description)
        case .unreadable, .incomplete, .hashing:
            self = .ledger(
                "What the ledger has of this batch or a wallet cannot be read. Nothing more was "
                    + "done. Run stardial ledger check."
            )
        }
    }
}

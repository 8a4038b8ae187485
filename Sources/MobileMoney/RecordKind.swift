// SPDX-License-Identifier: Apache-2.0
import Ledger

/// The kinds of documents the wallets keep beside the money; the numbers are for ever.
enum RecordKind: UInt16, CaseIterable, Sendable {
    /// A ``Wallet/Body`` by the wallet's number.
    case wallet = 1
    /// The wallet's number by the phone number's digits.
    case phone = 2
    /// The wallet's number by the agent's number.
    case till = 3
    /// An ``Activity/Body`` by the wallet's number.
    case activity = 4
    /// A ``ReceiptEntry`` by the receipt's number.
    case receipt = 5
    /// A ``ChosenLanguage`` by the phone number's digits.
    case language = 6
    /// An ``Income/Body`` by the wallet's number.
    case income = 7
    /// A ``Savings/Body`` by the wallet's number.
    case savings = 16
    /// A ``Dormancy/Body`` by the wallet's number.
    case dormancy = 17
    /// A ``BulkBatch`` by the number that follows from its title.
    case batch = 20
    /// A ``Programme/Body`` by the programme's number.
    case programme = 21
    /// A ``StaffRequest/Body`` by the request's number.
    case staffRequest = 32
    /// A ``StaffStanding`` by a number drawn from the member's name.
    case staffStanding = 33
    /// The ``RetiredKeys``, one document with the number 0.
    case retiredKeys = 34
    /// The ``PINKeyMarks``, one document with the number 0.
    case keyMarks = 35

    /// The name of one document of the kind.
    func key(_ id: UInt64) -> RecordKey { RecordKey(kind: rawValue, id: id) }
}

/// Why a document or the ledger could not be used; the subscriber is told that nothing was done.
enum WalletFault: Error, Hashable, Sendable {
    /// A document has a version or shape that this program does not read.
    case unreadable(RecordKind)
    /// A wallet lacks what it must have.
    case incomplete
    /// The ledger did not answer.
    case store(LedgerStoreError)
    /// The PIN could not be hashed.
    case hashing
}

// SPDX-License-Identifier: Apache-2.0

/// Why a command did nothing; the order of the cases is the order of the checks, so the first
/// that applies is the one reported.
///
/// The checks up to ``accountLimitsBroken`` look at the command as a whole. The others look at
/// one transfer after the other, and each sees the balances its predecessors would leave.
public enum TransferRejection: String, CaseIterable, Hashable, Sendable, Error {
    /// The key was used before, for a command with other contents.
    case keyReused
    /// The work item to be finished never was on the queue.
    case workNotFound
    /// The work item to be finished was finished before.
    case workAlreadyDone
    /// A document has another version than the one that was read.
    case recordChanged
    /// The group has more transfers than ``LedgerLimits/transfersPerCommandMax``.
    case tooManyTransfers
    /// More openings, settings, documents, audit entries or work items than allowed, or one too
    /// long.
    case tooManyChanges
    /// An audit entry names nobody or no action, or one of its texts is too long.
    case auditEntryUnfit
    /// An account to be opened exists, or has the number 0.
    case accountExists
    /// An account to be changed does not exist, or is closed for good.
    case accountNotFound
    /// An account to be closed still holds or expects money.
    case accountNotEmpty
    /// An account to be opened or changed would itself be outside its floor or ceiling.
    case accountLimitsBroken
    /// A hold to be posted or voided does not exist.
    case pendingNotFound
    /// The hold was posted before.
    case pendingAlreadyPosted
    /// The hold was voided before.
    case pendingAlreadyVoided
    /// The hold's time is over.
    case pendingExpired
    /// The accounts named are not those of the hold.
    case pendingHasOtherAccounts
    /// A transfer to be reversed or corrected does not exist.
    case originalNotFound
    /// The transfer moved no money, or is itself a reversal.
    case originalNotReversible
    /// All that the transfer moved was moved back before.
    case originalAlreadyReversed
    /// The accounts named are not those of the transfer, the other way round.
    case originalHasOtherAccounts
    /// The amount is nothing or less.
    case amountNotPositive
    /// More is to be posted than is held.
    case pendingAmountExceeded
    /// More is to be moved back than is left of the transfer.
    case reversalAmountExceeded
    /// A hold would be over before it begins.
    case expiryNotAhead
    /// The reference is longer than ``LedgerLimits/referenceBytesMax``.
    case referenceTooLong
    /// The account debited is the account credited.
    case sameAccount
    /// The account to be debited does not exist.
    case debitAccountNotFound
    /// The account to be credited does not exist.
    case creditAccountNotFound
    /// The amount and both accounts are not of one currency.
    case currencyMismatch
    /// The account to be debited is closed.
    case debitAccountClosed
    /// The account to be credited is closed.
    case creditAccountClosed
    /// The account to be debited is frozen.
    case debitAccountFrozen
    /// The account to be credited is frozen.
    case creditAccountFrozen
    /// A counter would not fit 64 bits.
    case overflow
    /// The debited account would have less than its floor, holds counted as spent.
    case belowFloor
    /// The credited account would have more than its ceiling, expected credits counted in.
    case aboveCeiling
    /// The announcement has too many messages, or one that is too long.
    case announcementTooLarge

    /// Whether the same contents may be accepted later, because the accounts, documents or holds
    /// they meet can change; such a retry needs a new key unless ``keepsKey`` is false.
    public var isTransient: Bool {
        switch self {
        case .recordChanged, .accountNotFound, .accountNotEmpty, .accountLimitsBroken,
            .pendingNotFound, .originalNotFound, .debitAccountNotFound, .creditAccountNotFound,
            .debitAccountFrozen, .creditAccountFrozen, .belowFloor, .aboveCeiling:
            true
        default:
            false
        }
    }

    /// Whether the rejection is kept as the key's result and given again to whoever repeats it.
    ///
    /// All but two are: a refusal the subscriber was told must not turn into a payment when a
    /// late copy of the request arrives. ``keyReused`` belongs to another command's key, and
    /// after ``recordChanged`` the caller reads again and repeats under the same key.
    public var keepsKey: Bool {
        self != .keyReused && self != .recordChanged
    }
}

/// Why a command did nothing, and which transfer of the group was the reason.
public struct LedgerRejection: Error, Hashable, Sendable {
    /// The first check that failed.
    public let reason: TransferRejection
    /// The transfer it failed for, counted from 0; nil when the command as a whole is the reason.
    public let transferIndex: Int?

    /// Describes a rejection.
    public init(_ reason: TransferRejection, transferIndex: Int? = nil) {
        self.reason = reason
        self.transferIndex = transferIndex
    }
}

// SPDX-License-Identifier: Apache-2.0
public import Ledger

/// Why staff's step was not taken, in the order of the checks; nothing was done.
///
/// Amounts are as the tariff's currency writes them, such as `KES 500.00`.
public enum StaffRefusal: Error, Hashable, Sendable {
    /// What was typed is no operation; the text says what to type.
    case notUnderstood(String)
    /// The name or the PIN is wrong; which of them is not told.
    case notStaff
    /// Too many wrong PINs; the text says until when.
    case locked(until: String)
    /// A reason of 1 to ``Ledger/AuditEntry/reasonBytesMax`` bytes is missing.
    case reasonUnfit
    /// There is no request of this number.
    case unknownRequest(UInt64)
    /// The request was decided before.
    case requestClosed(StaffRequest.State)
    /// The request was not approved in time.
    case requestExpired
    /// The member's role does not allow this step for this operation.
    case roleMayNot(role: String, step: String)
    /// Nobody approves what she asked for herself.
    case ownRequest
    /// More requests than ``StaffRequest/openMax`` wait.
    case tooManyOpen
    /// The number has no wallet.
    case unknownWallet(String)
    /// The wallet is closed for good.
    case walletClosed
    /// The wallet is frozen already.
    case alreadyFrozen
    /// The wallet is not frozen.
    case notFrozen
    /// A wallet with money in it is not closed.
    case walletNotEmpty(String)
    /// No lock holds.
    case notLocked
    /// The wallet has no PIN that could be reset.
    case noPIN
    /// The tariff holds nothing after a change of the SIM.
    case noSIMHold
    /// The tariff has no such level, or the wallet has it or a higher one.
    case levelNotHigher(Int)
    /// There is no payment with this receipt.
    case unknownReceipt(String)
    /// All of the payment went back before.
    case alreadyReversed
    /// The amount is nothing or less.
    case amountNotPositive
    /// More is asked for than is left of the payment.
    case aboveRest(left: String)
    /// The receiver has spent it; this is what is still there.
    case receiverLacks(available: String)
    /// There is no account of this name.
    case unknownAccount(String)
    /// Both accounts are one.
    case sameAccount
    /// There is no key of this number, or it is retired.
    case unknownKey(UInt32)
    /// The newest key seals new PINs.
    case keyIsNewest
    /// PINs are still sealed under the key.
    case keyInUse(PINKeyUse)
    /// The ledger refused.
    case refused(TransferRejection)
    /// The ledger could not; its own words say why.
    case ledger(String)
}

extension StaffRefusal: CustomStringConvertible {
    /// What happened, and what to do.
    public var description: String {
        switch self {
        case .notUnderstood(let usage): "This was not understood. Nothing was done. Type \(usage)."
        default: "\(what) Nothing was done. \(next)"
        }
    }

    private var what: String {
        switch self {
        case .notUnderstood: ""
        case .notStaff: "Name or PIN is wrong."
        case .locked(let until): "Your PIN is locked after too many wrong tries, until \(until)."
        case .reasonUnfit: "A reason of 1 to \(AuditEntry.reasonBytesMax) bytes is needed."
        case .unknownRequest(let id): "There is no request \(id)."
        case .requestClosed(let state): "This request is \(state.rawValue) already."
        case .requestExpired: "Nobody approved this request in time."
        case .roleMayNot(let role, let step): "The role \(role) may not \(step)."
        case .ownRequest: "You asked for this yourself."
        case .tooManyOpen: "\(StaffRequest.openMax) requests wait already."
        case .unknownWallet(let phone): "\(phone) has no wallet."
        case .walletClosed: "This wallet is closed for good."
        case .alreadyFrozen: "This wallet is frozen already."
        case .notFrozen: "This wallet is not frozen."
        case .walletNotEmpty(let amount): "This wallet still holds \(amount)."
        case .notLocked: "This wallet is not locked."
        case .noPIN: "This wallet has no PIN."
        case .noSIMHold: "This tariff holds nothing after a change of the SIM."
        case .levelNotHigher(let level): "Level \(level) is not a higher level of this wallet."
        case .unknownReceipt(let receipt): "There is no payment \(receipt)."
        case .alreadyReversed: "All of this payment went back before."
        case .amountNotPositive: "The amount must be more than nothing."
        case .aboveRest(let left): "Only \(left) of this payment is left to go back."
        case .receiverLacks(let available): "The receiver has only \(available) left."
        case .unknownAccount(let name): "There is no account \(name)."
        case .sameAccount: "Both accounts are the same."
        case .unknownKey(let number): "There is no key \(number)."
        case .keyIsNewest: "This key seals new PINs."
        case .keyInUse(let use): "\(use.wallets) wallets and \(use.staff) staff are under this key."
        case .refused(let reason): "The ledger refused (\(reason.rawValue))."
        case .ledger(let words): words
        }
    }

    private var next: String {
        switch self {
        case .notStaff: "Type them again."
        case .locked: "Wait, or ask whoever keeps the staff file."
        case .reasonUnfit: "Write why with --reason."
        case .unknownRequest, .requestClosed, .tooManyOpen: "Look with `stardial staff list`."
        case .requestExpired: "Ask again with `stardial staff request`."
        case .roleMayNot, .ownRequest: "Ask a colleague whose role allows it."
        case .walletNotEmpty: "Let the owner take the money out first."
        case .levelNotHigher: "Use a higher level of the tariff."
        case .unknownReceipt: "Read the number again; it has ten letters and digits."
        case .aboveRest, .receiverLacks: "Ask for less."
        case .unknownAccount: "Write it as income:fees, wallet:+254712000001 or float:4021."
        case .unknownKey, .keyIsNewest, .keyInUse: "Look with `stardial staff keys`."
        default: "Check what you asked for."
        }
    }
}

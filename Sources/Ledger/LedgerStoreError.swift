// SPDX-License-Identifier: Apache-2.0

/// Why the store could not do its part; nothing was changed by the call that got it, but for
/// ``inDoubt(code:message:)``.
public enum LedgerStoreError: Error, Hashable, Sendable {
    /// There is no space left for what should be written.
    case full
    /// Another process has the ledger open; the text says which.
    case locked(by: String)
    /// The file is a ledger and is broken; the text says where.
    case damaged(String)
    /// The file is not a ledger this program can use; the text says what was found.
    case foreign(String)
    /// The file or its folder cannot be written.
    case readOnly
    /// The file is there and cannot be read; the text says why.
    case unreadable(String)
    /// The store was closed.
    case closed
    /// More commands are waiting than the store takes.
    case tooBusy
    /// What was asked for does not fit this ledger; the text says what.
    case refused(String)
    /// The disk or database refused; its own code and words.
    case io(code: Int, message: String)
    /// The disk failed while a commit was being flushed, and again when that was to be written
    /// over: whether the commit comes back after a crash is not known until the next one succeeds.
    case inDoubt(code: Int, message: String)
}

extension LedgerStoreError {
    /// The error for a file in which something does not hold.
    ///
    /// It names no account: a phone number could be found from an account's.
    package static func damaged(by violation: InvariantViolation) -> LedgerStoreError {
        var found = String(violation.description.dropLast())
        if let id = violation.account {
            found = found.replacing("Account \(id.rawValue)", with: "an account")
        }
        return .damaged(found)
    }
}

extension LedgerStoreError: CustomStringConvertible {
    /// What happened, what was not done, and what to do next.
    public var description: String {
        switch self {
        case .full:
            "The disk is full. Nothing was written. Make space; the ledger then goes on by itself."
        case .locked(let holder):
            "The ledger is in use by \(holder). Nothing was done. Stop that process first, or use "
                + "another file."
        case .damaged(let found):
            "The ledger file is damaged: \(found). Nothing was changed. Put back a copy, "
                + "and keep this file to find out what happened."
        case .foreign(let found):
            "The file cannot be used as a ledger: \(found). Nothing was changed. "
                + "Name another file."
        case .readOnly:
            "The ledger file cannot be written. Nothing was changed. "
                + "Check the permissions of the file and its folder."
        case .unreadable(let found):
            "The ledger cannot be read: \(found). Nothing was changed. Check the permissions, or "
                + "copy the file and what stands beside it to a folder that you may write."
        case .closed:
            "The ledger was closed. Nothing was done. Open it again."
        case .tooBusy:
            "Too many commands are waiting. This one was not taken. "
                + "Try again with the same key in a moment."
        case .refused(let found):
            "That cannot be done: \(found). Nothing was changed. Ask for something else."
        case .io(let code, let message):
            "The disk refused (\(code): \(message)). Nothing was written. Try again with the "
                + "same key; check the disk if it happens again."
        case .inDoubt(let code, let message):
            "The disk failed while this was being written (\(code): \(message)). Whether it was "
                + "kept is not certain. Repeat it with the same key until it is answered: "
                + "it happens once. Check the disk."
        }
    }
}

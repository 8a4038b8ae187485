// SPDX-License-Identifier: Apache-2.0
public import GSM
public import Ledger

/// What the wallets put on the ledger's queue of work; the numbers are for ever.
public enum WalletWork: UInt16, CaseIterable, Sendable {
    /// A day's interest on the savings of the wallet that is the subject; the body is the day.
    case interest = 1
    /// A step of dormancy of the wallet that is the subject; the body is the step.
    case dormancy = 2
    /// The posting of a hold; the subject is its place among the transfers of its command.
    case release = 3
    /// A text message to the phone number that is the subject; the body is the text.
    case reminder = 4

    /// Most octets of a reminder's text: three parts in the GSM alphabet.
    public static let reminderOctetsMax = 459

    /// Pays out a hold that the same command makes, unless it was ended before.
    ///
    /// - Parameters:
    ///   - place: which of the command's transfers holds the money, from 0.
    ///   - due: when; before the hold's own time is over.
    /// - Returns: the item for the same command.
    public static func release(ofTransfer place: Int, at due: Timestamp) -> WorkItem {
        item(.release, UInt64(clamping: place), at: due)
    }

    /// Sends a text message at a moment; nil when the text is empty or too long.
    public static func reminder(
        to msisdn: MSISDN,
        text: String,
        at due: Timestamp
    ) -> WorkItem? {
        let body = Array(text.utf8)
        guard 1...reminderOctetsMax ~= body.count else { return nil }
        return item(.reminder, msisdn.digits, at: due, body)
    }

    static func item(
        _ kind: WalletWork,
        _ subject: UInt64,
        at due: Timestamp,
        _ body: [UInt8] = []
    ) -> WorkItem {
        WorkItem(due: due, kind: kind.rawValue, subject: subject, body: body)
    }
}

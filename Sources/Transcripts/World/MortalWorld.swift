// SPDX-License-Identifier: Apache-2.0
public import GSM
public import Gateway

/// A world whose process can be killed at any commit of its ledger, and which shows all that was
/// committed.
public protocol MortalWorld: TranscriptWorld {
    /// What each commit so far left, those before the scene included; a commit that was refused or
    /// that died counts too.
    var commits: [CommitMark] { get }
    /// Whether the process was killed and none was started since; a dead world answers nothing.
    var isDead: Bool { get }
    /// Has the process die at a commit to come.
    ///
    /// - Parameters:
    ///   - number: the place that the commit will have in ``commits``.
    ///   - end: whether its work is done.
    func die(atCommit number: Int, _ end: CommitEnd)
    /// The messages that were handed over so far, in order; one that was handed over again stands
    /// there again.
    var handovers: [Handover] { get }
    /// Has the process die when it has handed a message over and not noted that it did.
    ///
    /// - Parameters:
    ///   - message: the message's number in the ledger.
    ///   - times: how many processes in a row die behind it, 1 and more.
    func die(afterMessage message: Int64, times: Int)
    /// Every movement of money that is committed, oldest first.
    func movements() -> [Movement]
    /// Every message to a phone of the scene that is committed, oldest first.
    func announcements() -> [Announcement]
    /// What dials the menu, as `*789#`; nil when nothing plain does.
    var code: String? { get }
    /// Whether each dial first tells how the last payment ended when that was never shown.
    var tellsNews: Bool { get }
}

/// A message of the ledger that was handed over on its way to a phone.
public struct Handover: Hashable, Sendable {
    /// The message's number in the ledger.
    public let message: Int64
    /// The newest commit at that moment, by its place in ``MortalWorld/commits``; it may be still
    /// under way.
    public let commit: Int

    /// Makes a handover.
    public init(message: Int64, commit: Int) {
        self.message = message
        self.commit = commit
    }
}

/// What the ledger has when a commit is over.
public struct CommitMark: Hashable, Sendable {
    /// How many movements there are.
    public let movements: Int
    /// The number of the newest message; 0 when there is none.
    public let lastMessage: Int64

    /// Makes a mark.
    public init(movements: Int, lastMessage: Int64) {
        self.movements = movements
        self.lastMessage = lastMessage
    }
}

/// A linked group of transfers.
public struct Movement: Hashable, Sendable {
    /// What it did to each account.
    public let lines: [PostingLine]
    /// What phones are told it by, such as the number of a receipt; nil when it has none.
    public let reference: String?
    /// How much phones are told that it moves, before fees; nil when they are told nothing.
    public let amount: LedgerMoney?

    /// Makes a movement.
    public init(lines: [PostingLine], reference: String?, amount: LedgerMoney? = nil) {
        self.lines = lines
        self.amount = amount
        self.reference = reference
    }

    /// Who gets most and how much, whatever the fee is: that can be another one a minute later.
    var gain: PostingLine? { lines.max { $0.amount.minorUnits < $1.amount.minorUnits } }

    /// Whether a phone's wallet or float pays in it.
    func isPaid(by phone: String) -> Bool {
        let accounts = ["wallet:\(phone.lowercased())", "float:\(phone.lowercased())"]
        return lines.contains { accounts.contains($0.account) && $0.amount.minorUnits < 0 }
    }
}

/// A message that is committed with what it announces.
///
/// Its description shows neither number nor text.
public struct Announcement: Hashable, Sendable {
    /// Its number in the ledger.
    public let id: Int64
    /// Who gets it.
    public let to: MSISDN
    /// What it says.
    public let text: String

    /// Makes an announcement.
    public init(id: Int64, to: MSISDN, text: String) {
        self.id = id
        self.to = to
        self.text = text
    }
}

extension Announcement: CustomStringConvertible, CustomReflectable {
    /// The number of the message alone.
    public var description: String { "announcement \(id)" }

    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

// SPDX-License-Identifier: Apache-2.0
import Gateway
import Synchronization
import Transcripts

/// What the pocket's ledger knows of its commits and of the death of its process.
struct PocketMortality {
    /// A promise broken on purpose.
    enum Flaw: CaseIterable {
        /// A process makes the last gift once more when it starts.
        case givesAgain
        /// A gift is lost with the process that made it.
        case losesGifts
        /// The next dial does not tell a gift that was never shown.
        case forgetsToTell
        /// What was not delivered when the process died never is.
        case losesMessages
        /// Messages that are handed over together are noted before they are.
        case notesTooEarly
        /// A message that comes again comes in other words.
        case rewordsMessages
    }

    struct Gift {
        var lines: [(account: String, cents: Int64)]
        var reference: String
        var messages: [ShortMessage]
    }

    var flaw: Flaw?
    var gifts: [Gift] = []
    var marks: [CommitMark] = []
    var isDead = false
    var death: (commit: Int, end: CommitEnd)?
    var handovers: [Handover] = []
    var lastHandover: (message: Int64, times: Int)?

    /// How the process dies at the commit that comes, or nil.
    mutating func nextCommit() -> CommitEnd? {
        guard let death, death.commit == marks.count else { return nil }
        self.death = nil
        isDead = true
        if death.end == .before { mark() }
        return death.end
    }

    mutating func mark() {
        marks.append(
            CommitMark(movements: gifts.count, lastMessage: Int64(gifts.count * 2))
        )
    }
}

extension PocketServices.State {
    /// Ends a commit; a flawed ledger goes back to what was before it.
    mutating func endCommit(_ end: CommitEnd?, _ before: Self) {
        if end == .after, mortality.flaw == .losesGifts { self = before }
        mortality.mark()
    }

    /// What is handed over by now; where the process dies behind one of them, nothing is noted.
    mutating func handOver(until now: Instant) -> [ShortMessage] {
        let due = outbox.filter { $0.due <= now }.map(\.message)
        let all = mortality.gifts.flatMap(\.messages)
        for (index, message) in due.enumerated() {
            let place = all.firstIndex { $0.to == message.to && $0.text == message.text }
            let number = Int64((place ?? -1) + 1)
            let commit = mortality.marks.count - 1
            mortality.handovers.append(Handover(message: number, commit: commit))
            guard let last = mortality.lastHandover, last.message == number else { continue }
            mortality.lastHandover = last.times > 1 ? (number, last.times - 1) : nil
            mortality.isDead = true
            if mortality.flaw == .notesTooEarly { outbox.removeAll { $0.due <= now } }
            if mortality.flaw == .rewordsMessages {
                outbox = outbox.map { due, message in
                    let words = message.text + "!"
                    return (due, ShortMessage(from: "POCKET", to: message.to, text: words, at: due))
                }
            }
            return Array(due[...index])
        }
        outbox.removeAll { $0.due <= now }
        return due
    }

    /// Begins a process anew.
    mutating func rise() {
        mortality.isDead = false
        if mortality.flaw == .losesMessages { outbox = [] }
        guard mortality.flaw == .givesAgain, let last = mortality.gifts.last else { return }
        for (account, cents) in last.lines { balances[account, default: 0] += cents }
        mortality.gifts.append(last)
        mortality.mark()
    }
}

extension PocketWorld: MortalWorld {
    var commits: [CommitMark] { ledger.state.withLock { $0.mortality.marks } }
    var isDead: Bool { ledger.state.withLock { $0.mortality.isDead } }
    var code: String? { "*100#" }
    var tellsNews: Bool { ledger.state.withLock { $0.mortality.flaw == .forgetsToTell } }

    func die(atCommit number: Int, _ end: CommitEnd) {
        ledger.state.withLock { $0.mortality.death = (number, end) }
    }

    var handovers: [Handover] { ledger.state.withLock { $0.mortality.handovers } }

    func die(afterMessage message: Int64, times: Int) {
        ledger.state.withLock { $0.mortality.lastHandover = (message, times) }
    }

    func movements() -> [Movement] {
        ledger.state.withLock { $0.mortality.gifts }.map { gift in
            let lines = gift.lines.map { account, cents in
                PostingLine(
                    account: account,
                    amount: LedgerMoney(minorUnits: cents, minorDigits: 2)
                )
            }
            return Movement(lines: lines, reference: gift.reference)
        }
    }

    func announcements() -> [Announcement] {
        let messages = ledger.state.withLock { $0.mortality.gifts.flatMap(\.messages) }
        return messages.enumerated().compactMap { index, message in
            message.receiver.map {
                Announcement(id: Int64(index + 1), to: $0, text: message.text)
            }
        }
    }
}

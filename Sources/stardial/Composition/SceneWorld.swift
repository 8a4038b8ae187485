// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway
import Ledger
import MenuLanguage
import MobileMoney
import Transcripts

/// The world of one transcript: everything in memory, on a clock that only the scene moves.
final class SceneWorld: EmulatedWorld {
    private(set) var process: SceneProcess
    private let start: SceneProcess.Start
    private let visits: SceneVisits?
    private let shelf: MenuShelf
    /// What the scene visits, for whoever keeps count; nil when nobody does.
    let record: SceneRecord?

    /// - Parameters:
    ///   - process: the first process, with the phones of the scene.
    ///   - start: makes the one after it when it was killed.
    ///   - visits: what the dialogues visit, or nil.
    ///   - shelf: the menus, which know where their states are written.
    ///   - record: what is counted as visited, or nil.
    init(
        _ process: SceneProcess,
        start: @escaping SceneProcess.Start,
        visits: SceneVisits? = nil,
        shelf: MenuShelf,
        record: SceneRecord? = nil
    ) {
        self.process = process
        self.start = start
        self.shelf = shelf
        self.visits = visits
        self.record = record
    }

    // The ledger holds who listens to it, and that holds the ledger.
    deinit { process.store.setMessageListener(nil) }

    /// What runs now; another one after a restart.
    var emulator: Emulator { process.emulator }

    /// Every row of the ledger; none when it cannot be read.
    func postings() -> [PostedTransfer] {
        var rows: [PostedTransfer] = []
        while let more = try? emulator.store.transfers(
            since: rows.last?.id ?? TransferID(0),
            limit: Self.rowsAtOnce
        ), !more.isEmpty {
            rows += more
        }
        return rows
    }

    private static let rowsAtOnce = 1_000

    func takeVisits() -> [CoverageKey] { visits?.take() ?? [] }

    var gateway: Gateway { emulator.gateway }
    var handsets: HandsetNetwork { emulator.handsets }

    func dial(
        _ string: String,
        from phone: MSISDN,
        at now: Instant,
        reply: @escaping @Sendable (Answer) -> Void
    ) {
        handsets.dial(string, from: phone, at: gatewayTime(now), reply: unlessKilled(reply))
        if handsets.faults.takeKill() { restart(at: now) }
    }

    func answer(
        _ input: String,
        from phone: MSISDN,
        turn: TurnKey?,
        at now: Instant,
        reply: @escaping @Sendable (Answer) -> Void
    ) {
        handsets.answer(
            input,
            from: phone,
            turn: turn,
            at: gatewayTime(now),
            reply: unlessKilled(reply)
        )
        if handsets.faults.takeKill() { restart(at: now) }
    }

    /// What a dead process says reaches nobody.
    private func unlessKilled(
        _ reply: @escaping @Sendable (Answer) -> Void
    ) -> @Sendable (Answer) -> Void {
        { [store = process.store] answer in
            if !store.isDead { reply(answer) }
        }
    }

    func restart(at now: Instant) {
        process.store.die()
        handsets.faults.forgetOutcomes()
        process = start(process)
        // A ledger in memory gives its messages.
        try? emulator.deliverLeftovers()
        advance(to: now)
    }

    var view: LedgerView {
        LedgerView(
            store: emulator.store,
            wallet: emulator.wallet,
            handsets: emulator.handsets.all
        )
    }

    func balance(of name: String) -> LedgerMoney? {
        view.account(named: name).map {
            LedgerMoney(minorUnits: $0.balance, minorDigits: $0.currency.minorDigits)
        }
    }

    func lastPosting() -> [PostingLine] {
        Self.lines((try? view.lastGroup()) ?? [])
    }

    func postings(newest count: Int) -> [[PostingLine]] {
        ((try? view.lastGroups(count)) ?? []).map(Self.lines)
    }

    func place(ofState state: String, menu: String) -> String? {
        shelf.place(ofState: state, menu: menu)
    }

    private static func lines(_ group: [LedgerView.Change]) -> [PostingLine] {
        group.map { change in
            PostingLine(
                account: change.account,
                amount: LedgerMoney(
                    minorUnits: change.minorUnits,
                    minorDigits: change.currency.minorDigits
                )
            )
        }
    }

    func audit() -> [String] { view.audit() }

    func advance(to instant: Instant) {
        guard !isDead else { return }
        while let next = nextDeadline(), next < instant {
            step(to: next)
        }
        step(to: instant)
    }

    private func step(to instant: Instant) {
        guard !isDead else { return }
        emulator.advance(to: gatewayTime(instant))
    }

    func nextDeadline() -> Instant? {
        guard !isDead else { return nil }
        let work = emulator.clerk.nextDue().map { Instant(milliseconds: $0.milliseconds) }
        return [
            emulator.handsets.nextDeadline(), emulator.declared?.nextDue,
            emulator.gateway.nextDeadline(), work,
        ].compactMap(\.self).min()?.adding(milliseconds: -handsets.faults.clockLead)
    }
}

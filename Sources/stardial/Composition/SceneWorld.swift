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
    private(set) var trouble: String?
    /// The turns that may still wait for their answers.
    private var turns: [SceneTurn] = []
    /// When the process was started anew last, and how often in that moment.
    private var restarts: (at: Instant, count: Int) = (Instant(milliseconds: .min), 0)

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
        turn(of: phone, at: now, reply) {
            handsets.dial(string, from: phone, at: gatewayTime(now), reply: $0)
        }
    }

    func answer(
        _ input: String,
        from phone: MSISDN,
        turn: TurnKey?,
        at now: Instant,
        reply: @escaping @Sendable (Answer) -> Void
    ) {
        self.turn(of: phone, at: now, reply) {
            handsets.answer(input, from: phone, turn: turn, at: gatewayTime(now), reply: $0)
        }
    }

    func send(_ text: String, from phone: MSISDN, to address: String, at now: Instant) {
        handsets.send(text, from: phone, to: address, at: gatewayTime(now))
        recover(at: now)
    }

    /// Does a turn; what a dead process says to it reaches nobody.
    private func turn(
        of phone: MSISDN,
        at now: Instant,
        _ reply: @escaping @Sendable (Answer) -> Void,
        _ deliver: (@escaping @Sendable (Answer) -> Void) -> Void
    ) {
        let turn = SceneTurn(phone, reply)
        turns.removeAll(where: \.isOver)
        turns.append(turn)
        deliver { [store = process.store] answer in
            if !store.isDead { turn.take(answer) }
        }
        recover(at: now)
    }

    func restart(at now: Instant) {
        process.store.die()
        handsets.faults.forgetOutcomes()
        process = start(process)
        // A ledger in memory gives its messages.
        try? process.store.handOverLeftovers()
        recover(at: now)
        advance(to: now)
    }

    /// Starts the process anew that a fault has killed.
    ///
    /// Phones that wait for it lose their connections. One that is killed over and over in one
    /// moment is left dead.
    private func recover(at now: Instant) {
        guard handsets.faults.takeKill() else { return }
        let cut = turns.filter { !$0.isOver }
        turns = []
        restarts = (now, restarts.at == now ? restarts.count + 1 : 1)
        guard restarts.count <= Self.restartsInARowMax else {
            process.store.die()
            trouble =
                "The gateway was killed \(Self.restartsInARowMax) times in a row and was not "
                + "started again. Let the fault happen `once`, or at a later commit or SMS."
            return
        }
        restart(at: now)
        for turn in cut { turn.take(handsets.loseConnection(of: turn.phone)) }
    }

    /// Most times that a process is started anew in one moment of the scene.
    static let restartsInARowMax = 16

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
        recover(at: instant)
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

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

    /// - Parameters:
    ///   - process: the first process, with the phones of the scene.
    ///   - start: makes the one after it when it was killed.
    ///   - visits: what the dialogues visit, or nil.
    init(
        _ process: SceneProcess,
        start: @escaping SceneProcess.Start,
        visits: SceneVisits? = nil
    ) {
        self.process = process
        self.start = start
        self.visits = visits
    }

    // The ledger holds who listens to it, and that holds the ledger.
    deinit { process.store.setMessageListener(nil) }

    private var emulator: Emulator { process.emulator }
    private var services: SceneServices { process.services }

    func takeVisits() -> [CoverageKey] { visits?.take() ?? [] }

    var gateway: Gateway { emulator.gateway }
    var handsets: HandsetNetwork { emulator.handsets }

    func dial(
        _ string: String,
        from phone: MSISDN,
        at now: Instant,
        reply: @escaping @Sendable (Answer) -> Void
    ) {
        gateway.dial(string, from: phone, at: now, reply: unlessKilled(reply))
    }

    func answer(
        _ input: String,
        from phone: MSISDN,
        turn: TurnKey?,
        at now: Instant,
        reply: @escaping @Sendable (Answer) -> Void
    ) {
        gateway.answer(input, from: phone, turn: turn, at: now, reply: unlessKilled(reply))
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
        let group = (try? view.lastGroup()) ?? []
        return group.map { change in
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

    func delay(operation: String, milliseconds: Int64) {
        services.delay(operation: operation, milliseconds: milliseconds)
    }

    func isDelayPending(operation: String) -> Bool {
        services.isDelayPending(operation: operation)
    }

    func setUnheard(_ isUnheard: Bool, subscriber: MSISDN) {
        services.setUnheard(isUnheard, subscriber: subscriber)
    }

    func advance(to instant: Instant) {
        guard !isDead else { return }
        while let next = nextDeadline(), next < instant {
            step(to: next)
        }
        step(to: instant)
    }

    private func step(to instant: Instant) {
        guard !isDead else { return }
        services.release(until: instant)
        emulator.advance(to: instant)
    }

    func nextDeadline() -> Instant? {
        guard !isDead else { return nil }
        let work = emulator.clerk.nextDue().map { Instant(milliseconds: $0.milliseconds) }
        return [
            services.nextDue, emulator.declared?.nextDue, emulator.gateway.nextDeadline(), work,
        ].compactMap(\.self).min()
    }
}

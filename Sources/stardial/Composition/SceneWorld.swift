// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway
import Ledger
import MenuLanguage
import MobileMoney
import Transcripts

/// The world of one transcript: everything in memory, on a clock that only the scene moves.
final class SceneWorld: EmulatedWorld {
    let emulator: Emulator
    private let services: SceneServices
    private let visits: SceneVisits?

    init(emulator: Emulator, services: SceneServices, visits: SceneVisits? = nil) {
        self.emulator = emulator
        self.services = services
        self.visits = visits
    }

    func takeVisits() -> [CoverageKey] { visits?.take() ?? [] }

    var gateway: Gateway { emulator.gateway }
    var handsets: HandsetNetwork { emulator.handsets }

    private var view: LedgerView {
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
        while let next = nextDeadline(), next < instant {
            step(to: next)
        }
        step(to: instant)
    }

    private func step(to instant: Instant) {
        services.release(until: instant)
        emulator.advance(to: instant)
    }

    func nextDeadline() -> Instant? {
        let work = emulator.clerk.nextDue().map { Instant(milliseconds: $0.milliseconds) }
        return [
            services.nextDue, emulator.declared?.nextDue, emulator.gateway.nextDeadline(), work,
        ].compactMap(\.self).min()
    }
}

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
    private let visits: SceneVisits?
    private let shelf: MenuShelf

    init(emulator: Emulator, visits: SceneVisits? = nil, shelf: MenuShelf) {
        self.shelf = shelf
        self.emulator = emulator
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

    func restart(at now: Instant) {
        emulator.restart(at: gatewayTime(now))
    }

    func advance(to instant: Instant) {
        while let next = nextDeadline(), next < instant {
            emulator.advance(to: gatewayTime(next))
        }
        emulator.advance(to: gatewayTime(instant))
    }

    func nextDeadline() -> Instant? {
        let work = emulator.clerk.nextDue().map { Instant(milliseconds: $0.milliseconds) }
        return [
            emulator.handsets.nextDeadline(), emulator.declared?.nextDue,
            emulator.gateway.nextDeadline(), work,
        ].compactMap(\.self).min()?.adding(milliseconds: -handsets.faults.clockLead)
    }
}

// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Synchronization
import Transcripts

/// A ledger of a few accounts; it gives to the scene's second phone and says so by SMS.
final class PocketServices: ServicePort {
    /// What it knows, all in cents.
    struct State {
        var balances: [String: Int64]
        var posting: [(account: String, cents: Int64)] = []
        var outbox: [(due: Instant, message: ShortMessage)] = []
        var told: [MSISDN] = []
        /// What killed and cut scenes ask of it.
        var mortality = PocketMortality()
    }

    /// The fee of every gift, in cents.
    static let fee: Int64 = 700
    /// A gift of so many cents is credited twice, which breaks the ledger.
    static let poison: Int64 = 66_600
    /// How long its messages take, in milliseconds.
    static let messageDelay: Int64 = 2_000

    let state: Mutex<State>
    private let phones: [(name: String, msisdn: MSISDN, pin: String?)]

    init(_ setup: WorldSetup) {
        phones = setup.phones.map { ($0.name, $0.msisdn, $0.pin) }
        var balances: [String: Int64] = ["income:fees": 0]
        for phone in setup.phones {
            balances["wallet:\(phone.name)"] =
                Int64(phone.balance.filter { $0 != "." }) ?? 0
        }
        state = Mutex(State(balances: balances))
    }

    func perform(
        _ request: ServiceRequest,
        completion: @escaping @Sendable (ServiceResult) -> Void
    ) {
        let payer = phones.first { $0.msisdn == request.subscriber }
        guard let payer else { return completion(.unavailable) }
        if request.call.operation == "balance" {
            let cents = state.withLock { $0.balances["wallet:\(payer.name)"] ?? 0 }
            return completion(.ok(.amount(cents)))
        }
        guard case .amount(let cents)? = request.call.arguments.first,
            case .secret(let secret)? = request.call.arguments.last,
            phones.count > 1
        else { return completion(.unavailable) }
        guard secret.exposedToItsChecker({ $0 == payer.pin }) else {
            return completion(ServiceResult("wrong_pin"))
        }
        let end = state.withLock { $0.mortality.nextCommit() }
        let isDead = state.withLock { $0.mortality.isDead }
        // The dead say nothing.
        guard !isDead || end == .after else { return }
        let before = state.withLock { $0 }
        let result = give(cents, from: (payer.name, payer.msisdn), at: request.at)
        state.withLock { $0.endCommit(end, before) }
        if !isDead { completion(result) }
    }

    func telling(_ key: ServiceKey, subscriber: MSISDN, at now: Instant) -> Telling {
        { isHeard in
            if isHeard { self.state.withLock { $0.told.append(subscriber) } }
        }
    }

    private func give(
        _ cents: Int64,
        from payer: (name: String, msisdn: MSISDN),
        at now: Instant
    ) -> ServiceResult {
        let payee = phones[1]
        return state.withLock { state in
            let total = cents + Self.fee
            guard state.balances["wallet:\(payer.name)", default: 0] >= total else {
                return ServiceResult("refused")
            }
            let credit = cents == Self.poison ? cents * 2 : cents
            state.posting = [
                ("wallet:\(payer.name)", -total), ("wallet:\(payee.name)", credit),
                ("income:fees", Self.fee),
            ]
            for (account, change) in state.posting {
                state.balances[account, default: 0] += change
            }
            let reference = "QX7K2M9PB\(2 + state.outbox.count % 8)"
            let due = now.adding(milliseconds: Self.messageDelay)
            let gift = "\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)"
            state.outbox += [
                (due, message("\(reference): you received KES \(gift).", to: payee.msisdn, due)),
                (due, message("\(reference): you gave KES \(gift).", to: payer.msisdn, due)),
            ]
            state.mortality.gifts.append(
                PocketMortality.Gift(
                    lines: state.posting,
                    reference: reference,
                    messages: state.outbox.suffix(2).map(\.message)
                )
            )
            return .ok(.text(reference))
        }
    }

    private func message(_ text: String, to phone: MSISDN, _ at: Instant) -> ShortMessage {
        ShortMessage(from: "POCKET", to: phone, text: text, at: at)
    }
}

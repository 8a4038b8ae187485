// SPDX-License-Identifier: Apache-2.0
public import Dialogue
public import GSM
public import Gateway
import Ledger
import Synchronization

extension WalletService: ServicePort {
    /// Does a call of the contract and reports its outcome once.
    ///
    /// A key seen before gets its first outcome. A call that the contract does not know, or whose
    /// arguments are not of its types, is `unavailable`.
    public func perform(
        _ request: ServiceRequest,
        completion: @escaping @Sendable (ServiceResult) -> Void
    ) {
        if let first = memory.withLock({ $0.recent[request.key] }) { return completion(first) }
        let finish: @Sendable (ServiceResult) -> Void = { result in
            self.remember(result, of: request.key)
            completion(result)
        }
        guard request.call.service == MobileMoneyContract.service,
            let operation = Operation(rawValue: request.call.operation)
        else { return finish(.unavailable) }
        if let read = operation.read {
            finish(Self.settled { () throws(WalletFault) in try read(self)(request) })
            return
        }
        let entered = lanes.enter(request.subscriber) { leave in
            let done: Completion = { result in
                finish(result)
                leave()
            }
            if let first = self.memory.withLock({ $0.recent[request.key] }) {
                return done(first)
            }
            operation.write(self)(request, done)
        }
        if !entered { finish(.unavailable) }
    }

    /// Takes the place in the subscriber's lane where her last payment is marked as told, when it
    /// is the one that the call made or told; what asks for news from now on waits for it.
    ///
    /// When the mark cannot be written she is told once more on her next dial.
    public func telling(_ key: ServiceKey, subscriber: MSISDN, at now: Instant) -> Telling {
        let payment = memory.withLock { $0.take(news: key) } ?? key
        let place = lanes.place(of: subscriber)
        return { isHeard in
            guard isHeard else { place?.drop(); return }
            place?.use { leave in
                self.mark(payment, as: key, of: subscriber, at: now, Self.markAttemptsMax, leave)
            }
        }
    }

    /// Marks a payment as told, unless a newer one was made since.
    private func mark(
        _ payment: ServiceKey,
        as call: ServiceKey,
        of subscriber: MSISDN,
        at now: Instant,
        _ attempts: Int,
        _ leave: @escaping @Sendable () -> Void
    ) {
        guard let wallet = try? book.wallet(of: subscriber),
            let activity = try? book.activity(of: wallet.id),
            let told = activity.afterTelling(payment)
        else { return leave() }
        let command = LedgerCommand(
            key: call.ledgerKey("told"),
            at: Timestamp(now),
            records: [told.change]
        )
        store.commit(command) { result in
            // Money that came in meanwhile is written down where the mark is.
            let isOvertaken = (try? result.get().rejection?.reason) == .recordChanged
            guard isOvertaken, attempts > 1 else { return leave() }
            self.mark(payment, as: call, of: subscriber, at: now, attempts - 1, leave)
        }
    }

    /// How often a mark is tried that others overtake; beyond, the payment is told once more.
    private static let markAttemptsMax = 16

    /// What takes the outcome of a call, once.
    typealias Completion = @Sendable (ServiceResult) -> Void

    private func remember(_ result: ServiceResult, of key: ServiceKey) {
        memory.withLock { memory in
            if result == .unsure {
                if memory.doubtful.count < Memory.doubtfulMax { memory.doubtful.insert(key) }
            } else if result != .unavailable {
                memory.doubtful.remove(key)
                memory.recent.keep(result, for: key)
            }
        }
    }

    /// A result, or `unavailable` when it cannot be had.
    static func settled(
        _ body: () throws(WalletFault) -> ServiceResult
    ) -> ServiceResult {
        do {
            return try body()
        } catch {
            return .unavailable
        }
    }

    /// What the contract names, and who does it.
    private enum Operation: String {
        case me, register, payee, agent, quote, send, withdraw, deposit, last, news
        case changePIN = "change_pin"
        case mayPay = "may_pay"
        case mayDeposit = "may_deposit"

        typealias Read = (WalletService) -> (ServiceRequest) throws(WalletFault) -> ServiceResult
        typealias Write = (WalletService) -> (ServiceRequest, @escaping Completion) -> Void

        /// Who answers at once; nil for what runs in the subscriber's lane.
        var read: Read? {
            switch self {
            case .me: WalletService.me
            case .mayPay: WalletService.mayPay
            case .mayDeposit: WalletService.mayDeposit
            case .payee: WalletService.payee
            case .agent: WalletService.agent
            case .quote: WalletService.quote
            case .last: WalletService.last
            case .register, .send, .withdraw, .deposit, .changePIN, .news: nil
            }
        }

        /// Who writes; for a read it is done in the lane all the same.
        var write: Write {
            switch self {
            case .register: WalletService.register
            case .changePIN: WalletService.changePIN
            case .news: WalletService.news
            case .send: { service in { service.pay(.send, $0, $1) } }
            case .withdraw: { service in { service.pay(.withdraw, $0, $1) } }
            case .deposit: { service in { service.pay(.deposit, $0, $1) } }
            case .me, .mayPay, .mayDeposit, .payee, .agent, .quote, .last:
                { _ in { $1(.unavailable) } }
            }
        }
    }
}

extension Timestamp {
    /// The ledger's moment of an instant.
    init(_ instant: Instant) { self.init(milliseconds: instant.milliseconds) }
}

extension ServiceRequest {
    /// An argument by its place, or nil.
    func argument(_ index: Int) -> Value? {
        call.arguments.indices.contains(index) ? call.arguments[index] : nil
    }

    /// The text at a place, or nil.
    func text(_ index: Int) -> String? {
        if case .text(let text)? = argument(index) { text } else { nil }
    }

    /// The secret at a place, or nil.
    func secret(_ index: Int) -> Secret? {
        if case .secret(let secret)? = argument(index) { secret } else { nil }
    }
}

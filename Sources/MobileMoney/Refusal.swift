// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Ledger

/// Why a payment is not made, with the numbers its screen shows; amounts are minor units.
struct Refusal: Hashable, Sendable {
    /// The reasons in the order of the checks, named after those of the GSMA Mobile Money API 1.2.
    enum Reason: String, CaseIterable, Sendable {
        /// The phone had too many PINs typed in a minute or a day.
        case tooOften = "too_often"
        /// IncorrectState: the payer's own account is frozen or closed, or has no PIN.
        case accountBlocked = "account_blocked"
        /// The PIN was reset by staff, and no new one was chosen yet.
        case pinReset = "pin_reset"
        /// The one-time code of a reset PIN is too old.
        case codeExpired = "code_expired"
        /// The SIM was changed a short time ago; ``who`` says when this ends.
        case simChanged = "sim_changed"
        /// SamePartiesError: payer and receiver are one.
        case sameParty = "same_party"
        /// IncorrectState of the receiver's account.
        case payeeBlocked = "payee_blocked"
        /// The caller of a deposit, or the receiver of a withdrawal, is no agent.
        case notAgent = "not_agent"
        /// QuoteHasExpired.
        case quoteExpired = "quote_expired"
        /// LessThanTransactionMinValue.
        case belowMinimum = "below_minimum"
        /// GreaterThanTransactionMaxValue.
        case aboveMaximum = "above_maximum"
        /// DailyVolumeLimitExceeded: the number of payments.
        case dayCount = "day_count"
        /// MonthlyVolumeLimitExceeded.
        case monthCount = "month_count"
        /// DailyValueLimitExceeded.
        case dayLimit = "day_limit"
        /// MonthlyValueLimitExceeded.
        case monthLimit = "month_limit"
        /// InsufficientFunds of a customer.
        case insufficientFunds = "insufficient_funds"
        /// InsufficientFunds of an agent's float.
        case noFloat = "no_float"
        /// A limit of the receiver's day or month, whose numbers are nobody else's business.
        case payeeLimit = "payee_limit"
        /// MaxBalanceExceeded of the receiver.
        case payeeBalanceLimit = "payee_balance_limit"
        /// ServiceUnavailable.
        case serviceDown = "service_down"
    }

    var reason: Reason
    /// What the payment needs, fee included.
    var needed: Int64 = 0
    /// What is there.
    var available: Int64 = 0
    /// The limit that was met.
    var limit: Int64 = 0
    /// What is left under it.
    var left: Int64 = 0
    /// The other party; for ``Reason/simChanged`` the moment it ends.
    var who = ""
    /// How many payments may be made.
    var times = 0

    init(
        _ reason: Reason,
        needed: Int64 = 0,
        available: Int64 = 0,
        limit: Int64 = 0,
        left: Int64 = 0,
        who: String = ""
    ) {
        self.reason = reason
        self.needed = needed
        self.available = available
        self.limit = limit
        self.left = left
        self.who = who
    }

    /// The contract's outcome `refused`.
    var result: ServiceResult {
        ServiceResult(
            "refused",
            .record([
                .text(reason.rawValue), .amount(needed), .amount(available), .amount(limit),
                .amount(left), .text(who), .number(Int64(times)),
            ])
        )
    }
}

extension Refusal {
    /// What a limit of the payer's level says.
    init(_ breach: PaymentLimits.Breach, paying amount: Int64, to who: String) {
        switch breach {
        case .once(let limit): self.init(.aboveMaximum, limit: limit, who: who)
        case .day(let limit, let left):
            self.init(.dayLimit, needed: amount, limit: limit, left: left, who: who)
        case .month(let limit, let left):
            self.init(.monthLimit, needed: amount, limit: limit, left: left, who: who)
        case .dayCount(let limit):
            self.init(.dayCount, who: who)
            times = limit
        case .monthCount(let limit):
            self.init(.monthCount, who: who)
            times = limit
        }
    }
}

extension Refusal.Reason {
    /// What the ledger's own refusal of a payment means; nil when nobody but we are to blame.
    init?(_ rejection: TransferRejection, kind: PaymentKind) {
        switch rejection {
        case .belowFloor: self = kind == .deposit ? .noFloat : .insufficientFunds
        case .aboveCeiling: self = .payeeBalanceLimit
        case .debitAccountFrozen, .debitAccountClosed, .debitAccountNotFound:
            self = .accountBlocked
        case .creditAccountFrozen, .creditAccountClosed, .creditAccountNotFound:
            self = .payeeBlocked
        default: return nil
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
public import Ledger

/// Something that the wallet's service posts for an operation by a tariff, or refuses to do.
///
/// `send` by Uganda's numbers posts an amount, a fee and a tax; each is a rule of its own, so that
/// whoever tests a menu can tell which of them no test has seen.
public struct PostingRule: Hashable, Sendable {
    /// The operation of the contract, as `send`; `schedule` for what happens by itself.
    public let operation: String
    /// What is posted, as `fee` or `tax of the receiver`.
    public let posting: String

    /// The operation of what happens by itself as time goes by.
    public static let schedule = "schedule"

    /// How often rows of the ledger followed each rule.
    ///
    /// - Parameter rows: rows in the order of their numbers, the groups of which are whole.
    /// - Returns: the rules that were followed at least once.
    public static func followed(by rows: [PostedTransfer]) -> [PostingRule: Int] {
        var counts: [PostingRule: Int] = [:]
        for group in Dictionary(grouping: rows, by: \.group).values {
            for rule in rules(of: group) { counts[rule, default: 0] += 1 }
        }
        return counts
    }

    private static func rules(of rows: [PostedTransfer]) -> [PostingRule] {
        guard let payment = PostedPayment(rows) else {
            return rows.compactMap { $0.code.scheduled }.map {
                PostingRule(operation: schedule, posting: $0)
            }
        }
        let payer = payment.paid(by: payment.debitParty)
        let payee = payment.paid(by: payment.creditParty)
        let postings = [
            ("amount", true), ("fee", payer.income > 0), ("tax inside the fee", payer.feeTax > 0),
            ("tax", payer.tax > 0), ("fee of the receiver", payee.income > 0),
            ("tax inside the fee of the receiver", payee.feeTax > 0),
            ("tax of the receiver", payee.tax > 0), ("commission", payment.commission > 0),
        ]
        return postings.filter(\.1).map {
            PostingRule(operation: payment.kind.rawValue, posting: $0.0)
        }
    }
}

extension Tariff {
    /// Everything that operations post by these numbers, and what happens by itself.
    public var postingRules: [PostingRule] {
        let paid = PaymentKind.allCases.flatMap { kind in
            charge(kind).postings(paysAgents: kind != .send).map {
                PostingRule(operation: kind.rawValue, posting: $0)
            }
        }
        let scheduled = [
            schedule.savingsRate.map { _ in TransferCode.interest },
            schedule.dormancy.map { _ in TransferCode.dormant },
        ]
        return paid
            + scheduled.compactMap { $0?.scheduled }.map {
                PostingRule(operation: PostingRule.schedule, posting: $0)
            }
    }
}

extension MobileMoneyContract {
    /// The words of a refusal's reason, in the order of the checks.
    public static var refusals: [String] { Refusal.Reason.allCases.map(\.rawValue) }
}

extension Charge {
    /// What a payment by these numbers can be made of.
    fileprivate func postings(paysAgents: Bool) -> [String] {
        let hasFee = highestFee > 0
        let (byPayer, byPayee) = (senderShare != .none, senderShare != .whole)
        let inside = hasFee && feeTax?.isInside == true
        let onTop = hasFee && feeTax?.isInside == false
        let postings = [
            ("amount", true), ("fee", hasFee && byPayer), ("tax inside the fee", inside && byPayer),
            ("tax", onTop && byPayer || amountTax?.isInside == false),
            ("fee of the receiver", hasFee && byPayee),
            ("tax inside the fee of the receiver", inside && byPayee),
            ("tax of the receiver", onTop && byPayee || amountTax?.isInside == true),
            ("commission", paysAgents && commission.highest(rounding) > 0),
        ]
        return postings.filter(\.1).map(\.0)
    }
}

extension TransferCode {
    /// What a posting of the schedule is called; nil for any other.
    fileprivate var scheduled: String? {
        switch self {
        case .interest: "interest"
        case .dormant: "what a closed wallet held"
        default: nil
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import Ledger

/// What a payment is for, named as the menus' contract names it.
enum PaymentKind: String, CaseIterable, Sendable {
    /// From one customer to another.
    case send
    /// A customer takes cash at an agent.
    case withdraw
    /// A customer gives cash to an agent.
    case deposit

    /// The word in which the news of it is told.
    var past: String {
        switch self {
        case .send: "sent"
        case .withdraw: "withdrawn"
        case .deposit: "deposited"
        }
    }

    /// The ledger's code of the movement itself.
    var code: TransferCode {
        switch self {
        case .send: .send
        case .withdraw: .withdraw
        case .deposit: .deposit
        }
    }

    /// The kind in documents; the numbers are for ever.
    ///
    /// 0 is for sums of before kinds were told apart.
    var counterNumber: Int {
        switch self {
        case .send: 1
        case .withdraw: 2
        case .deposit: 3
        }
    }

    /// Finds the kind by the ledger's code.
    init?(_ code: TransferCode) {
        guard let kind = Self.allCases.first(where: { $0.code == code }) else { return nil }
        self = kind
    }
}

extension TransferCode {
    /// Money given to a wallet when it is set up for a test or a demonstration.
    static let opening = TransferCode(1)
    /// From one customer to another.
    static let send = TransferCode(2)
    /// A customer takes cash at an agent.
    static let withdraw = TransferCode(3)
    /// A customer gives cash to an agent.
    static let deposit = TransferCode(4)
    /// What the operator earns of a payment's fee.
    static let fee = TransferCode(5)
    /// What the operator pays the agent for a payment.
    static let commission = TransferCode(6)
    /// The tax that is inside a payment's fee.
    static let feeTax = TransferCode(7)
    /// The taxes of a payment beside its fee.
    static let tax = TransferCode(8)
    /// What staff gave back of a payment.
    static let reversal = TransferCode(32)
    /// What is kept for a reversal while it waits for approval.
    static let reversalHold = TransferCode(33)
    /// What staff moved to put a payment right.
    static let correction = TransferCode(34)
}

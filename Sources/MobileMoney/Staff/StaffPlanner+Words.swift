// SPDX-License-Identifier: Apache-2.0
import Ledger

/// What a request is about, so that whoever approves it does not sign a number alone.
extension StaffPlanner {
    /// The payment that is to go back or be put right, and between which accounts money moves then,
    /// with masked numbers; nil for other operations, and where the payment cannot be read.
    var words: String? {
        switch request.operation {
        case .reverse(let receipt, _):
            return paid(receipt)
        case .correct(let receipt, let from, let to, _):
            guard let paid = paid(receipt), let from = try? account(from),
                let to = try? account(to)
            else { return nil }
            return "from \(service.accountName(from)) to \(service.accountName(to)), \(paid)"
        default:
            return nil
        }
    }

    private func paid(_ receipt: TransactionReference) -> String? {
        (try? payment(receipt).first).map { row in
            "paid: \(row.amount.currency.code) \(row.amount.formatted) from "
                + "\(service.accountName(row.debit)) to \(service.accountName(row.credit))"
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import Ledger

/// What a payment is to the one who looks back at it, named as the menus' contract names it.
enum HistoryKind: String, CaseIterable, Sendable {
    /// Money that went to another customer.
    case sent
    /// Money that came from another customer.
    case received
    /// Cash that an agent gave.
    case cashOut = "cash_out"
    /// Cash that an agent took.
    case cashIn = "cash_in"
    /// What the wallet was given when it was set up.
    case opening
    /// What staff gave back, or took back.
    case reversed
    /// What staff moved to put a payment right.
    case corrected

    /// The kind of a payment; without one, what the code of the first row says.
    init(_ kind: PaymentKind?, code: TransferCode, isPaid: Bool) {
        self =
            switch kind {
            case .send: isPaid ? .received : .sent
            case .withdraw: .cashOut
            case .deposit: .cashIn
            case nil where code == .reversal: .reversed
            case nil where code == .correction: .corrected
            case nil where code == .disbursement: .received
            case nil: .opening
            }
    }
}

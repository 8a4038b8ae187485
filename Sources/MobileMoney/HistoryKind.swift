// SPDX-License-Identifier: Apache-2.0

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

    /// The kind of a payment, nil for what was given at the beginning.
    init(_ kind: PaymentKind?, isPaid: Bool) {
        self =
            switch kind {
            case .send: isPaid ? .received : .sent
            case .withdraw: .cashOut
            case .deposit: .cashIn
            case nil: .opening
            }
    }
}

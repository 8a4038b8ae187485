// SPDX-License-Identifier: Apache-2.0

/// Money changed from one currency into another: two linked transfers through the operator's
/// position accounts, one of each currency, so that each currency still adds up to nothing.
///
/// The customer gives the whole source amount to the position of its currency and receives from
/// the position of the other what the rate gives, rounded down to whole minor units. What the
/// rounding leaves, less than one minor unit, stays in the target's position: the balances of both
/// positions, at any rate, are the operator's open position and its gain.
///
/// The ledger judges both transfers in one group: when the giver has too little, when an account
/// is of another currency, frozen or closed, or when a position's floor does not allow it, neither
/// happens.
public struct Conversion: Hashable, Sendable {
    /// What the customer gives.
    public let given: Amount
    /// What the customer receives.
    public let received: Amount
    /// The rate both were computed by.
    public let rate: ExchangeRate

    /// Converts an amount by a rate.
    ///
    /// - Throws: ``ConversionRefusal`` when it is not of the rate's source currency, nothing, too
    ///   large, or too small to give one minor unit.
    public init(_ given: Amount, at rate: ExchangeRate) throws(ConversionRefusal) {
        received = try rate.converting(given)
        self.given = given
        self.rate = rate
    }

    /// The two transfers, for one command: giver to source position, target position to receiver.
    ///
    /// Giver and source position are accounts of the source currency, receiver and target position
    /// of the target currency.
    public func transfers(
        from giver: AccountID,
        to receiver: AccountID,
        sourcePosition: AccountID,
        targetPosition: AccountID,
        code: TransferCode = .unspecified,
        reference: String = ""
    ) -> [Transfer] {
        [(giver, sourcePosition, given), (targetPosition, receiver, received)].map { leg in
            Transfer(
                debit: leg.0,
                credit: leg.1,
                amount: leg.2,
                code: code,
                reference: reference
            )
        }
    }
}

// SPDX-License-Identifier: Apache-2.0

extension Transfer {
    /// Describes moving back what a transfer moved: from the account it credited to the account it
    /// debited, by all that is left of it or by a smaller amount.
    ///
    /// Several reversals may share one original and together never exceed it. The account that
    /// gives the money back is judged like any other: its floor, its being frozen or closed. Code
    /// and reference are those of the original unless given.
    public static func reversal(
        of original: TransferID,
        amount: Amount? = nil,
        code: TransferCode = .unspecified,
        reference: String = ""
    ) -> Transfer {
        Transfer(
            debit: .none,
            credit: .none,
            amount: amount ?? .zero(.none),
            code: code,
            reference: reference,
            kind: .reversal(of: original)
        )
    }

    /// Describes an ordinary movement that names the transfer it puts right.
    ///
    /// Accounts and amount are free: the missing part of a fee, or money for the right account
    /// after a reversal. It is judged like any movement, and can be reversed itself.
    public static func correction(
        of original: TransferID,
        debit: AccountID,
        credit: AccountID,
        amount: Amount,
        code: TransferCode = .unspecified,
        reference: String = ""
    ) -> Transfer {
        Transfer(
            debit: debit,
            credit: credit,
            amount: amount,
            code: code,
            reference: reference,
            kind: .correction(of: original)
        )
    }
}

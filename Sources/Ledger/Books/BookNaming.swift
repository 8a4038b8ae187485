// SPDX-License-Identifier: Apache-2.0

/// What accounts and movements are called in what leaves the ledger.
public struct BookNaming: Sendable {
    /// The name of an account, parts joined by colons: `liabilities:wallets:+2547****001`.
    ///
    /// Two accounts never share a name.
    public var account: @Sendable (AccountID) -> String
    /// What a movement is for, such as `send`.
    public var purpose: @Sendable (TransferCode) -> String
    /// Local time less UTC in minutes, for dates and times.
    public var offsetMinutes: Int
    /// Whether names show numbers in full.
    ///
    /// Account numbers and hashes are exported only then: a phone number that is masked could be
    /// found from them by trying all that fit.
    public var showsNumbers: Bool

    /// Makes a naming; without functions accounts and purposes are called by their numbers.
    public init(
        account: @escaping @Sendable (AccountID) -> String = { "account:\($0.rawValue)" },
        purpose: @escaping @Sendable (TransferCode) -> String = { "code-\($0.rawValue)" },
        offsetMinutes: Int = 0,
        showsNumbers: Bool = false
    ) {
        self.account = account
        self.purpose = purpose
        self.offsetMinutes = offsetMinutes
        self.showsNumbers = showsNumbers
    }

    /// The word for what a row did.
    func word(for kind: PostedTransfer.Kind) -> String {
        switch kind {
        case .posted: "posted"
        case .pending: "held"
        case .post: "post"
        case .void: "void"
        case .expire: "expire"
        case .reversal: "reversal"
        case .correction: "correction"
        }
    }

    /// A moment in local time.
    func time(_ moment: Timestamp) -> String {
        moment.calendarText(offsetMinutes: offsetMinutes)
    }
}

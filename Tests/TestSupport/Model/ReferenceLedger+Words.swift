// SPDX-License-Identifier: Apache-2.0
public import Ledger

extension ReferenceLedger {
    /// A mistake planted on purpose, to see that the comparison would find it.
    public enum Flaw: CaseIterable, Sendable {
        case groupKeepsItsBeginning, holdsCanBeSpent, expectedFitsAnyCeiling, restStaysHeld
        case endedHoldEndsAgain, expiresLate, keyRunsAgain, refusalIsForgotten, frozenReceives
        case voidNeedsThaw, reversesAgain
    }

    /// What became of a command: the numbers of its transfers, or the reason and the one at fault.
    public enum Outcome: Hashable, Sendable {
        case accepted([TransferID], replayed: Bool)
        case rejected(TransferRejection, at: Int?, replayed: Bool)

        /// The same, told again.
        var replayed: Outcome {
            switch self {
            case .accepted(let ids, _): .accepted(ids, replayed: true)
            case .rejected(let reason, let at, _): .rejected(reason, at: at, replayed: true)
            }
        }

        /// Why nothing happened; nil when something did.
        var rejection: TransferRejection? {
            if case .rejected(let reason, _, _) = self { reason } else { nil }
        }

        /// What a store answered, in the words of the model.
        public init(_ result: LedgerResult) {
            switch result.outcome {
            case .accepted(let rows):
                self = .accepted(rows.map(\.id), replayed: result.replayed)
            case .rejected(let rejection):
                self = .rejected(
                    rejection.reason,
                    at: rejection.transferIndex,
                    replayed: result.replayed
                )
            }
        }
    }
}

extension AccountSetting {
    /// An account as it is opened.
    init(_ opening: AccountOpening) {
        self.init(id: opening.id, floor: opening.floor, ceiling: opening.ceiling)
    }
}

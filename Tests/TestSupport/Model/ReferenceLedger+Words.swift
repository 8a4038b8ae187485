// SPDX-License-Identifier: Apache-2.0
public import Ledger

extension ReferenceLedger {
    /// A mistake planted on purpose, to see that the comparison would find it.
    public enum Flaw: CaseIterable, Sendable {
        case groupKeepsItsBeginning, holdsCanBeSpent, expectedFitsAnyCeiling, restStaysHeld
        case endedHoldEndsAgain, expiresLate, keyRunsAgain, refusalIsForgotten, frozenReceives
        case voidNeedsThaw
    }

    /// What became of a command: the numbers of its transfers, or the reason and the one at fault.
    public enum Outcome: Hashable, Sendable {
        case accepted([TransferID], replayed: Bool)
        case rejected(TransferRejection, at: Int?, replayed: Bool)

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

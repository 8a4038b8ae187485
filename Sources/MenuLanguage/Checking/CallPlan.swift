// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText

/// A call whose operation and answers are known, before its arrows are.
struct CallPlan {
    var service: String
    var contract: OperationContract
    var result: SlotIndex?
    var arms: [Arm] = []

    /// The answer to one outcome, from under the call or from `otherwise`.
    struct Arm {
        var syntax: ArmSyntax
        var payload: ValueType?
        var binding: SlotIndex?
        var isOtherwise: Bool
    }
}

extension OperationContract {
    /// Every outcome that a menu must answer.
    var answered: [OutcomeContract] {
        outcomes + [OutcomeContract(Outcome.unavailable), OutcomeContract(Outcome.unsure)]
    }
}

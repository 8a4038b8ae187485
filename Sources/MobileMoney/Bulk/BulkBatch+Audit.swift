// SPDX-License-Identifier: Apache-2.0
import Ledger

extension BulkBatch {
    /// The entry of the audit log for the step that brought the batch where it stands: who created
    /// it, who approved it, and for how much it is, or what came of it.
    func audit(_ tariff: Tariff) -> AuditEntry {
        let sum = "\(count) payments, \(tariff.amount(total))"
        let (step, reason) =
            switch state {
            case .created: ("create", sum)
            case .approved: ("approve", sum)
            case .completed: ("complete", "\(completedCount) paid, \(rejectionCount) refused")
            }
        return AuditEntry(
            actor: createdBy,
            approver: approvedBy.isEmpty ? nil : approvedBy,
            action: "\(step) batch",
            subject: title,
            reason: "programme \(programme): \(reason)"
        )
    }
}

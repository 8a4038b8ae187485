// SPDX-License-Identifier: Apache-2.0
import Gateway
public import Ledger

/// Requests and entries of the audit log for other programs, with masked numbers.
extension StaffDesk {
    /// A request as an object: `id`, `state`, `operation`, `what`, `subject`, `asked_by`,
    /// `asked_at` as ISO 8601 writes it, `decided_by` or null, `reason`.
    public func json(_ request: StaffRequest) -> String {
        JSONLine([
            ("id", .number(Int64(clamping: request.id))), ("state", .text(request.state.rawValue)),
            ("operation", .text(request.operation.name.rawValue)),
            ("what", .text(request.operation.summary(service.tariff))),
            ("subject", .text(request.operation.subject)), ("asked_by", .text(request.requester)),
            ("asked_at", .text(time(Timestamp(request.at)))),
            ("decided_by", .optional(request.decider)), ("reason", .text(request.reason)),
        ]).text
    }

    /// An entry of the audit log as an object: `note`, `at` as ISO 8601 writes it, `actor`,
    /// `approver` or null, `action`, `subject`, `reason`.
    ///
    /// Nil for a note of the journal that is no such entry.
    public func json(_ note: JournalNote) -> String? {
        guard case .audit(let entry) = note.kind else { return nil }
        return JSONLine([
            ("note", .number(note.id)), ("at", .text(time(note.at))),
            ("actor", .text(entry.actor)), ("approver", .optional(entry.approver)),
            ("action", .text(entry.action)), ("subject", .text(entry.subject)),
            ("reason", .text(entry.reason)),
        ]).text
    }

    private func time(_ moment: Timestamp) -> String {
        moment.calendarText(offsetMinutes: service.tariff.utcOffsetMinutes)
    }
}

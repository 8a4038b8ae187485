// SPDX-License-Identifier: Apache-2.0
import Gateway
public import Ledger

/// Requests and entries of the audit log as one line each, with masked numbers.
extension StaffDesk {
    /// A request with what it is about:
    /// `1 open: freeze +2547****001, asked by wanjiru 2026-11-20 09:14: phone stolen`.
    public func line(_ request: StaffRequest) -> String {
        let decided = request.decider.map { ", \(request.state.rawValue) by \($0)" } ?? ""
        let words = StaffPlanner(desk: self, request: request, now: request.at).words
        return "\(request.id) \(request.state.rawValue): "
            + "\(request.operation.summary(service.tariff)) \(request.operation.subject)"
            + "\(words.map { " (\($0))" } ?? ""), "
            + "asked by \(request.requester) \(time(Timestamp(request.at)))"
            + "\(decided): \(Self.oneLine(request.reason))"
    }

    /// An entry of the audit log: number, date and time, who, who else, what, to what, and why.
    ///
    /// Nil for a note of the journal that is no such entry.
    public func line(_ note: JournalNote) -> String? {
        guard case .audit(let entry) = note.kind else { return nil }
        let other = entry.approver.map { " with \($0)" } ?? ""
        return "\(note.id) \(time(note.at)) \(entry.actor)\(other) "
            + "\(entry.action) (\(entry.subject)): \(Self.oneLine(entry.reason))"
    }

    /// The local day with its year, for what is kept for years, and the minute.
    private func time(_ moment: Timestamp) -> String {
        let text = moment.calendarText(offsetMinutes: service.tariff.utcOffsetMinutes)
        return String(text.prefix(16)).replacing("T", with: " ")
    }

    /// A text whose controls, line breaks among them, are blanks: nobody writes a second line.
    private static func oneLine(_ text: String) -> String {
        String(text.map { $0.isNewline || $0.unicodeScalars.contains { $0.value < 32 } ? " " : $0 })
    }
}

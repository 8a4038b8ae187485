// SPDX-License-Identifier: Apache-2.0

/// What somebody of the staff did: kept in the same hash chain as the transfers.
///
/// The ledger keeps the texts as they are, so no secret and no unmasked number belongs into them.
public struct AuditEntry: Hashable, Sendable {
    /// Who did it; not empty, at most ``actorBytesMax`` bytes of UTF-8.
    public let actor: String
    /// Who else agreed, where two are needed; at most ``actorBytesMax`` bytes.
    public let approver: String?
    /// What was done, such as `freeze`; not empty, at most ``actionBytesMax`` bytes.
    public let action: String
    /// To what or whom, masked; at most ``subjectBytesMax`` bytes.
    public let subject: String
    /// Why; at most ``reasonBytesMax`` bytes.
    public let reason: String

    /// Bytes of UTF-8 in the name of an actor or approver.
    public static let actorBytesMax = 64
    /// Bytes of UTF-8 in an action.
    public static let actionBytesMax = 64
    /// Bytes of UTF-8 in a subject.
    public static let subjectBytesMax = 64
    /// Bytes of UTF-8 in a reason.
    public static let reasonBytesMax = 256

    /// Describes what was done; a command with an entry that crosses a limit is rejected.
    public init(
        actor: String,
        approver: String? = nil,
        action: String,
        subject: String,
        reason: String
    ) {
        self.actor = actor
        self.approver = approver
        self.action = action
        self.subject = subject
        self.reason = reason
    }

    /// Whether somebody and something are named and every text is within its limit.
    var isFit: Bool {
        !actor.isEmpty && !action.isEmpty && actor.utf8.count <= Self.actorBytesMax
            && approver?.utf8.count ?? 0 <= Self.actorBytesMax
            && action.utf8.count <= Self.actionBytesMax
            && subject.utf8.count <= Self.subjectBytesMax
            && reason.utf8.count <= Self.reasonBytesMax
    }
}

extension AuditEntry {
    /// Writes the entry to be hashed: actor; whether there is an approver, and the approver;
    /// action, subject and reason; each text counted.
    func write(to writer: inout ByteWriter) {
        writer.append(actor)
        writer.append(approver != nil)
        writer.append(approver ?? "")
        writer.append(action)
        writer.append(subject)
        writer.append(reason)
    }
}

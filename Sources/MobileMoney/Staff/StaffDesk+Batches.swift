// SPDX-License-Identifier: Apache-2.0
public import Gateway

/// Who may pay many people at once: the batch itself keeps who created and who approved it.
extension StaffDesk {
    /// A step of a batch of payments.
    public enum BatchStep: String, Hashable, Sendable {
        /// A batch is made known, with its count and sum.
        case create
        /// A batch that somebody else created is paid.
        case approve
    }

    /// Proves that somebody is a member of staff whose role allows a step of a batch.
    ///
    /// - Parameters:
    ///   - step: what she wants to do.
    ///   - credential: who she says she is.
    ///   - now: when.
    /// - Throws: the first ``StaffRefusal`` that applies; a wrong PIN is counted.
    public func prove(
        _ step: BatchStep,
        by credential: Credential,
        at now: Instant
    ) async throws(StaffRefusal) {
        let member = try await identify(credential, at: now)
        let role = roster.roles[member.role]
        let may = step == .create ? role?.requestsBatches : role?.approvesBatches
        guard may == true else {
            throw .roleMayNot(role: member.role, step: "\(step.rawValue) a batch of payments")
        }
    }
}

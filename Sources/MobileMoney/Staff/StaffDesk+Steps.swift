// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Gateway
import Ledger

/// What the steps of staff have in common.
extension StaffDesk {
    func check(_ reason: String) throws(StaffRefusal) {
        let isBlank = reason.allSatisfy(\.isWhitespace)
        guard !isBlank, reason.utf8.count <= AuditEntry.reasonBytesMax else { throw .reasonUnfit }
    }

    /// A request that waits and that a member may decide; her own she may only take back.
    func decidable(
        _ id: UInt64,
        by member: StaffRoster.Member,
        step: String,
        at now: Instant
    ) async throws(StaffRefusal) -> StaffRequest {
        guard let request = try requests(at: now).first(where: { $0.id == id }) else {
            throw .unknownRequest(id)
        }
        if request.state == .expired { throw .requestExpired }
        guard request.state == .open else { throw .requestClosed(request.state) }
        let name = request.operation.name
        let mayDecide = roster.roles[member.role]?.approves.contains(name) == true
        let isTakenBack = step == "reject" && request.requester == member.name
        guard mayDecide || isTakenBack else {
            throw .roleMayNot(role: member.role, step: "\(step) \(name.rawValue)")
        }
        return request
    }

    /// Ends a request without doing what it asks for.
    @discardableResult
    func close(
        _ request: StaffRequest,
        _ state: StaffRequest.State,
        by name: String,
        step: String,
        reason: String? = nil,
        at now: Instant
    ) async throws(StaffRefusal) -> StaffRequest {
        let closed = request.decided(state, by: name)
        var command = LedgerCommand(key: request.key("staff-\(step)"), at: Timestamp(now))
        command.records = [closed.change(service.tariff)]
        if let hold = try hold(of: request) { command.transfers = [.void(hold)] }
        command.audit = [entry(request, step: step, approver: name, reason: reason)]
        guard try await commit(command) else { throw .requestClosed(.done) }
        return closed
    }

    /// The money that a request holds, or nil.
    func hold(of request: StaffRequest) throws(StaffRefusal) -> TransferID? {
        guard case .reverse = request.operation else { return nil }
        do throws(WalletFault) {
            let result = try service.book.result(of: request.key("staff-request"))
            return result?.transfers.first { $0.code == .reversalHold }?.id
        } catch {
            throw .ledger("The ledger cannot be read.")
        }
    }

    /// Commits; false when a document was changed meanwhile, and then nothing was done.
    ///
    /// With `countsReplay` it also counts as done when another did the very same a moment before.
    func commit(
        _ command: LedgerCommand,
        countsReplay: Bool = true
    ) async throws(StaffRefusal) -> Bool {
        let result: LedgerResult
        do throws(LedgerStoreError) {
            result = try await service.store.commit(command)
        } catch {
            throw .ledger(error.description)
        }
        switch result.rejection?.reason {
        case nil: return countsReplay || !result.replayed
        case .recordChanged, .keyReused: return false
        case let reason?: throw .refused(reason)
        }
    }

    /// The entry of the audit log for a step: who asked, and who decided.
    func entry(
        _ request: StaffRequest,
        step: String,
        approver: String? = nil,
        reason: String? = nil
    ) -> AuditEntry {
        AuditEntry(
            actor: request.requester,
            approver: approver,
            action: "\(step) \(request.id): \(request.operation.summary(service.tariff))",
            subject: request.operation.subject,
            reason: reason ?? request.reason
        )
    }

    /// A one-time code and its hash, when the operation needs one.
    func code(
        for operation: StaffOperation
    ) async throws(StaffRefusal) -> (pin: Secret, hash: PINHash)? {
        guard case .resetPIN = operation else { return nil }
        let verifier = service.verifier
        let digits = String(verifier.nextNumber() % 1_000_000)
        let pin = Secret(String(repeating: "0", count: 6 - digits.count) + digits)
        let hash = await withCheckedContinuation { done in
            verifier.run { done.resume(returning: try? verifier.hash(pin)) }
        }
        guard let hash else { throw .ledger("The code could not be hashed.") }
        return (pin, hash)
    }
}

extension StaffRequest {
    /// The key of a command that belongs to the request, the same whenever it is made.
    func key(_ purpose: String) -> IdempotencyKey {
        ServiceKey(high: UInt64(clamping: at.milliseconds) << 20, low: id).ledgerKey(purpose)
    }

    /// The request once it was decided.
    func decided(_ state: State, by name: String) -> StaffRequest {
        var next = self
        next.state = state
        next.decider = name
        return next
    }
}

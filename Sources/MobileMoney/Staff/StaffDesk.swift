// SPDX-License-Identifier: Apache-2.0
public import Dialogue
public import Gateway
import Ledger
import Synchronization

/// Where staff ask for operations on wallets and payments, and other staff approve them.
///
/// Nobody approves what she asked for. Each step is an entry of the audit log, committed with what
/// it did and chained to all before it; an approved operation and the mark that it is done are one
/// command of the ledger, so it is done once however often the approval arrives.
public final class StaffDesk: Sendable {
    let service: WalletService
    let roster: StaffRoster
    /// Names whose PIN is being checked: no second try begins before the first is counted.
    let checking = Mutex<Set<String>>([])

    /// How often a step is judged again because another change came between.
    static let attemptsMax = 4

    /// Who a member of staff says she is.
    public struct Credential: Sendable {
        /// Her name in the staff file.
        public var name: String
        /// Her PIN.
        public var pin: Secret

        /// Describes who is there.
        public init(name: String, pin: Secret) {
            self.name = name
            self.pin = pin
        }
    }

    /// What an approval did.
    public struct Approval: Sendable {
        /// The request as it stands now.
        public let request: StaffRequest
        /// The one-time code to be told to the owner of a wallet whose PIN was reset; it is kept
        /// nowhere and cannot be shown again.
        public let code: Secret?
    }

    /// Makes a desk.
    ///
    /// - Parameters:
    ///   - service: the wallets, on the ledger that is also the journal of what staff do.
    ///   - roster: who the staff are.
    public init(service: WalletService, roster: StaffRoster) {
        self.service = service
        self.roster = roster
    }

    /// Asks for an operation; for a reversal the money is held until it is decided.
    ///
    /// - Parameters:
    ///   - operation: what is to be done.
    ///   - reason: why, for the audit log.
    ///   - credential: who asks.
    ///   - now: when.
    /// - Returns: the request, which waits for a second member of staff.
    /// - Throws: the first ``StaffRefusal`` that applies; then nothing was done.
    public func request(
        _ operation: StaffOperation,
        reason: String,
        by credential: Credential,
        at now: Instant
    ) async throws(StaffRefusal) -> StaffRequest {
        let member = try await identify(credential, at: now)
        try check(reason)
        guard roster.roles[member.role]?.requests.contains(operation.name) == true else {
            throw .roleMayNot(role: member.role, step: "ask for \(operation.name.rawValue)")
        }
        for _ in 0..<Self.attemptsMax {
            let all = try requests(at: now)
            guard all.count(where: { $0.state == .open }) < StaffRequest.openMax else {
                throw .tooManyOpen
            }
            let request = StaffRequest(
                id: UInt64(all.count) + 1,
                operation: operation,
                requester: member.name,
                reason: reason,
                at: now,
                state: .open,
                decider: nil
            )
            let plan = try StaffPlanner(desk: self, request: request, now: now).plan()
            var command = LedgerCommand(key: request.key("staff-request"), at: Timestamp(now))
            command.transfers = plan.holds
            command.records = [request.change(service.tariff)]
            command.audit = [entry(request, step: "request")]
            if try await commit(command) { return request }
        }
        throw .ledger(Self.busy)
    }

    /// Approves a request and does what it asks for.
    ///
    /// - Throws: the first ``StaffRefusal`` that applies; after ``StaffRefusal/refused(_:)`` the
    ///   request is ``StaffRequest/State/failed``, after any other it stands as before.
    public func approve(
        _ id: UInt64,
        by credential: Credential,
        at now: Instant
    ) async throws(StaffRefusal) -> Approval {
        let member = try await identify(credential, at: now)
        for _ in 0..<Self.attemptsMax {
            let request = try await decidable(id, by: member, step: "approve", at: now)
            guard request.requester != member.name else { throw .ownRequest }
            let code = try await code(for: request.operation)
            var plan = try StaffPlanner(desk: self, request: request, now: now).plan()
            plan.set(code?.hash, until: now.adding(seconds: Wallet.codeSeconds))
            let done = request.decided(.done, by: member.name)
            var command = plan.command(
                key: request.key("staff-approve"),
                at: now,
                sender: service.tariff.smsSender
            )
            command.records.append(done.change(service.tariff))
            command.audit = [entry(request, step: "approve", approver: member.name)]
            do throws(StaffRefusal) {
                // Of approvals at once one counts: the code that another made is not known here.
                if try await commit(command, countsReplay: false) {
                    return Approval(request: done, code: code?.pin)
                }
            } catch {
                guard case .refused = error else { throw error }
                try await close(request, .failed, by: member.name, step: "fail", at: now)
                throw error
            }
        }
        throw .ledger(Self.busy)
    }

    /// Rejects a request, or takes back one's own; what it held is let go.
    ///
    /// - Throws: the first ``StaffRefusal`` that applies; then nothing was done.
    public func reject(
        _ id: UInt64,
        reason: String,
        by credential: Credential,
        at now: Instant
    ) async throws(StaffRefusal) -> StaffRequest {
        let member = try await identify(credential, at: now)
        try check(reason)
        let request = try await decidable(id, by: member, step: "reject", at: now)
        return try await close(
            request,
            .rejected,
            by: member.name,
            step: "reject",
            reason: reason,
            at: now
        )
    }

    /// All requests, oldest first, as they stand at a moment.
    ///
    /// - Throws: ``StaffRefusal/ledger(_:)`` when a document cannot be read.
    public func requests(at now: Instant) throws(StaffRefusal) -> [StaffRequest] {
        var requests: [StaffRequest] = []
        for record in service.store.records(kind: RecordKind.staffRequest.rawValue) {
            do throws(WalletFault) {
                let body = try StaffRequest.Body(recordBytes: record.body)
                let request = try StaffRequest(
                    id: record.key.id,
                    body: body,
                    version: record.version,
                    tariff: service.tariff
                )
                requests.append(request.standing(at: now))
            } catch {
                throw .ledger("Request \(record.key.id) cannot be read.")
            }
        }
        return requests
    }

    static let busy = "The ledger was changed by others each time this was tried."
}

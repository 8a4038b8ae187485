// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Gateway
import Ledger
import Synchronization

/// Who is at the desk.
extension StaffDesk {
    /// Finds a member by name and PIN; a wrong PIN is counted in the ledger before it is answered.
    ///
    /// An unknown name costs the same work as a wrong PIN and gets the same answer.
    func identify(
        _ credential: Credential,
        at now: Instant
    ) async throws(StaffRefusal) -> StaffRoster.Member {
        guard checking.withLock({ $0.insert(credential.name).inserted }) else {
            throw .ledger("Another step of \(credential.name) is under way.")
        }
        defer { _ = checking.withLock { $0.remove(credential.name) } }
        let member = roster.members[credential.name]
        let standing = try standing(of: credential.name)
        if member != nil, standing.body.lockedUntil > now.milliseconds {
            throw .locked(until: service.shortText(standing.body.lockedUntil))
        }
        let verifier = service.verifier
        let verdict = await withCheckedContinuation { done in
            verifier.run {
                done.resume(returning: try? verifier.judge(credential.pin, for: member?.pin))
            }
        }
        guard let verdict else {
            throw .ledger("The PIN could not be checked: its key is missing.")
        }
        guard let member else { throw .notStaff }
        if verdict == .wrong { throw try await count(member, standing, at: now) }
        if standing.body.isUsual { return member }
        var cleared = standing
        cleared.body = StaffStanding()
        _ = try await commit(cleared.command("staff-right", at: now))
        return member
    }

    /// Counts a wrong PIN; what to say then.
    private func count(
        _ member: StaffRoster.Member,
        _ standing: Standing,
        at now: Instant
    ) async throws(StaffRefusal) -> StaffRefusal {
        var next = standing
        next.body = next.body.afterWrongPIN(at: now.milliseconds, rules: service.tariff.pin)
        var command = next.command("staff-wrong", at: now)
        command.audit = [
            AuditEntry(
                actor: member.name,
                action: "wrong PIN",
                subject: "staff",
                reason: next.body.lockedUntil > now.milliseconds ? "locked" : "counted"
            )
        ]
        guard try await commit(command) else { throw .ledger(Self.busy) }
        guard next.body.lockedUntil > now.milliseconds else { return .notStaff }
        return .locked(until: service.shortText(next.body.lockedUntil))
    }

    private func standing(of name: String) throws(StaffRefusal) -> Standing {
        let id = Hashing.number("staff " + name, ServiceKey(high: 0, low: 0))
        let key = RecordKind.staffStanding.key(id)
        guard let record = service.store.record(key) else {
            return Standing(key: key, body: StaffStanding(), version: 0)
        }
        guard let body = try? StaffStanding(recordBytes: record.body) else {
            throw .ledger("What the ledger has of \(name) cannot be read.")
        }
        return Standing(key: key, body: body, version: record.version)
    }

    /// What the ledger has of a member, and the version that was read.
    private struct Standing {
        let key: RecordKey
        var body: StaffStanding
        let version: UInt64

        func command(_ purpose: String, at now: Instant) -> LedgerCommand {
            let call = ServiceKey(high: UInt64(clamping: now.milliseconds) << 20, low: key.id)
            return LedgerCommand(
                key: call.ledgerKey("\(purpose) \(version)"),
                at: Timestamp(now),
                records: [
                    RecordChange(key: key, expectedVersion: version, body: body.recordBytes)
                ]
            )
        }
    }
}

/// Wrong PINs of a member of staff, counted as those of a wallet.
struct StaffStanding: Hashable, Sendable {
    var wrongTries = 0
    var locks = 0
    var lockedUntil: Int64 = 0

    /// Whether nothing is on record that a right PIN clears.
    var isUsual: Bool { wrongTries == 0 && locks == 0 }

    func afterWrongPIN(at now: Int64, rules: PINRules) -> StaffStanding {
        var next = self
        next.wrongTries += 1
        if next.wrongTries >= rules.tries {
            next.wrongTries = 0
            next.lockedUntil = now.saturatingAdd(rules.lockMilliseconds(locks))
            next.locks = min(locks + 1, rules.lockSeconds.count)
        }
        return next
    }
}

extension StaffStanding: RecordBody {
    static let kind = RecordKind.staffStanding

    init(from reader: inout RecordReader) {
        wrongTries = reader.int()
        locks = reader.int()
        lockedUntil = reader.signed()
    }

    func write(to writer: inout RecordWriter) {
        writer.write(wrongTries)
        writer.write(locks)
        writer.write(lockedUntil)
    }
}

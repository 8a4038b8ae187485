// SPDX-License-Identifier: Apache-2.0
import TestSupport
import Testing

@testable import Ledger

@Suite struct CommandTests {
    private static let base = LedgerCommand(
        key: IdempotencyKey(high: 1, low: 2),
        at: LedgerFixtures.now,
        openings: [AccountOpening(id: AccountID(1), kind: .asset, currency: .kes)],
        settings: [AccountSetting(id: AccountID(2))],
        transfers: [
            Transfer(
                debit: AccountID(1),
                credit: AccountID(2),
                amount: LedgerFixtures.cents(5),
                reference: "R"
            )
        ],
        records: [
            RecordChange(key: RecordKey(kind: 1, id: 1), expectedVersion: nil, body: [1])
        ],
        audit: [AuditEntry(actor: "a", action: "b", subject: "c", reason: "d")]
    )

    @Test(
        arguments: [
            { $0.openings[0].id = AccountID(3) }, { $0.openings[0].kind = .income },
            { $0.openings[0].currency = .usd }, { $0.openings[0].floor = 0 },
            { $0.openings[0].ceiling = 0 }, { $0.openings = [] },
            { $0.settings[0].id = AccountID(3) }, { $0.settings[0].floor = 0 },
            { $0.settings[0].ceiling = 0 }, { $0.settings[0].isFrozen = true },
            { $0.settings[0].isClosed = true },
            { $0.transfers[0].debit = AccountID(3) }, { $0.transfers[0].credit = AccountID(3) },
            { $0.transfers[0].amount.minorUnits = 6 }, { $0.transfers[0].amount.currency = .usd },
            { $0.transfers[0].code = TransferCode(1) }, { $0.transfers[0].reference = "S" },
            { $0.transfers[0].kind = .pending(expiresAt: Timestamp(milliseconds: 0)) },
            { $0.transfers[0].kind = .pending(expiresAt: Timestamp(milliseconds: 1)) },
            { $0.transfers[0].kind = .post(pending: TransferID(1), amount: nil) },
            { $0.transfers[0].kind = .post(pending: TransferID(1), amount: .zero(.kes)) },
            { $0.transfers[0].kind = .void(pending: TransferID(1)) },
            { $0.transfers[0].kind = .reversal(of: TransferID(1)) },
            { $0.transfers[0].kind = .reversal(of: TransferID(2)) },
            { $0.transfers[0].kind = .correction(of: TransferID(1)) },
            { $0.transfers.append($0.transfers[0]) },
            { $0.audit = [] }, { $0.audit.append($0.audit[0]) },
            { $0.audit = [AuditEntry(actor: "x", action: "b", subject: "c", reason: "d")] },
            { $0.audit = [AuditEntry(actor: "a", action: "x", subject: "c", reason: "d")] },
            { $0.audit = [AuditEntry(actor: "a", action: "b", subject: "x", reason: "d")] },
            { $0.audit = [AuditEntry(actor: "a", action: "b", subject: "c", reason: "x")] },
            {
                let approver = ""
                $0.audit = [
                    AuditEntry(
                        actor: "a",
                        approver: approver,
                        action: "b",
                        subject: "c",
                        reason: "d"
                    )
                ]
            },
            { $0.records[0].key = RecordKey(kind: 2, id: 1) },
            { $0.records[0].key = RecordKey(kind: 1, id: 2) },
            { $0.records[0].expectedVersion = 0 }, { $0.records[0].body = [1, 0] },
        ] as [@Sendable (inout LedgerCommand) -> Void]
    )
    func `every field counts`(change: @Sendable (inout LedgerCommand) -> Void) {
        var other = Self.base
        change(&other)
        #expect(other.fingerprint != Self.base.fingerprint)
    }

    @Test func `a key kept before there were audit entries means the same`() {
        var old = Self.base
        old.audit = []
        // the first 64 bits of the sha256 of the bytes listed in the declaration, by Python's
        // hashlib
        #expect(old.fingerprint == 0xbe8bcbf9fc8a7d2f)
    }

    @Test func `key, time and announcement do not count`() {
        var other = Self.base
        other.key = IdempotencyKey(high: 9, low: 9)
        other.at = Timestamp(milliseconds: 0)
        other.announce = { _ in [] }
        #expect(other.fingerprint == Self.base.fingerprint)
    }

    @Test func `what may be secret never prints`() {
        let message = OutboxMessage(
            to: 254_712_000_001,
            from: "M",
            text: "code 4821",
            at: LedgerFixtures.now
        )
        let change = RecordChange(
            key: RecordKey(kind: 1, id: 1),
            expectedVersion: 0,
            body: [48, 21]
        )
        let record = Record(key: change.key, version: 1, body: change.body)
        var command = Self.base
        command.records = [change]
        var dumped = ""
        dump((message, change, record, command.records), to: &dumped)
        let printed = "\(message) \(change) \(record) \(command) \(String(reflecting: record))"
        #expect("\(message)" == "message 0 to +2547****001, 9 bytes")
        for secret in ["4821", "48, 21", "712000001"] {
            #expect(!(dumped + printed).contains(secret))
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
public import Ledger

/// Plays a table against a store and tells what was not as written.
public struct LedgerTableRunner {
    /// Gives the store for the next step: the same one, or the same ledger opened again.
    public typealias Reopen = (any LedgerStore) async throws -> any LedgerStore

    private var store: any LedgerStore
    private let reopen: Reopen
    private var now = Timestamp(milliseconds: 1_000_000)
    private var accounts: [String: AccountID] = [:]
    private var transfers: [String: TransferID] = [:]
    private var keys: [String: IdempotencyKey] = [:]
    private var mismatches: [String] = []

    /// Prepares to play against a store that is empty.
    public init(store: any LedgerStore, reopen: @escaping Reopen = { $0 }) {
        self.store = store
        self.reopen = reopen
    }

    /// Plays all rows; what is returned is empty when everything was as written.
    ///
    /// After every step the invariants must hold, and at the end the whole ledger must verify.
    public mutating func run(_ table: LedgerTable) async throws -> [String] {
        var joined: [LedgerTable.Row] = []
        for row in table.rows {
            joined.append(row)
            if row.joinsNext { continue }
            let outcome = try await play(joined)
            compare(outcome, with: row)
            joined = []
            store = try await reopen(store)
            for violation in store.invariantViolations() { report(row, violation.description) }
        }
        let audit = try store.verify()
        if !audit.isSound { mismatches.append("at the end: \(audit.violations)") }
        return mismatches
    }

    private mutating func play(_ rows: [LedgerTable.Row]) async throws -> String {
        guard let row = rows.last else { return "nothing to do" }
        switch row.verb {
        case "clock":
            now = now.adding(milliseconds: seconds(row.word(0)) * 1_000)
            return "ok"
        case "counters":
            return counters(of: row)
        case "balance":
            return store.account(account(row.word(0))).map { String($0.balance) } ?? "none"
        case "record?":
            return store.record(key(ofRecord: row)).map { "\($0.version) \($0.body.count)" }
                ?? "none"
        case "balance@":
            let moment = now.adding(milliseconds: seconds(row.word(1)) * 1_000)
            let balance = try store.balance(of: account(row.word(0)), at: moment)
            return balance.map { String($0) } ?? "none"
        case "pages":
            return try pages(of: row)
        case "follow-ups":
            let original = transfers[row.word(0)] ?? TransferID(9_999)
            return try store.followUps(of: original).map { name(of: $0.id) }
                .joined(separator: " ")
        case "notes":
            return try store.notes(since: 0, limit: .max).map { "\($0.kind.number)" }.joined()
        case "statement":
            let limit = row.option("limit").flatMap { Int($0) } ?? .max
            let rows = try store.statement(of: account(row.word(0)), limit: limit)
            return rows.map { name(of: $0.id) }.joined(separator: " ")
        case "outbox":
            return String(try store.undeliveredMessages(limit: .max).count)
        case "delivered":
            try await store.markDelivered(row.words.compactMap { Int64($0) })
            return "ok"
        case "due":
            let limit = row.option("limit").flatMap { Int($0) } ?? .max
            let ids = try store.dueWork(at: now, limit: limit).map { String($0.id.rawValue) }
            return ids.isEmpty ? "none" : ids.joined(separator: " ")
        case "expire":
            return String(try await store.expirePending(at: now).count)
        default:
            let named = ["open", "set"].contains(row.verb)
            return try await commit(
                rows,
                named: named ? row.words.joined(separator: " ") : row.word(0)
            )
        }
    }

    private mutating func commit(_ rows: [LedgerTable.Row], named name: String) async throws
        -> String
    {
        let key = keys[name] ?? IdempotencyKey(high: UInt64(keys.count + 1), low: 7)
        keys[name] = key
        var command = LedgerCommand(key: key, at: now)
        for row in rows { add(row, to: &command) }
        let result = try await store.commit(command)
        let replayed = result.replayed ? " replayed" : ""
        if let rejection = result.rejection {
            let place = rejection.transferIndex.map { "@\($0)" } ?? ""
            return rejection.reason.rawValue + place + replayed
        }
        let verbs = ["move", "hold", "post", "void", "reverse", "correct"]
        let names = rows.filter { verbs.contains($0.verb) }
        for (row, transfer) in zip(names, result.transfers) { transfers[row.word(0)] = transfer.id }
        return "ok" + replayed
    }

    private mutating func add(_ row: LedgerTable.Row, to command: inout LedgerCommand) {
        switch row.verb {
        case "open":
            command.openings.append(
                AccountOpening(
                    id: account(row.word(0)),
                    kind: kind(row.word(1)),
                    currency: Currency(row.word(2)) ?? .none,
                    floor: row.option("floor").flatMap { Int64($0) },
                    ceiling: row.option("ceiling").flatMap { Int64($0) }
                )
            )
        case "set":
            command.settings.append(setting(row))
        case "record":
            let size = row.option("size").flatMap { Int($0) } ?? 4
            command.records.append(
                RecordChange(
                    key: key(ofRecord: row),
                    expectedVersion: row.option("expect").flatMap { UInt64($0) },
                    body: [UInt8](repeating: 1, count: size)
                )
            )
        case "work":
            let count = row.option("count").flatMap { Int($0) } ?? 1
            command.work += Array(repeating: work(row), count: count)
        case "done":
            command.finishes = Int64(row.word(1)).map { WorkID($0) }
        case "announce":
            let size = row.option("size").flatMap { Int($0) } ?? 10
            let message = OutboxMessage(
                to: 254_712_000_001,
                from: "TEST",
                text: String(repeating: "x", count: size),
                at: now
            )
            command.announce = { _ in [message] }
        case "audit":
            command.audit.append(
                AuditEntry(
                    actor: row.option("actor") ?? "amara",
                    approver: row.option("approver"),
                    action: row.option("action") ?? "freeze",
                    subject: "+2547****001",
                    reason: String(
                        repeating: "r",
                        count: row.option("size").flatMap { Int($0) } ?? 9
                    )
                )
            )
        case "convert":
            command.transfers += conversion(row)
        case "many":
            let count = row.option("count").flatMap { Int($0) } ?? 0
            command.transfers += Array(repeating: transfer(row), count: count)
        default:
            command.transfers.append(transfer(row))
        }
    }

    private mutating func transfer(_ row: LedgerTable.Row) -> Transfer {
        let code = TransferCode(row.option("code").flatMap { UInt16($0) } ?? 0)
        let reference = row.option("ref") ?? ""
        let currency = Currency(row.option("currency") ?? "KES") ?? .none
        switch row.verb {
        case "post", "void":
            let hold = transfers[row.word(1)] ?? TransferID(9_999)
            let amount = Int64(row.word(2)).map { Amount(minorUnits: $0, currency: currency) }
            var transfer =
                row.verb == "void"
                ? Transfer.void(hold, code: code, reference: reference)
                : Transfer.post(hold, amount: amount, code: code, reference: reference)
            if let from = row.option("from") { transfer.debit = account(from) }
            return transfer
        case "reverse":
            let original = transfers[row.word(1)] ?? TransferID(9_999)
            let amount = Int64(row.word(2)).map { Amount(minorUnits: $0, currency: currency) }
            var transfer = Transfer.reversal(
                of: original,
                amount: amount,
                code: code,
                reference: reference
            )
            if let from = row.option("from") { transfer.debit = account(from) }
            return transfer
        case "correct":
            return .correction(
                of: transfers[row.word(1)] ?? TransferID(9_999),
                debit: account(row.word(2)),
                credit: account(row.word(3)),
                amount: Amount(minorUnits: Int64(row.word(4)) ?? 0, currency: currency),
                code: code,
                reference: reference
            )
        default:
            let ends = row.option("for").map { now.adding(milliseconds: seconds($0) * 1_000) }
            return Transfer(
                debit: account(row.word(1)),
                credit: account(row.word(2)),
                amount: Amount(minorUnits: Int64(row.word(3)) ?? 0, currency: currency),
                code: code,
                reference: reference,
                kind: ends.map { .pending(expiresAt: $0) } ?? .posted
            )
        }
    }

    /// `convert name GIVER RECEIVER 100 KES USD rate=0.0077`, through `FX-KES` and `FX-USD`.
    private mutating func conversion(_ row: LedgerTable.Row) -> [Transfer] {
        let currencies = [row.word(4), row.word(5)].map { Currency($0) ?? .none }
        let given = Amount(minorUnits: Int64(row.word(3)) ?? 0, currency: currencies[0])
        let rate = ExchangeRate(
            from: currencies[0],
            to: currencies[1],
            decimal: row.option("rate") ?? ""
        )
        guard let rate, let conversion = try? Conversion(given, at: rate) else { return [] }
        return conversion.transfers(
            from: account(row.word(1)),
            to: account(row.word(2)),
            sourcePosition: account("FX-\(row.word(4))"),
            targetPosition: account("FX-\(row.word(5))")
        )
    }

    /// All pages of a statement: rows with their running balance, a bar between pages.
    private mutating func pages(of row: LedgerTable.Row) throws -> String {
        let limit = row.option("limit").flatMap { Int($0) } ?? .max
        let id = account(row.word(0))
        var pages: [String] = []
        var cursor: StatementCursor?
        repeat {
            let page = try store.statement(of: id, before: cursor, limit: limit)
            pages.append(
                page.rows.map { "\(name(of: $0.id))=\($0.balance)" }.joined(separator: " ")
            )
            cursor = page.next.flatMap { StatementCursor($0.description) }
        } while cursor != nil
        return pages.joined(separator: " | ")
    }

    private func work(_ row: LedgerTable.Row) -> WorkItem {
        WorkItem(
            due: now.adding(milliseconds: seconds(row.option("for") ?? "") * 1_000),
            kind: 1,
            subject: 7,
            body: [UInt8](repeating: 1, count: row.option("size").flatMap { Int($0) } ?? 0)
        )
    }

    private mutating func setting(_ row: LedgerTable.Row) -> AccountSetting {
        let id = account(row.word(0))
        var setting = store.account(id).map { AccountSetting($0) } ?? AccountSetting(id: id)
        if let floor = row.option("floor") { setting.floor = Int64(floor) }
        if let ceiling = row.option("ceiling") { setting.ceiling = Int64(ceiling) }
        if row.has("frozen") { setting.isFrozen = true }
        if row.has("thawed") { setting.isFrozen = false }
        if row.has("closed") { setting.isClosed = true }
        return setting
    }

    private mutating func account(_ name: String) -> AccountID {
        if let id = accounts[name] { return id }
        let id = AccountID(UInt64(accounts.count + 1))
        accounts[name] = id
        return id
    }

    private func key(ofRecord row: LedgerTable.Row) -> RecordKey {
        RecordKey(kind: 1, id: row.option("id").flatMap { UInt64($0) } ?? 0)
    }

    private func kind(_ name: String) -> AccountKind {
        AccountKind.allCases.first { "\($0)" == name } ?? .liability
    }

    private func seconds(_ text: String) -> Int64 {
        Int64(text.drop { $0 == "+" }.prefix { $0 != "s" }) ?? 0
    }

    private func name(of id: TransferID) -> String {
        transfers.first { $0.value == id }?.key ?? "?\(id.rawValue)"
    }

    private mutating func counters(of row: LedgerTable.Row) -> String {
        guard let found = store.account(account(row.word(0))) else { return "none" }
        let counters = [
            found.debitsPending, found.debitsPosted, found.creditsPending, found.creditsPosted,
        ]
        let differ = zip(row.words.dropFirst(), counters).contains { $0 != "_" && $0 != String($1) }
        return differ ? counters.map(String.init).joined(separator: " ") : "ok"
    }

    private mutating func compare(_ outcome: String, with row: LedgerTable.Row) {
        let expected = row.verb == "counters" ? "ok" : row.expected
        if let expected, expected != outcome { report(row, "gave \(outcome), not \(expected)") }
    }

    private mutating func report(_ row: LedgerTable.Row, _ what: String) {
        let words = ([row.verb] + row.words).joined(separator: " ")
        mismatches.append("line \(row.line), \(words): \(what)")
    }
}

// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Foundation
import GSM
import Gateway
import Ledger
import Synchronization
import Testing

@testable import MobileMoney

/// The tariffs as they are delivered.
enum Delivered {
    static func text(_ name: String) throws -> String {
        let file = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        let root = file.deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let url = root.appendingPathComponent("Menus/\(name).tariff.yaml")
        return try String(contentsOf: url, encoding: .utf8)
    }
}

/// Kenya's tariff as it is delivered.
enum Kenya {
    static func text() throws -> String { try Delivered.text("kenya") }

    static func tariff() throws -> Tariff { try Tariff(yaml: text()) }
}

/// Who lives in the village, by name.
struct Villager {
    let name: String
    let digits: UInt64
    let pin: String?
    let balance: Int64
    let level: Int
    let agent: AgentOpening?

    init(
        _ name: String,
        _ digits: UInt64,
        pin: String?,
        balance: Int64,
        level: Int = 1,
        agent: AgentOpening? = nil
    ) {
        self.name = name
        self.digits = digits
        self.pin = pin
        self.balance = balance
        self.level = level
        self.agent = agent
    }

    static let all = [
        Villager("Amina", 254_712_000_001, pin: "4821", balance: 2_000_00),
        Villager("Baraka", 254_712_000_002, pin: nil, balance: 0),
        Villager(
            "Neema",
            254_712_000_003,
            pin: "7391",
            balance: 100_00,
            agent: AgentOpening(till: "4021", businessName: "MAMA NEEMA SHOP", float: 5_000_00)
        ),
        Villager("Chui", 254_712_000_004, pin: "5038", balance: 9_000_00, level: 0),
        Villager("Asha", 254_712_000_005, pin: "6205", balance: 400_000_00, level: 2),
    ]
}

/// A service on a ledger in memory, with every result held against the contract.
final class Village: Sendable {
    let store: FaultyStore
    let service: WalletService
    let contract: ServiceContract
    private let nextKey = Mutex(1 as UInt64)

    /// 2026-06-14 10:32 in Nairobi.
    static let morning = Instant(milliseconds: 1_781_422_320_000)

    /// A day and a time as the service gives it.
    static func moment(_ iso: String) throws -> Value {
        .calendar(try #require(CalendarTime(iso: iso, .moment)))
    }

    init(_ villagers: [Villager] = Villager.all, tariff: Tariff? = nil) throws {
        store = FaultyStore()
        let tariff = try tariff ?? Kenya.tariff()
        service = Self.service(on: store, tariff: tariff)
        contract = service.contract
        let openings = try villagers.map { villager in
            WalletOpening(
                name: villager.name,
                msisdn: try #require(MSISDN(digits: villager.digits)),
                pin: villager.pin.map { Secret($0) },
                openingBalance: villager.balance,
                level: villager.level,
                agent: villager.agent
            )
        }
        let outcome = Box<Result<Void, ProvisioningError>>()
        service.provision(openings, at: Self.morning) { outcome.put($0) }
        try #require(outcome.value).get()
    }

    static func service(on store: any LedgerStore, tariff: Tariff) -> WalletService {
        let salt = Salts()
        let verifier = PINVerifier(
            key: Array(repeating: 7, count: 32),
            cost: .tests,
            worker: { $0() },
            salts: { salt.next() }
        )
        return WalletService(store: store, tariff: tariff, verifier: verifier)
    }

    private final class Salts: Sendable {
        private let counter = Mutex(0 as UInt64)
        func next() -> UInt64 {
            counter.withLock { value in
                value += 1
                return value
            }
        }
    }

    func number(_ name: String) throws -> MSISDN {
        let villager = Villager.all.first { $0.name == name }
        return try #require(MSISDN(digits: villager?.digits ?? 254_712_999_999))
    }

    func newKey() -> ServiceKey {
        let low = nextKey.withLock { next in
            next += 1
            return next
        }
        return ServiceKey(high: UInt64(Self.morning.milliseconds) << 20, low: low)
    }

    /// Calls an operation and holds the result against the contract.
    func call(
        _ name: String,
        _ operation: String,
        _ arguments: [Value] = [],
        key: ServiceKey? = nil,
        at now: Instant = Village.morning,
        by service: WalletService? = nil
    ) throws -> ServiceResult {
        let request = ServiceRequest(
            key: key ?? newKey(),
            subscriber: try number(name),
            call: ServiceCall(
                service: "money",
                operation: operation,
                arguments: arguments,
                posts: false
            ),
            at: now
        )
        let answers = Box<ServiceResult>()
        (service ?? self.service).perform(request) { answers.put($0) }
        #expect(answers.count == 1, "\(operation) answers once")
        let result = try #require(answers.value)
        for fault in ContractCheck(contract).faults(in: result, of: operation) {
            Issue.record("\(operation): \(fault)")
        }
        return result
    }

    /// Quotes a payment, to a person or an agent.
    func quote(
        _ name: String,
        _ kind: String = "send",
        to payee: String,
        _ amount: Int64,
        at now: Instant = Village.morning
    ) throws -> ServiceResult {
        let party = Value.record([.text(payee), .msisdn(try number(payee))])
        return try call(
            name,
            "quote",
            [.text(kind), party, .amount(amount)],
            at: now
        )
    }

    /// Quotes and pays with a PIN.
    func pay(
        _ name: String,
        _ kind: String = "send",
        to payee: String,
        _ amount: Int64,
        pin: String,
        key: ServiceKey? = nil,
        at now: Instant = Village.morning
    ) throws -> ServiceResult {
        let quoted = try quote(name, kind, to: payee, amount, at: now)
        guard quoted.outcome == "ok" else { return quoted }
        return try call(name, kind, [quoted.value, .secret(Secret(pin))], key: key, at: now)
    }

    /// The last command's effect as a journal: one line an account.
    func journal(_ count: Int) throws -> [String] {
        let rows = try store.transfers(since: .zero, limit: 1_000)
        let last = try #require(rows.last).group
        var lines: [String] = []
        for row in rows where row.group == last {
            for account in [row.debit, row.credit] {
                let units = row.change(of: account)
                let amount = Amount(minorUnits: units, currency: row.amount.currency).formatted
                lines.append("\(name(account)) \(amount)")
            }
        }
        #expect(lines.count == count * 2)
        return lines
    }

    func name(_ account: AccountID) -> String {
        for villager in Villager.all {
            guard let number = MSISDN(digits: villager.digits) else { continue }
            if service.account(of: number) == account { return villager.name.lowercased() }
        }
        return service.accountName(account)
    }

    func balance(_ name: String) throws -> Int64 {
        let account = try #require(service.account(of: try number(name)))
        return try #require(store.account(account)).balance
    }

    func float(_ name: String) throws -> Int64 {
        let account = try #require(service.agentAccount(of: try number(name)))
        return try #require(store.account(account)).balance
    }

    func messages(to name: String) throws -> [String] {
        try store.messages(to: try number(name).digits, limit: 20).map(\.text)
    }
}

/// What a completion was given, and how often.
final class Box<T: Sendable>: Sendable {
    private let values = Mutex<[T]>([])
    func put(_ value: T) { values.withLock { $0.append(value) } }
    var value: T? { values.withLock { $0.last } }
    var count: Int { values.withLock { $0.count } }
}

extension ServiceResult {
    /// A field of the record that the result carries.
    func field(_ index: Int) -> Value? {
        guard case .record(let fields) = value, fields.indices.contains(index) else { return nil }
        return fields[index]
    }

    /// The reason of a refusal, or else the outcome.
    var reason: String {
        if outcome == "refused", case .text(let reason)? = field(0) { return reason }
        return outcome
    }
}

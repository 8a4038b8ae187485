// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway
import Ledger
import Synchronization
import Testing

@testable import MobileMoney

/// A village with savings, on a ledger that can fail, with a clerk for its work.
struct WorkVillage {
    let store = FaultyStore()
    let service: WalletService
    let complaints = Box<TransferRejection?>()

    /// 2026-01-31 09:00 in Nairobi.
    static let start = Timestamp(milliseconds: 1_769_839_200_000)
    static let day: Int64 = 86_400_000

    /// So many days after the beginning, and so many hours.
    static func day(_ count: Int64, hours: Int64 = 0) -> Timestamp {
        start.adding(milliseconds: count * day + hours * 3_600_000)
    }

    static let amina: UInt64 = 254_712_000_001
    static let baraka: UInt64 = 254_712_000_002
    static let neema: UInt64 = 254_712_000_003

    init(savings: Int64 = 1_000_00) throws {
        service = Village.service(on: store, tariff: try Kenya.tariff())
        let outcome = Box<Result<Void, ProvisioningError>>()
        let openings = [
            WalletOpening(
                name: "Amina",
                msisdn: try #require(MSISDN(digits: Self.amina)),
                openingBalance: 2_000_00,
                savings: savings
            ),
            WalletOpening(name: "Baraka", msisdn: try #require(MSISDN(digits: Self.baraka))),
            WalletOpening(
                name: "Neema",
                msisdn: try #require(MSISDN(digits: Self.neema)),
                agent: AgentOpening(till: "4021", businessName: "SHOP", float: 500_00)
            ),
        ]
        let now = Instant(milliseconds: Self.start.milliseconds)
        service.provision(openings, at: now) { outcome.put($0) }
        try #require(outcome.value).get()
    }

    func clerk() -> WorkClerk {
        WorkClerk(
            store: store,
            itemsPerAdvanceMax: .max,
            complain: { [complaints] _, reason in complaints.put(reason) },
            plan: { [service] in service.plan($0, refused: $1) }
        )
    }

    private func msisdn(_ digits: UInt64) throws -> MSISDN {
        try #require(MSISDN(digits: digits))
    }

    func main(_ digits: UInt64) throws -> AccountID {
        try #require(service.account(of: msisdn(digits)))
    }

    func savings() throws -> AccountID {
        try #require(service.savingsAccount(of: msisdn(Self.amina)))
    }

    func balance(_ account: AccountID) -> Int64 { store.account(account)?.balance ?? .min }

    /// The texts a phone got, oldest first.
    func texts(_ digits: UInt64) -> [String] {
        store.inner.messages(to: digits, limit: .max).reversed().map(\.text)
    }

    /// Commits a command as if nothing could go wrong.
    @discardableResult
    func commit(_ number: UInt64, _ change: (inout LedgerCommand) throws -> Void) throws
        -> LedgerResult
    {
        var command = LedgerCommand(key: IdempotencyKey(high: 3, low: number), at: Self.start)
        try change(&command)
        let outcome = Box<Result<LedgerResult, LedgerStoreError>>()
        store.inner.commit(command) { outcome.put($0) }
        let result = try #require(outcome.value).get()
        #expect(result.rejection == nil)
        return result
    }

    func transfer(
        _ debit: AccountID,
        _ credit: AccountID,
        _ units: Int64,
        _ code: TransferCode = .unspecified
    ) -> Transfer {
        Transfer(
            debit: debit,
            credit: credit,
            amount: service.tariff.amount(units),
            code: code
        )
    }
}

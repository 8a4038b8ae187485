// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Ledger
import Testing

@testable import MobileMoney

/// Messages fit one part with the longest values, and the contract's widths are kept.
@Suite struct MessageTextTests {
    private static let longPerson = "AMINAH HASSAN OTIENO"
    private static let openings = [
        Villager("Asha", 254_712_000_005, pin: "6205", balance: 500_000_00, level: 2),
        Villager("Amina", 254_712_000_001, pin: "4821", balance: 249_999_99, level: 2),
        Villager(
            "Neema",
            254_712_000_003,
            pin: "7391",
            balance: 0,
            agent: AgentOpening(
                till: "402100",
                businessName: "MAMA NEEMA WANJIKU S",
                float: 9_984_999_99
            )
        ),
    ]

    @Test(arguments: MessageTemplates.languages)
    func everyMessageFitsOnePartWithTheLongestValues(_ language: String) throws {
        let tariff = try Kenya.tariff()
        let party = MessageTexts.Party(
            number: try #require(MSISDN(digits: 254_712_345_678)),
            name: Self.longPerson,
            partyName: "402100 MAMA NEEMA WANJIKUS",
            language: language
        )
        let texts = MessageTexts(tariff: tariff, debitParty: party, creditParty: party)
        var units: [String: Int] = [:]
        for kind in PaymentKind.allCases {
            let payment = try longest(kind, tariff: tariff)
            let (payer, payee) = texts.texts(for: payment)
            for (who, text) in [("payer", payer), ("payee", payee)] {
                let size = TextSize.measure(text)
                #expect(size.alphabet == .gsm7)
                #expect(size.units <= 160, "\(kind) to \(who): \(size.units) septets: \(text)")
                #expect(ConcatenatedShortMessage.partCount(of: text) == 1)
                #expect(!text.contains("{") && !text.contains("  "), "\(text)")
                units["\(kind) \(who)"] = size.units
            }
        }
        guard language == "en" else { return }
        #expect(
            units == [
                "send payer": 129, "send payee": 127, "withdraw payer": 130,
                "withdraw payee": 138, "deposit payer": 153, "deposit payee": 121,
            ]
        )
    }

    @Test func eachPartyReadsHerOwnLanguage() throws {
        let village = try Village()
        for (name, code) in [("Amina", "fr-CA"), ("Baraka", "sw"), ("Neema", "es"), ("Asha", "de")]
        {
            village.service.keep(
                language: code,
                of: try village.number(name),
                at: Village.morning
            )
        }
        #expect(try village.pay("Amina", to: "Baraka", 1_500_00, pin: "4821").outcome == "ok")
        #expect(
            try village.pay("Amina", "withdraw", to: "Neema", 300_00, pin: "4821").outcome == "ok"
        )
        #expect(try village.pay("Asha", to: "Baraka", 1_00, pin: "6205").outcome == "ok")
        #expect(
            Set(try village.messages(to: "Amina").map { String($0.dropFirst(10)) }) == [
                " Confirmé. 1 500,00 KES envoyé à Baraka 0712000002 le 14/06 10:32. Frais 23,00. "
                    + "Nouveau solde 477,00.",
                " Confirmé. Prenez 300,00 KES chez 4021 MAMA NEEMA SHOP le 14/06 10:32. "
                    + "Frais 27,00. Nouveau solde 150,00.",
            ]
        )
        #expect(
            try village.messages(to: "Neema").map { String($0.dropFirst(10)) } == [
                " Confirmado. Entregue 300,00 KES en efectivo a Amina 0712000001 el 14/6, 10:32. "
                    + "Nueva caja 5300,00."
            ]
        )
        #expect(
            try village.messages(to: "Baraka").last.map { String($0.dropFirst(10)) }
                == " Imethibitishwa. Umepokea KES 1,500.00 kutoka kwa Amina 0712000001 tarehe "
                + "14/6, 10:32. Salio jipya 1,500.00."
        )
        #expect(try village.messages(to: "Asha").first?.contains(" Confirmed. ") == true)
    }

    /// The greatest amount, fee, commission and balances that the tariff lets happen.
    private func longest(_ kind: PaymentKind, tariff: Tariff) throws -> PostedPayment {
        let charge = tariff.charge(kind)
        let isDeposit = kind == .deposit
        let store = MemoryLedgerStore()
        let id = WalletID(rawValue: 1)
        let other = WalletID(rawValue: 2)
        let (debit, credit) =
            switch kind {
            case .send: (ChartOfAccounts.main(id), ChartOfAccounts.main(other))
            case .withdraw: (ChartOfAccounts.main(id), ChartOfAccounts.float(other))
            case .deposit: (ChartOfAccounts.float(id), ChartOfAccounts.main(other))
            }
        let most = charge.most + charge.highestFee
        let balance = tariff.levels.map(\.balance).max() ?? 0
        let rows: [(AccountID, AccountID, Int64, TransferCode)] = [
            (ChartOfAccounts.cash, debit, most + (isDeposit ? tariff.greatest : balance), .opening),
            (
                ChartOfAccounts.cash, credit,
                (kind == .withdraw ? tariff.greatest : balance) - charge.most, .opening
            ),
            (debit, credit, charge.most, kind.code),
            (debit, ChartOfAccounts.fees, max(1, charge.highestFee), .fee),
            (
                ChartOfAccounts.commission, debit,
                max(1, charge.commission.highest(charge.rounding)), .commission
            ),
        ]
        var command = LedgerCommand(
            key: IdempotencyKey(high: 1, low: 1),
            at: Timestamp(Village.morning),
            openings: ChartOfAccounts.operatorOpenings(.kes)
                + [debit, credit].map {
                    AccountOpening(id: $0, kind: .liability, currency: .kes)
                }
        )
        command.transfers = rows.map {
            Transfer(
                debit: $0,
                credit: $1,
                amount: tariff.amount($2),
                code: $3,
                reference: "A6Q7K2M9XB"
            )
        }
        let result = Box<LedgerResult>()
        store.commit(command) { if case .success(let value) = $0 { result.put(value) } }
        let transfers = try #require(result.value).transfers
        return try #require(PostedPayment(transfers))
    }

    @Test func theLongestNamesAndSumsKeepTheContract() throws {
        let village = try Village(Self.openings)
        let me = try village.call("Neema", "me")
        #expect(me.field(6) == .text("MAMA NEEMA WANJIKU S"))
        let agent = try village.call("Amina", "agent", [.text("402100")])
        #expect(agent.field(0) == .text("402100 MAMA NEEMA WANJIKU"))
        #expect(
            try village.pay("Amina", "withdraw", to: "Neema", 15_000_00, pin: "4821").outcome
                == "ok"
        )
        #expect(
            try village.quote("Asha", "withdraw", to: "Neema", 50_00).reason
                == "payee_balance_limit"
        )
        #expect(
            try village.pay("Asha", to: "Amina", 250_000_00, pin: "6205").outcome == "ok"
        )
        for name in ["Amina", "Asha", "Neema"] {
            #expect(try village.call(name, "last").outcome == "ok")
        }
        #expect(try village.call("Asha", "news").outcome == "ok")
        #expect(try village.call("Amina", "news").field(4) == .text("402100 MAMA NEEMA WANJIKU"))
    }

    @Test func theContractSaysWhatItsOperationsDo() throws {
        let contract = MobileMoneyContract.contract(for: try Kenya.tariff())
        #expect(contract.name == "money")
        #expect(contract.amountFormat.longestSeptets == "KES 9,999,999.99".count)
        #expect(
            contract.operations.filter(\.posts).map(\.name) == ["send", "withdraw", "deposit"]
        )
        let named = Set(contract.records.map(\.name))
        var types = contract.records.flatMap { $0.fields.map(\.type) }
        for operation in contract.operations {
            types += operation.parameters.map(\.type)
            types += operation.outcomes.compactMap(\.payload)
            if let result = operation.result { types.append(result) }
        }
        for type in types {
            switch type {
            case .record(let name), .list(of: let name, atMost: _): #expect(named.contains(name))
            default: break
            }
        }
        for operation in contract.operations where operation.posts {
            #expect(operation.parameters.contains { $0.type == .secret })
        }
    }
}

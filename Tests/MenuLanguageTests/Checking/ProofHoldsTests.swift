// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Testing

@testable import MenuLanguage

/// No screen of a compiled menu is ever larger than its proof says.
struct ProofHoldsTests {
    @Test(arguments: 0..<60)
    func noScreenIsLargerThanProved(_ seed: Int) throws {
        let compilation = Example.compile()
        let program = try #require(compilation.program)
        let proof = try #require(compilation.proof)
        let largest = Dictionary(uniqueKeysWithValues: proof.largest.map { ($0.name, $0) })
        var dice = Dice(seed: UInt64(seed) &* 7_919 &+ 1)
        var shown = 0
        for _ in 0..<12 {
            let values = dice.next()
            var phone = Phone(program) { call in
                var dice = Dice(seed: values ^ UInt64(call.operation.utf8.count))
                return Self.answer(call, &dice)
            }
            let codes = ["*789#", "*789*1*0712000001*\(dice.pick(Self.amounts))#"]
            try phone.dial(dice.pick(codes))
            for _ in 0..<30 where !phone.isOver {
                shown += 1
                let screen = try #require(largest[phone.state])
                #expect(phone.size.alphabet == screen.alphabet)
                #expect(phone.size.units <= screen.units, "\(phone.screen)")
                try phone.type(dice.pick(Self.inputs))
            }
        }
        #expect(shown > 12)
    }

    /// A menu whose screens are partly UCS-2, with answers that a subscriber typed shown in it.
    @Test(arguments: 0..<40)
    func noScreenWithTypedTextIsLargerThanProved(_ seed: Int) throws {
        let menu = """
            menu m

            dial *789# -> home

            flow home
                ask name: text 3 ... 12
                    | 名字?
                ask code: pattern "[^0-9]+" 9
                    | Code for {name}?
                    wrong | {typed} 不对
                -> hello(name, code)

            screen hello(name: text 12, code: text 9)
                | {name} {code} 你好
                1 Again -> latin(name, code)

            screen latin(name: text 12, code: text 9)
                | {name} {code}
                1 Done -> bye

            screen bye
                | Bye.
                end

            """
        let compilation = FindingTests.compile(menu)
        let program = try #require(compilation.program)
        let largest = Dictionary(
            uniqueKeysWithValues: (compilation.proof?.largest ?? []).map { ($0.name, $0) }
        )
        var dice = Dice(seed: UInt64(seed) &+ 7)
        let letters = ["[", "字", "₵", "a", "é", "½", "😀", "ﬁ", "€", "ǅ", "№"]
        for _ in 0..<10 {
            var phone = Phone(program) { _ in .ok() }
            try phone.dial("*789#")
            for _ in 0..<12 where !phone.isOver {
                let screen = try #require(largest[phone.state])
                if phone.size.alphabet == screen.alphabet {
                    #expect(phone.size.units <= screen.units, "\(phone.screen)")
                }
                #expect(program.profile.fits(phone.size))
                let word = (0..<Int(dice.next() % 14)).map { _ in dice.pick(letters) }.joined()
                try phone.type(dice.pick([word, word, word, "1"]))
            }
        }
    }

    static let amounts = ["1", "5000000", "0.5", "9999999.99", "123.45"]
    static let inputs =
        ["1", "2", "4", "7", "0", "00", "98", "4821", "9", "0712000001", "+2348030000000", "zz"]
        + ["[[[[[[[[[[[[[[[[[[[[", "₵₵₵₵₵₵₵₵₵", "我要付钱我要付钱我要付钱", ""] + amounts

    /// An outcome of the contract with values as long as the contract allows.
    static func answer(_ call: ServiceCall, _ dice: inout Dice) -> ServiceResult {
        guard
            let operation = MoneyContract.contract.operations.first(where: {
                $0.name == call.operation
            })
        else { return .unavailable }
        if call.operation != "me", dice.next() % 4 == 0 {
            let outcome = dice.pick(operation.answered)
            let value = outcome.payload.map { self.value($0, &dice) } ?? .absent
            return ServiceResult(outcome.name, value)
        }
        return .ok(operation.result.map { value($0, &dice) } ?? .absent)
    }

    private static func value(_ type: ValueType, _ dice: inout Dice) -> Value {
        switch type {
        case .text(let longest):
            .text(String(repeating: dice.pick(["W", "é", "-"]), count: longest))
        case .number(let digits): .number(Int64(String(repeating: "9", count: digits)) ?? 0)
        case .amount: .amount(dice.pick([0, 9_999_999_99, 5_000_000_00]))
        case .msisdn: MSISDN(e164: "+2348030000000").map { .msisdn($0) } ?? .absent
        case .calendar(let form):
            CalendarTime(iso: form == .moment ? "2026-12-30T23:59" : "", form).map { .calendar($0) }
                ?? .absent
        case .flag: .flag(dice.next() % 2 == 0)
        case .choice(let words): .text(dice.pick(words))
        case .secret: .absent
        case .record(let name):
            .record(
                MoneyContract.contract.records.first { $0.name == name }?.fields.map {
                    value($0.type, &dice)
                } ?? []
            )
        case .list(let name, let atMost):
            .list(
                (0..<Int(dice.next() % UInt64(atMost + 1))).map { _ in value(.record(name), &dice) }
            )
        }
    }
}

/// Numbers from a seed, the same on every run (SplitMix64).
struct Dice {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int(next() % UInt64(elements.count))]
    }
}

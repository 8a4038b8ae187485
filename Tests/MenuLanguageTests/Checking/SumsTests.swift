// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText
import Testing

@testable import MenuLanguage

/// `+` and `-` between money and between numbers.
struct SumsTests {
    private static let menu = """
        menu m
            services  money
            me        money.me
            otherwise
                unavailable   -> busy
                unsure        -> busy
                unregistered  -> busy

        dial *789# -> home

        screen home
            | Welcome.
            1  Rich  -> busy       when me.balance - 5.00 > me.sendable
            2  Poor  -> busy       when 1.00 + me.balance - me.sendable <= 2.00 + 5.00
            3  Page  -> page(1)
            4  Ask   -> ask

        screen page(number: number 2)
            | Page {number}
            1  Next  -> page(number + 1)
            2  Half  -> page(number - 1 - 1)

        flow ask
            ask amount: money 0.50 + 0.50 ... me.balance - 5.00
                | How much?
                below  | Least {least}
                above  | Most {most}
            -> left(me.balance - amount)

        screen left(rest: money)
            | Left {rest}
            end

        screen busy
            | Busy.
            end

        """

    private static func phone(balance: Int64) throws -> Phone {
        let program = try #require(FindingTests.compile(menu).program)
        var phone = Phone(program) { _ in .ok(Wallet.me(balance: balance)) }
        try phone.dial("*789#")
        return phone
    }

    @Test func conditionsAddUp() throws {
        // What can be sent is 7.00 less than the balance.
        #expect(try Self.phone(balance: 2_000_00).screen.contains("1 Rich"))
        #expect(try !Self.phone(balance: 2_000_00).screen.contains("2 Poor"))
    }

    @Test func numbersStopAtTheDigitsOfTheirPlace() throws {
        var phone = try Self.phone(balance: 1)
        try phone.type("3", "1", "1")
        #expect(phone.screen.hasPrefix("Page 3\n"))
        try phone.type("2", "2")
        #expect(phone.screen.hasPrefix("Page -1\n"))
        for _ in 0..<5 { try phone.type("2") }
        #expect(phone.screen.hasPrefix("Page \n"))
    }

    @Test(arguments: [
        ("0.50", "Least KES 1.00\nHow much?"), ("96", "Most KES 95.00\nHow much?"),
        ("95", "Left KES 5.00"), ("1", "Left KES 99.00"),
    ])
    func boundsAddUp(_ typed: String, _ screen: String) throws {
        var phone = try Self.phone(balance: 100_00)
        try phone.type("4", typed)
        #expect(phone.screen == screen)
    }

    @Test func aBoundThatCannotBeShownLetsNothingThrough() throws {
        var phone = try Self.phone(balance: -9_999_999_99)
        try phone.type("4", "5")
        #expect(phone.screen == "5 is not an answer here.\nHow much?")
    }

    @Test func whatIsHandedOnFitsItsPlace() throws {
        var phone = try Self.phone(balance: 9_999_999_99)
        try phone.type("4", "1")
        #expect(phone.screen == "Left KES 9,999,998.99")
    }

    @Test func theMapWritesSums() throws {
        let compilation = FindingTests.compile(Self.menu)
        let program = try #require(compilation.program)
        let map = MenuMap(program, contracts: [MoneyContract.contract])
        let labels = map.arrows.map(\.label).joined(separator: "; ")
        #expect(labels.contains("1 Rich when me.balance - KES 5.00 > me.sendable"))
        #expect(
            labels.contains("2 Poor when me.balance + KES 1.00 - me.sendable <= KES 7.00")
        )
    }

    @Test func theFormatterPutsABlankOnBothSides() {
        let written = Self.menu.replacing(" - ", with: "-").replacing(" + ", with: "  +  ")
        #expect(FormattingTests.format(written).text == FormattingTests.format(Self.menu).text)
    }
}

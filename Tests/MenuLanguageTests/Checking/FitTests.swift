// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import SourceText
import Testing

@testable import MenuLanguage

/// Screens are measured to the last septet, with their longest values and error lines.
struct FitTests {
    static let text = """
        menu m
            services money
            me money.me
            otherwise
                unavailable -> busy
                unsure -> busy
                unregistered -> busy

        dial *789# -> home

        screen busy
            | Busy.
            end

        screen home
            | {me.name}
            | BODY
            end

        """

    static func compile(body: String, network: NetworkProfile? = nil) -> MenuCompilation {
        MenuCompiler.compile(
            main: SourceFile(path: "main.menu", text: text.replacing("BODY", with: body)),
            contracts: [MoneyContract.contract],
            network: network,
            read: { _ in .failure(.notFound) }
        )
    }

    /// A name of 20, a line feed, and what fills the screen.
    @Test(arguments: NetworkProfile.all)
    func aScreenOfTheLimitFitsAndOneMoreDoesNot(_ network: NetworkProfile) throws {
        let room = network.menuSeptetsMax - 21
        let exact = Self.compile(body: String(repeating: "x", count: room), network: network)
        let proof = try #require(exact.proof)
        let home = try #require(proof.largest.first { $0.name == "home" })
        #expect(home.units == network.menuSeptetsMax)
        #expect(home.limit == network.menuSeptetsMax)
        #expect(home.alphabet == .gsm7)
        #expect(home.assumed == ["me.name 20"])
        #expect(proof.network == network.name)

        let long = Self.compile(body: String(repeating: "x", count: room + 1), network: network)
        #expect(long.program == nil)
        #expect(long.diagnostics.map(\.id) == ["menu.too-long"])
        let message = long.diagnostics.first?.kind.message
        let limit = network.menuSeptetsMax
        #expect(message == "`home` needs \(limit + 1) of \(limit) septets: 1 too many.")
    }

    @Test func anExtensionCharacterCountsTwo() {
        let room = String(repeating: "x", count: 159)
        #expect(Self.compile(body: room + "€").program != nil)
        #expect(Self.compile(body: room + "x€").diagnostics.map(\.id) == ["menu.too-long"])
    }

    @Test(arguments: NetworkProfile.all)
    func oneCharacterTurnsAScreenIntoUCS2(_ network: NetworkProfile) throws {
        let room = network.menuUCS2UnitsMax - 21 - 1
        let exact = Self.compile(
            body: "’" + String(repeating: "x", count: room),
            network: network
        )
        let home = try #require(exact.proof?.largest.first { $0.name == "home" })
        #expect(home.units == network.menuUCS2UnitsMax)
        #expect(home.alphabet == .ucs2)

        let long = Self.compile(
            body: "ab’" + String(repeating: "x", count: room - 1),
            network: network
        )
        let diagnostic = try #require(long.diagnostics.first)
        #expect(diagnostic.id == "menu.too-long-ucs2")
        let location = try #require(long.sources.location(of: diagnostic.range))
        #expect(location == SourceLocation(line: 17, column: 9))
        #expect(diagnostic.kind.message.contains("`’` at line 17, column 9"))
        #expect(diagnostic.kind.help?.contains("Write `'` in its place") == true)
        #expect(diagnostic.fix?.replacement == "'")
    }

    @Test func doubledBracesDoNotMoveTheColumn() throws {
        let long = Self.compile(body: "{{{{’" + String(repeating: "x", count: 100))
        let diagnostic = try #require(long.diagnostics.first)
        #expect(long.sources.location(of: diagnostic.range)?.column == 11)
    }

    @Test func aCharacterOutsideThePlaneCountsTwo() throws {
        let proof = try #require(Self.compile(body: "😀").proof)
        let home = try #require(proof.largest.first { $0.name == "home" })
        #expect(home.units == 23)
    }

    /// The line of an arm reaches the question through a call, and is counted there.
    @Test func anErrorLineIsCountedOnEveryScreenThatCanBearIt() throws {
        let proof = try #require(Example.compile().proof)
        let pin = try #require(proof.largest.first { $0.name == "send.pin" })
        let prompt = "Send  to \nFee , total \nEnter PIN to agree".count + 16 * 3 + 26
        let wrong = "Wrong PIN. Tries left: ".count + 1
        #expect(pin.units == prompt + 1 + max(wrong, "Type 4 to 6 digits.".count))
        let amount = try #require(proof.largest.first { $0.name == "send.amount" })
        #expect(amount.assumed == ["typed 16", "most 16", "payee.name 26", "me.sendable 16"])
    }

    @Test func whatIsTypedCountsTwoSeptetsACharacter() throws {
        let menu = """
            menu m

            dial *789# -> ask

            flow ask
                ask name: text 3 ... 20
                    | Name?
                -> hello(name)

            screen hello(name: text 20)
                | {name}
                end

            """
        let proof = try #require(FindingTests.compile(menu).proof)
        #expect(proof.largest.first { $0.name == "hello" }?.units == 40)
    }

    @Test func aListNeedsRoomForOneItemAndTheLineForMore() throws {
        let wrong = 16 + " is not an answer here.".count
        let item = "10 ".count + 26
        let room = 182 - (wrong + 1) - (1 + item) - (1 + "98 More".count)
        func compile(_ title: Int) -> MenuCompilation {
            let title = String(repeating: "x", count: title)
            let main = Example.main.replacing("Your last payments", with: title)
                .replacing("| {p.title} {p.amount} -> detail(p)", with: "| {p.title} -> detail(p)")
            return Example.compile(main)
        }
        let proof = try #require(compile(room).proof)
        let list = try #require(proof.largest.first { $0.name == "payments" })
        #expect(list.pages == 10)
        #expect(list.units == 182)
        #expect(compile(room + 1).diagnostics.map(\.id) == ["menu.too-long"])
    }
}

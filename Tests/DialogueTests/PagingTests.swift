// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Testing

@Suite("A list that pages")
struct PagingTests {
    static let words = [
        "Baraka", "Zawadi", "Mama Njeri's shop", "Ék{o}", "B", "Kiosk [7]", "Ωmega",
    ]

    /// A menu whose home is a list with this text above it and this label below it.
    static func menu(text: String?, label: String, reserve: Int = 40, isChosen: Bool = true)
        -> MenuProgram
    {
        var menu = WalletMenu.builder
        menu.states[menu.states.firstIndex { $0.name == "list" } ?? 0].kind = { menu in
            let detail = menu.jump("detail", [("shown", menu.value("item"))])
            let each = Each(
                list: menu.reference("payments"),
                item: menu.slot("item"),
                line: menu.template("{item.0} {item.1}"),
                target: isChosen ? detail : nil,
                errorReserve: reserve
            )
            return menu.screen(
                text,
                [menu.option("0", label, menu.jump("back"))],
                each: each,
                entry: "payments"
            )
        }
        menu.dialRoutes = { menu in
            let jump = menu.jump("payments")
            return [DialRoute(segments: [.literal("5")], jump: jump, home: jump)]
        }
        return menu.program
    }

    static func payments(_ count: Int, seed: UInt64, wordsMax: Int = 2) -> [Value] {
        var random = SeededGenerator(seed: seed)
        return (0..<count).map { _ in
            let words = (0..<Int.random(in: 1...wordsMax, using: &random)).compactMap {
                _ -> String? in
                Self.words.randomElement(using: &random)
            }
            return .record([
                .text(words.joined(separator: " ")),
                .amount(Int64.random(in: 0...9_999_999_999, using: &random)),
            ])
        }
    }

    @Test("loses nothing, keeps numbers and fits on every page", arguments: 0..<60)
    func pagesJoined(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let isUCS2 = seed % 3 == 0
        let text = seed % 5 == 0 ? nil : "Your payments"
        let program = Self.menu(
            text: text,
            label: isUCS2 ? "返回" : "Back",
            reserve: isUCS2 ? 20 : 40
        )
        var phone = WalletStub(program)
        phone.payments = Self.payments(
            Int.random(in: 0...40, using: &random),
            seed: UInt64(seed),
            wordsMax: isUCS2 ? 1 : 2
        )
        let match = try #require(ServiceCode("*5#").flatMap { program.match(dialled: $0) })
        var effect = phone.turn(.begin(match, asksToResume: false))
        var lines: [Substring] = []
        var pages = 0
        while case .show(let screen) = effect {
            pages += 1
            #expect(screen.size == TextSize.measure(screen.text))
            #expect(program.profile.fits(screen.size))
            var page = screen.text.split(separator: "\n")
            if let text { #expect(page.removeFirst() == text) }
            let hasMore = page.last == "98 More"
            if hasMore { page.removeLast() }
            #expect(page.popLast() == (isUCS2 ? "0 返回" : "0 Back"))
            lines += page
            let before = screen
            effect = phone.turn(.input("98"))
            if hasMore { continue }
            #expect(effect == .show(before), "more on the last page stays there")
            break
        }
        let whole = phone.payments.enumerated().map { index, item in
            guard case .record(let fields) = item, case .text(let name) = fields[0] else {
                return ""
            }
            let amount = fields[1].text(format: program.amountFormat, country: .kenya) ?? ""
            let shown = isUCS2 ? name : Transliteration.toDefaultAlphabet(name)
            return "\(index + 1) \(shown) \(amount)"
        }
        #expect(lines.map(String.init) == whole)
        #expect(pages <= max(1, phone.payments.count))
    }

    @Test("takes a number of any page, and an error line leaves the page as it is")
    func choosing() throws {
        var phone = WalletStub(Self.menu(text: "Your payments", label: "Back"))
        phone.payments = (1...20).map { .record([.text("Shop \($0)"), .amount(Int64($0) * 100)]) }
        let first = phone.dial("*5#")
        #expect(first.hasSuffix("0 Back\n98 More"))
        #expect(phone.type("77") == "77 is not an answer here.\n\(first)")
        let second = phone.type("98")
        #expect(second != first)
        #expect(phone.type("021") == "021 is not an answer here.\n\(second)")
        #expect(phone.type("20") == "Shop 20 got KES 20.00\n9 Again")
        #expect(phone.type("9") == first)
        phone.payments = []
        #expect(phone.type("98") == "Your payments\n0 Back")
    }

    @Test("begins again when it became shorter than the page that is shown")
    func shorter() {
        var phone = WalletStub(Self.menu(text: "Your payments", label: "Back"))
        phone.payments = (1...20).map { .record([.text("Shop \($0)"), .amount(Int64($0) * 100)]) }
        _ = phone.dial("*5#")
        _ = phone.type("98")
        phone.payments = Array(phone.payments.prefix(2))
        #expect(phone.type("x").hasSuffix("1 Shop 1 KES 1.00\n2 Shop 2 KES 2.00\n0 Back"))
    }

    @Test("a list that is only read has no numbers")
    func unnumbered() {
        var phone = WalletStub(Self.menu(text: nil, label: "Back", isChosen: false))
        phone.payments = [.record([.text("Shop"), .amount(100)])]
        #expect(phone.dial("*5#") == "Shop KES 1.00\n0 Back")
        #expect(phone.type("1") == "1 is not an answer here.\nShop KES 1.00\n0 Back")
    }

    @Test("an item that no page can hold is a fault, one that fills a page is not")
    func tooLong() {
        // 182 septets less "1 ", " KES 1.00" and "\n0 Back"; the last page has no line for more.
        for (length, fits) in [(164, true), (165, false)] {
            var phone = WalletStub(Self.menu(text: nil, label: "Back", reserve: 0))
            phone.payments = [
                .record([.text(String(repeating: "x", count: length)), .amount(100)])
            ]
            let screen = phone.dial("*5#")
            #expect(screen.hasPrefix("-- screenTooLong") != fits)
            if fits { #expect(TextSize.measure(screen).units == 182) }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import SourceText
import Testing

@testable import MenuLanguage

/// What leads where, and what may not.
struct GraphTests {
    static func ids(_ text: String) -> [String] {
        FindingTests.compile(text).diagnostics.map(\.id)
    }

    private static let money = """
        menu m
            services money
            me money.me
            otherwise
                unavailable -> busy
                unsure -> busy
                unregistered -> busy

        dial *789# -> go

        """

    @Test func aScreenForAFailingMeCannotShowMe() {
        let text =
            Self.money + """
                screen go
                    | Welcome.
                    1 Balance -> busy

                screen busy
                    | {me.name}, try again later.
                    end

                """
        #expect(Self.ids(text) == ["menu.endless"])
    }

    @Test func anUnknownNameHasNoConsequences() {
        let text =
            Self.money + """
                flow go
                    ask number: msisdn
                        | Who?
                    call payee = money.paye(number)
                        not_found -> number
                    call quote = money.quote("send", payee, 5.00)
                        refused as why -> number | {why.needed}
                    end
                        | {payee.nam} gets {quote.amount}

                screen lost
                    | Lost

                screen busy
                    | Busy.
                    end

                """
        #expect(Self.ids(text) == ["menu.unknown-operation"])
    }

    @Test func isSetAllowsWhatMayBeMissing() {
        let text =
            Self.money + """
                flow go
                    ask month: choice
                        | Which month?
                        1 This = this
                        2 None -> name
                    ask day: number 1 ... 31
                        | Which day?
                    ask name: text 3 ... 20
                        | Your name?
                        7 Day {day} -> busy when day is set and day > 3
                        8 Other -> busy when not day is set
                        9 Month -> busy when month is set
                    end
                        | {name}

                screen busy
                    | Busy.
                    end

                """
        #expect(Self.ids(text).isEmpty)
        let without = text.replacing("when day is set and day > 3", with: "when day > 3")
        #expect(Self.ids(without) == ["menu.not-set-yet", "menu.not-set-yet"])
    }

    /// The flow asks for the secret and pays; `between` stands after the question.
    private static func paying(_ between: String, arm: String = "pin") -> String {
        money + """
            flow go
                ask number: msisdn
                    | Who?
                call payee = money.payee(number)
                    not_found -> number
                    is_self -> number
                ask amount: money 1.00 ... 50.00
                    | How much?
                call quote = money.quote("send", payee, amount)
                    refused -> busy
                ask pin: secret
                    | Send {quote.amount} to {payee.name}, fee {quote.fee}. PIN?
            \(between)
                call receipt = money.send(quote, pin)
                    wrong_pin -> \(arm)
                    locked -> busy
                    refused -> busy
                end
                    | Ref {receipt.id}

            screen busy
                | Busy.
                end

            """
    }

    @Test func aSecretStaysFreshPastWhatIsNotPaidFor() {
        #expect(Self.ids(Self.paying("")).isEmpty)
        #expect(Self.ids(Self.paying("", arm: "amount")).isEmpty)
        #expect(Self.ids(Self.paying("    call money.note(\"hello\")")).isEmpty)
    }

    @Test func aSecretIsStaleAfterANewQuoteAndAfterPaying() {
        let quote = "    call more = money.quote(\"send\", payee, amount)\n        refused -> busy"
        #expect(Self.ids(Self.paying(quote)) == ["menu.unused-value"])
        let changed = Self.paying(quote).replacing("send(quote, pin)", with: "send(more, pin)")
        #expect(Self.ids(changed) == ["menu.pays-without-secret"])
        let twice = """
                call first = money.send(quote, pin)
                    wrong_pin -> pin
                    locked -> busy
                    refused -> busy
            """
        #expect(Self.ids(Self.paying(twice)) == ["menu.pays-without-secret"])
        let skipped = Self.paying("").replacing(
            "| How much?",
            with: "| How much?\n        7 Again -> pin"
        )
        let unset = Array(repeating: "menu.not-set-yet", count: 3)
        #expect(Self.ids(skipped) == ["menu.key-answers"] + unset)
    }

    @Test func aLoopIsLeftByTheKeysThatLeadSomewhere() {
        let loop = """

            dial *789# -> home

            screen home
                | Welcome.
                1 Play -> ping

            screen ping
                | Ping
                1 On -> pong

            screen pong
                | Pong
                1 On -> ping

            """
        #expect(Self.ids("menu m\n" + loop).isEmpty)
        #expect(Self.ids("menu m\n    keys 0 back\n" + loop).isEmpty)
        #expect(Self.ids("menu m\n    keys 98 more\n" + loop) == ["menu.no-way-out"])
        let sent = loop.replacing("dial *789# -> home", with: "sms GO -> ping")
            .replacing("screen home\n    | Welcome.\n    1 Play -> ping\n", with: "")
        #expect(Self.ids("menu m\n" + sent) == ["menu.no-way-out"])
    }

    @Test func aFirstScreenWithNothingButBackIsATrap() {
        let text = """
            menu m

            dial *789# -> home

            screen home
                | Welcome.
                0 Back -> back

            """
        #expect(Self.ids(text) == ["menu.no-way-out"])
        let option = text.replacing("0 Back -> back", with: "0 Back -> back\n    1 Again -> home")
        #expect(Self.ids(option) == ["menu.no-way-out"])
    }

    @Test func resumeAndContinueBelongToTheScreenThatAsks() throws {
        let text = """
            menu m
                resume 600 unfinished

            dial *789# -> home

            screen unfinished
                | You were not done.
                1 Go on -> resume
                2 Start again -> continue

            screen home
                | Welcome.
                end

            """
        let program = try #require(FindingTests.compile(text).program)
        let resume = try #require(program.resume)
        #expect(resume.seconds == 600)
        #expect(program.states[Int(resume.ask)].name == "unfinished")
        var dialogue = Dialogue(program: program)
        let code = try #require(ServiceCode("*789#"))
        let match = try #require(program.match(dialled: code))
        _ = dialogue.handle(.begin(match, asksToResume: true))
        #expect(dialogue.stateName == "unfinished")
        #expect(dialogue.handle(.input("1")) == .resume)
    }

    @Test func homeIsWhereTheShortestStringLeads() throws {
        let text = """
            menu m

            dial *384*77# -> home
            dial *384*77*1*{a: money}# -> pay
            dial *384*77*1# -> more

            screen home
                | Home
                end

            screen more
                | More
                end

            screen pay(a: money)
                | {a}
                00 Home -> home

            """
        let program = try #require(FindingTests.compile(text).program)
        #expect(
            program.dialRoutes.map { $0.home == program.dialRoutes[0].jump } == [true, true, true]
        )
    }
}

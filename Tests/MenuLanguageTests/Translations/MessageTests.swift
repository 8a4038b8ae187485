// SPDX-License-Identifier: Apache-2.0
import SourceText
import Testing

@testable import MenuLanguage

/// The texts of a menu as translators get them.
struct MessageTests {
    @Test func everyTextHasAStableName() {
        let messages = Market.compile().messages
        #expect(
            messages.map(\.context) == [
                "#wrong", "#more", "#below", "#above", "#otherwise.unavailable", "home", "home#1",
                "home#2", "home#3", "home#4", "count.days", "count.end", "last.history#none",
                "payments",
                "payments#each", "told", "bye",
            ]
        )
        #expect(Set(messages.map(\.context)).count == messages.count)
    }

    @Test func formsOfANumberAreTheFirstAndTheLast() throws {
        let end = try #require(Market.compile().messages.first { $0.context == "count.end" })
        #expect(end.source == "{days} day is left.\nBye.")
        #expect(end.plural == "{days} days are left.\nBye.")
        let home = try #require(Market.compile().messages.first { $0.context == "home" })
        #expect(home.plural == nil)
    }

    @Test func rangesAreWhereTheTextIsWritten() throws {
        let compilation = Market.compile()
        for message in compilation.messages where !message.context.hasPrefix("#") {
            let written = try #require(compilation.sources.text(in: message.range))
            let first = try #require(message.source.split(separator: "\n").first)
            if message.plural == nil { #expect(written.hasPrefix(first)) }
        }
    }

    @Test func translatorsSeeTheScreenAndItsRoom() throws {
        let messages = FindingTests.compile(
            """
            menu m
                services money
                me money.me
                otherwise
                    unavailable -> home
                    unsure -> home
                    unregistered -> home

            dial *789# -> home

            screen home
                | You have {me.balance}.
                1  Again -> home
                2  Bye -> bye

            screen bye
                | Bye {{}}.
                end

            """
        ).messages
        let home = try #require(messages.first { $0.context == "home" })
        #expect(
            home.comments == [
                "You have KES 9,999,999.99.", "1 Again", "2 Bye",
                "at most 182 septets, 80 used", "{me.balance}: at most 16 septets",
            ]
        )
        let option = try #require(messages.first { $0.context == "home#1" })
        #expect(option.comments == ["on the screen `home`, which leaves 102 septets"])
        let bye = try #require(messages.first { $0.context == "bye" })
        #expect(bye.source == "Bye {{}}.")
    }

    @Test func casesAndLaterBlocksHaveNames() {
        let messages = FindingTests.compile(
            """
            menu m
                services money
                me money.me
                wrong | Not so.
                otherwise
                    unavailable -> home
                    unsure -> home
                    unregistered -> home
                    refused as why -> told(why)

            dial *789# -> home

            flow home
                ask amount: money 1.00 ... me.sendable
                    | How much?
                    below | Too little.
                call quote = money.quote("send", amount, amount)
                end
                    | Done.

            screen told(why: refusal)
                | First.
                case why.reason
                    insufficient_funds | Not enough.
                    below_minimum | Too little.
                    day_limit | Enough for today.
                | Last.
                1 One -> home
                3 Three -> home
                wrong | Type 1 or 3.

            """
        ).messages
        #expect(
            messages.map(\.context) == [
                "#above", "#wrong", "home.amount", "home.amount#below", "home.end", "told",
                "told#why.reason=insufficient_funds",
                "told#why.reason=below_minimum", "told#why.reason=day_limit", "told#text-3",
                "told#1", "told#3", "told#wrong",
            ]
        )
    }
}

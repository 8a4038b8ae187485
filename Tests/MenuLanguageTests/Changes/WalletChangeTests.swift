// SPDX-License-Identifier: Apache-2.0
import SourceText
import Testing

@testable import MenuLanguage

/// Edits of a menu that calls services, and the sentences that they are told in.
struct WalletChangeTests {
    @Test(arguments: [
        (
            "is_self     -> recipient   | You cannot send to yourself.",
            "is_self     -> invite(recipient)",
            [
                "The outcome `is_self` of `money.payee` led to `recipient`, leads to "
                    + "`invite(recipient)`.",
                "Said at `is_self` of `money.payee`: [-You cannot send to yourself.-]",
            ]
        ),
        (
            "money.quote(\"send\", payee, amount)", "money.quote(\"withdraw\", payee, amount)",
            [
                "`money.quote` was called with (\"send\", payee, amount), is called with "
                    + "(\"withdraw\", payee, amount)."
            ]
        ),
        (
            "below_minimum       | The least is {why.limit}.",
            "below_minimum       | Send {why.limit} or more.",
            [
                "Text for `why.reason: below_minimum`: [-The least is {why.limit}.-]"
                    + "{+Send {why.limit} or more.+}"
            ]
        ),
        ("refused as why      -> explain(why)", "refused as it  -> explain(it)", []),
        ("        locked as until     -> locked(until)\n", "", ["The outcome `locked`"]),
    ])
    func callsAndOutcomesAreTold(_ text: String, _ other: String, _ told: [String]) throws {
        try #require(Example.send.contains(text))
        let new = Example.compile(
            Example.main,
            ["send.menu": Example.send.replacing(text, with: other)]
        )
        let changes = try #require(MenuChanges.between(Example.compile(), new))
        let sentences = changes.groups.flatMap(\.changes).filter { $0.kind != .size }
            .map(\.sentence)
        #expect(sentences.count == told.count, "\(sentences)")
        for (sentence, words) in zip(sentences, told) {
            #expect(sentence.hasPrefix(words), "\(sentence)")
        }
    }

    @Test(arguments: [
        (
            "when me.level > 0", "when me.level > 1",
            "Option 3 \"Save\" was shown when `me.level > 0`, is shown when `me.level > 1`."
        ),
        (
            "   when me.level > 0", "",
            "Option 3 \"Save\" was shown when `me.level > 0`, is shown always."
        ),
        (
            "| {p.title} {p.amount} -> detail(p)", "| {p.amount} {p.title} -> detail(p)",
            "Line of the list: [-{p.title}-] {p.amount} {+{p.title}+}"
        ),
        (
            "| {p.title} {p.amount} -> detail(p)", "| {p.title} {p.amount}",
            "An item of the list led to `detail(p)`, cannot be chosen."
        ),
        (
            "each p in history.payments | {p.title} {p.amount} -> detail(p)",
            "each q in history.payments | {q.title} {q.amount} -> detail(q)", ""
        ),
        (
            "unavailable   -> busy", "unavailable   -> unsure",
            "The outcome `unavailable` of any call led to `busy`, leads to `unsure`."
        ),
        ("me        money.me", "", "The setting `me` was `money.me`, is not set."),
    ])
    func listsAndConditionsAreTold(_ text: String, _ other: String, _ told: String) throws {
        try #require(Example.main.contains(text))
        let new = Example.compile(Example.main.replacing(text, with: other))
        let changes = try #require(MenuChanges.between(Example.compile(), new))
        let sentences = changes.groups.flatMap(\.changes).filter { $0.kind != .size }
            .map(\.sentence)
        #expect(sentences.joined(separator: " / ") == told)
    }
}

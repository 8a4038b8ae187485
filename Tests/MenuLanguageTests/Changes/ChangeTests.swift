// SPDX-License-Identifier: Apache-2.0
import SourceText
import Testing

@testable import MenuLanguage

/// An edit of a menu and the sentences that it is told in.
struct ChangeTests {
    /// An edit: text of the example, and what is written in its place.
    struct Edit: Sendable, CustomTestStringConvertible {
        var changes: [(String, String)]
        /// `TITLE | PLACE | SENTENCE`, in order.
        var told: [String]

        init(_ text: String, _ other: String, _ told: [String]) {
            changes = [(text, other)]
            self.told = told
        }

        init(_ changes: [(String, String)], _ told: [String]) {
            self.changes = changes
            self.told = told
        }

        var testDescription: String { changes.map { "\($0) → \($1)" }.joined(separator: "; ") }
    }

    static let screens = [
        Edit(
            "1  See a nurse    -> book",
            "4  See a nurse    -> book",
            [
                #"Screen clinic | clinic | "See a nurse" was 1, is 4."#,
                #"Shortcuts |  | `*101*1#` is no longer the same as pressing 1."#,
            ]
        ),
        Edit(
            "2  Opening hours  -> hours",
            "2  Opening hours  -> place",
            [
                "Screen clinic | clinic | Option 2 \"Opening hours\" leads to `place`; before, it "
                    + "led to `hours`."
            ]
        ),
        Edit(
            "2  Opening hours  -> hours",
            "2  When we are open  -> hours",
            [
                "Screen clinic | clinic | Option 2 says: [-Opening hours-]{+When we are open+}"
            ]
        ),
        Edit(
            "3  The way        -> place",
            "3  The way        -> place\n    7  Prices  -> prices\n\nscreen prices\n    | Free."
                + "\n    0  Back  -> back",
            [
                #"Screen clinic | clinic | New option 7 "Prices", which leads to `prices`."#,
                "Screen prices | prices | New screen, 1 option.",
            ]
        ),
        Edit(
            "    3  The way        -> place\n",
            "",
            [#"Screen clinic | clinic | The option 3 "The way" is gone."#]
        ),
        Edit(
            "| Kijani clinic",
            "| Kijani health clinic",
            ["Screen clinic | clinic | Text: Kijani {+health+} clinic"]
        ),
        Edit(
            "| Monday to Friday, 8 to 5.",
            "| Monday to Friday, 8 to 6.\n    | Closed on holidays.",
            [
                "Screen hours | hours | Text: [-Monday to Friday, 8 to 5.-]",
                "Screen hours | hours | Text: {+Monday to Friday, 8 to 6.+}",
                "Screen hours | hours | Text: {+Closed on holidays.+}",
            ]
        ),
        Edit(
            "    1  See a nurse    -> book\n    2  Opening hours  -> hours\n",
            "    2  Opening hours  -> hours\n    1  See a nurse    -> book\n",
            [
                "Screen clinic | clinic | The options stand in another order: \"Opening hours\", "
                    + "\"See a nurse\", \"The way\"."
            ]
        ),
        Edit(
            [("screen place", "screen map"), ("-> place", "-> map")],
            ["Screen map | map | The screen was called `place`."]
        ),
        Edit(
            [("screen clinic", "screen start"), ("-> clinic", "-> start")],
            ["Screen start | start | The screen was called `clinic`."]
        ),
        Edit(
            "| Bring your card.\n    end",
            "| Bring your card.\n    1  Again  -> book",
            [
                #"Screen booked | booked | New option 1 "Again", which leads to `book`."#,
                "Screen booked | booked | The session goes on here now.",
            ]
        ),
    ]

    static let flows = [
        Edit(
            "number 1 ... 31",
            "number 1 ... 28",
            ["Flow book | book.day | The most was `31`, is `28`."]
        ),
        Edit(
            "ask day: number 1 ... 31\n        | Which day?\n        wrong  | Type 1 to 31.\n",
            "ask day: text 3 ... 9\n        | Which day?\n        wrong  | Type 1 to 31.\n",
            [
                "Flow book | book.day | It asked for `number`, and asks for `text`.",
                "Flow book | book.day | The least was `1`, is `3`.",
                "Flow book | book.day | The most was `31`, is `9`.",
            ]
        ),
        Edit(
            "wrong  | Type 1 to 31.",
            "wrong  | Type a day, 1 to 31.",
            ["Flow book | book.day | Said when an answer is wrong: Type {+a day,+} 1 to 31."]
        ),
        Edit(
            "    -> booked(day, part)",
            "    ask name: text 3 ... 20\n        | Your name?\n    -> booked(day, part)",
            ["Flow book | book.name | New question `name` for `text`, after `part`."]
        ),
        Edit(
            [
                ("ask part: text 3 ... 9", "ask half: text 3 ... 9"),
                ("booked(day, part)", "booked(day, half)"),
                ("{part: text}", "{half: text}"),
            ],
            [
                "Flow book | book.half | The question was called `part`.",
                "Shortcuts |  | `*101*2*{day: number}*{part: text}#` is now "
                    + "`*101*2*{day: number}*{half: text}#`.",
            ]
        ),
        Edit(
            "-> booked(day, part)",
            "-> hours",
            [
                "Flow book | book.go | At its end the flow led to `booked(day, part)`, leads to "
                    + "`hours`."
            ]
        ),
        Edit(
            "screen booked(day: number, part: text 9)",
            "screen booked(day: number, part: text 12)",
            [
                "Screen booked | booked | It was handed `day: number` and `part: text 9`, and is "
                    + "handed `day: number` and `part: text 12`."
            ]
        ),
    ]

    static let orders = [
        Edit(
            [
                (
                    "    ask day: number 1 ... 31\n        | Which day?\n"
                        + "        wrong  | Type 1 to 31.\n",
                    ""
                ),
                (
                    "        | Morning or afternoon?\n",
                    "        | Morning or afternoon?\n    ask day: number 1 ... 31\n"
                        + "        | Which day?\n        wrong  | Type 1 to 31.\n"
                ),
            ],
            [
                "Flow book | book | The questions were `day` and `part`, and are `part` and `day` "
                    + "now."
            ]
        ),
        Edit(
            "    ask part: text 3 ... 9\n        | Morning or afternoon?\n",
            "    ask part: choice\n        | Morning or afternoon?\n        1  Morning  = morning\n"
                + "        2  Afternoon  = later\n",
            [
                "Flow book | book.part | It asked for `text`, and asks for `choice`.",
                "Flow book | book.part | The least was `3`, is not bound.",
                "Flow book | book.part | The most was `9`, is not bound.",
                #"Flow book | book.part | New option 1 "Morning", which answers `morning`."#,
                #"Flow book | book.part | New option 2 "Afternoon", which answers `later`."#,
            ]
        ),
    ]

    static let others = [
        Edit("text  en", "text  sw", ["Menu |  | The language was `en`, is `sw`."]),
        Edit(
            "    text  en\n",
            "    text  en\n    network  ke-at\n    keys  9 back, 00 home\n",
            [
                "Menu |  | The setting `keys` was not set, is `9 back, 00 home`.",
                "Menu |  | The network was not set, is `ke-at`.",
            ]
        ),
        Edit(
            "wrong  | {typed} is not there.",
            "wrong  | {typed}? Choose again.",
            [
                "Menu |  | Said to a key that is not on the list: [-{typed} is not there.-]"
                    + "{+{typed}? Choose again.+}"
            ]
        ),
        Edit(
            "dial *101*1#  -> book",
            "dial *101*1#  -> hours",
            [
                "Shortcuts |  | `*101*1#` led to `book`, leads to `hours`.",
                "Shortcuts |  | `*101*1#` is no longer the same as pressing 1.",
            ]
        ),
        Edit(
            "dial *101*1#  -> book\n",
            "sms  BOOK     -> book\n",
            [
                "Shortcuts |  | New: `sms BOOK -> book`.",
                "Shortcuts |  | Gone: `dial *101*1# -> book`.",
            ]
        ),
    ]

    @Test(arguments: screens + flows + orders + others) func anEditIsToldAs(_ edit: Edit) throws {
        let changes = try Self.changes(edit.changes)
        let told = changes.groups.flatMap { group in
            group.changes.filter { $0.kind != .size }
                .map { "\(group.title) | \($0.place) | \($0.sentence)" }
        }
        #expect(told == edit.told)
    }

    @Test(arguments: [
        [("Kijani", "Kijani")],
        [("# A clinic.", "# Another comment.")],
        [("1  See a nurse    -> book", "1 See a nurse -> book")],
        [("    ask day", "    # asks\n    ask day")],
        [("number 1 ... 31", "number   1   ...   31")],
        [("booked(day, part)", "booked( day,part )")],
    ])
    func howItIsWrittenIsNoChange(_ changes: [(String, String)]) throws {
        #expect(try Self.changes(changes).isEmpty)
    }

    @Test func sayWhereWaitingSessionsWouldGo() throws {
        let changes = try Self.changes([
            ("1  See a nurse    -> book", "4  See a nurse    -> book"),
            ("    3  The way        -> place\n", "    3  The way        -> hours\n"),
            ("    ask part: text 3 ... 9\n        | Morning or afternoon?\n", ""),
            ("booked(day, part)", "booked(day, \"any\")"),
            ("*2*{day: number}*{part: text}#", "*2*{day: number}#"),
            ("number 1 ... 31", "number 1 ... 28"),
        ])
        let told = changes.sessions.flatMap { place in
            place.sentences.map { "\(place.place): \($0)" }
        }
        #expect(
            told == [
                "clinic: 1 is not on the list; before, it led to `book`.",
                "clinic: 3 leads to `hours`; before, it led to `place`.",
                "clinic: 4 leads to `book`; before, it was not on the list.",
                "book.day: Answers were `number 1 ... 31`, are `number 1 ... 28`.",
                "book.day: An answer led on to `part`, leads to `booked(day, \"any\")`.",
                "book.part: It is gone: who dials anew does not come here.",
            ]
        )
    }

    @Test func sizesAreCompared() throws {
        let changes = try Self.changes([("| Kijani clinic", "| Kijani clinic, Kijani")])
        let sizes = changes.groups.flatMap(\.changes).filter { $0.kind == .size }
        #expect(
            sizes.map(\.sentence) == ["Its longest form was 84, is 92 of 182 septets."]
        )
    }

    @Test func bothWaysAreTold() throws {
        let (old, new) = try Self.compile([("| Kijani clinic", "| Kijani")])
        let there = try #require(MenuChanges.between(old, new))
        let back = try #require(MenuChanges.between(new, old))
        #expect(there.groups.count == 1)
        #expect(back.groups.count == 1)
        #expect(try #require(MenuChanges.between(new, new)).isEmpty)
    }

    @Test func aFileThatCannotBeReadIsNotCompared() throws {
        let (old, new) = try Self.compile([("screen hours", "scren hours:")])
        #expect(MenuChanges.between(old, new) == nil)
    }

    private static func changes(_ changes: [(String, String)]) throws -> MenuChanges {
        let (old, new) = try compile(changes)
        return try #require(MenuChanges.between(old, new))
    }

    private static func compile(
        _ changes: [(String, String)]
    ) throws -> (old: MenuCompilation, new: MenuCompilation) {
        var text = menu
        for (old, new) in changes {
            try #require(text.contains(old), "\(old)")
            text = text.replacing(old, with: new)
        }
        return (FindingTests.compile(menu), FindingTests.compile(text))
    }

    private static let menu = """
        # A clinic.
        menu clinic
            text  en
            wrong  | {typed} is not there.

        dial *101#    -> clinic
        dial *101*1#  -> book
        dial *101*2*{day: number}*{part: text}#  -> book

        screen clinic
            | Kijani clinic
            1  See a nurse    -> book
            2  Opening hours  -> hours
            3  The way        -> place

        screen hours
            | Monday to Friday, 8 to 5.
            0  Back  -> back

        screen place
            | By the old mango tree.
            0  Back  -> back

        flow book
            ask day: number 1 ... 31
                | Which day?
                wrong  | Type 1 to 31.
            ask part: text 3 ... 9
                | Morning or afternoon?
            -> booked(day, part)

        screen booked(day: number, part: text 9)
            | Day {day}, {part}.
            | Bring your card.
            end

        """
}

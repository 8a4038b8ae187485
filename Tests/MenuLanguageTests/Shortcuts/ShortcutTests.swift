// SPDX-License-Identifier: Apache-2.0
import SourceText
import Testing

@testable import MenuLanguage

/// A menu whose shortcuts are locked, and what is said when it is changed.
struct ShortcutTests {
    private static let menu = """
        menu clinic

        dial *101#                             -> clinic
        dial *101*1#                           -> book
        dial *101*2*{day: number}*{part: text}#  -> book
        sms  HOURS                             -> hours
        sms  BOOK {day: number} [IN] {part: text}  -> book
        sms  *                                 -> hours

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
            ask part: text 3 ... 9
                | Morning or afternoon?
            -> booked(day, part)

        screen booked(day: number, part: text 9)
            | Day {day}, {part}.
            end

        """

    private static let lock = """
        # What each string to dial and each SMS command means to the people who learnt it.
        #
        # `stardial check` holds the menus beside this file to it. When a meaning changes on
        # purpose, `stardial check --lock` writes the file anew; keep it with the menus.

        menu clinic
            dial *101# -> clinic
            dial *101*1# -> book = *101# 1
            dial *101*2*{day: number}*{part: text}# -> book
            sms * -> hours
            sms BOOK {day: number} [IN] {part: text} -> book
            sms HOURS -> hours

        """

    private static func compile(_ menu: String, lock: String? = lock) -> MenuCompilation {
        MenuCompiler.compile(
            main: SourceFile(path: "menus/clinic.menu", text: menu),
            contracts: [],
            read: { path in
                guard let lock, path == "menus/shortcuts.lock" else { return .failure(.notFound) }
                return .success(lock)
            }
        )
    }

    /// What a change of the menu is answered with; nothing for a change that people do not notice.
    struct Change: Sendable, CustomTestStringConvertible {
        var text: String
        var other: String
        var ids: [String]
        var words = ""

        var testDescription: String { "\(text) → \(other)" }
    }

    static let changes = [
        Change(text: "HOURS  ", other: "hours", ids: []),
        Change(text: "Kijani clinic", other: "Kijani health centre", ids: []),
        Change(text: "1 ... 31", other: "1 ... 28", ids: []),
        Change(
            text: "dial *101#                             -> clinic",
            other: "dial *101#->clinic",
            ids: []
        ),
        Change(
            text: "*101*1#                           -> book",
            other: "*101*1# -> hours",
            ids: ["menu.shortcut-retargeted"],
            words: "People know `*101*1#` as the way to `book`, and now it leads to `hours`."
        ),
        Change(
            text: "sms  HOURS                             -> hours\n",
            other: "",
            ids: ["menu.shortcut-removed"],
            words: "`sms HOURS -> hours`"
        ),
        Change(
            text: "sms  HOURS                             -> hours\n",
            other: "sms OPEN -> hours\n",
            ids: ["menu.shortcut-removed", "menu.shortcut-unlocked"]
        ),
        Change(
            text: "*2*{day: number}*{part: text}#",
            other: "*2*{part: text}*{day: number}#",
            ids: ["menu.shortcut-arguments"],
            words: "and now it takes `*101*2*{part: text}*{day: number}#`"
        ),
        Change(
            text: "*2*{day: number}*{part: text}#",
            other: "*2*{day: number}#",
            ids: ["menu.shortcut-arguments"]
        ),
        Change(text: "[IN] ", other: "", ids: ["menu.shortcut-arguments"]),
        Change(
            text: "1  See a nurse    -> book",
            other: "4  See a nurse    -> book",
            ids: ["menu.numbering-gap", "menu.shortcut-keys"]
        ),
        Change(
            text: "sms  *",
            other: "sms  BOOK TODAY {part: text} -> booked_today\nsms  *",
            ids: ["menu.unknown-target"]
        ),
        Change(
            text: "sms  *",
            other: "sms  BOOK 5 {part: text} -> hours\nsms  *",
            ids: ["menu.unknown-argument"]
        ),
        Change(
            text: "sms  *",
            other: "sms  BOOK 5 TODAY -> hours\nsms  *",
            ids: ["menu.shortcut-shadowed"],
            words: "The new `BOOK 5 TODAY` takes"
        ),
        Change(
            text: "sms  *",
            other: "sms  BOOK TODAY -> hours\nsms  *",
            ids: ["menu.shortcut-unlocked"]
        ),
        Change(
            text: "sms  *",
            other: "dial *101*2*7*123# -> hours\nsms  *",
            ids: ["menu.shortcut-shadowed"]
        ),
        Change(
            text: "sms  *",
            other: "dial *101*3# -> place\ndial *101*4# -> hours\nsms  *",
            ids: ["menu.shortcut-unlocked"],
            words: "2 new shortcuts are not in the lock yet."
        ),
        Change(
            text: "-> booked(day, part)",
            other: "-> bocked(day, part)",
            ids: ["menu.unknown-target"]
        ),
        Change(
            text: "| Which day?",
            other: "Which day?",
            ids: ["menu.missing-text", "menu.unknown-keyword"]
        ),
        Change(text: "menu clinic", other: "menu surgery", ids: ["menu.shortcut-unlocked"]),
    ]

    @Test(arguments: changes) func aChangeIsAnsweredWith(_ change: Change) throws {
        try #require(Self.menu.contains(change.text))
        let found = Self.compile(Self.menu.replacing(change.text, with: change.other))
        let text = DiagnosticRenderer().render(found.diagnostics, in: found.sources)
        #expect(found.diagnostics.map(\.id).sorted() == change.ids, "\(text)")
        #expect(change.words.isEmpty || text.contains(change.words), "\(text)")
        #expect((found.program == nil) == found.diagnostics.hasErrors)
        for finding in found.diagnostics
        where finding.id.hasPrefix("menu.shortcut") && finding.severity == .error {
            #expect(finding.range.file == "menus/clinic.menu")
            #expect(finding.notes.contains { $0.range?.file == "menus/shortcuts.lock" })
        }
    }

    @Test func aFlowUnderANewNameIsSaidToBePerhapsTheSame() {
        let menu = Self.menu.replacing("-> book\n", with: "-> visit\n")
            .replacing("flow book\n", with: "flow visit\n")
        let found = Self.compile(menu)
        let text = DiagnosticRenderer().render(found.diagnostics, in: found.sources)
        #expect(Set(found.diagnostics.map(\.id)) == ["menu.shortcut-retargeted"], "\(text)")
        #expect(found.diagnostics.count == 3)
        #expect(text.contains("If `visit` is the same under a new name"), "\(text)")
    }

    @Test func theLockIsWrittenAsItIsRead() throws {
        let shortcuts = Self.compile(Self.menu, lock: nil).shortcuts
        var lock = ShortcutLock()
        lock.set(shortcuts, of: "clinic")
        #expect(lock.text == Self.lock)
        let read = ShortcutLock.read(SourceFile(path: "shortcuts.lock", text: lock.text))
        #expect(read.diagnostics.isEmpty)
        #expect(read.lock == lock)
    }

    @Test func aChangeOfOneShortcutIsAChangeOfOneLine() throws {
        let old = ShortcutLock.read(SourceFile(path: "l", text: Self.lock)).lock
        var new = old
        let menu = Self.menu.replacing(
            "*101*1#                           -> book",
            with: "*101*1# -> hours"
        )
        new.set(Self.compile(menu, lock: nil).shortcuts, of: "clinic")
        #expect(
            old.changes(to: new) == [
                "- dial *101*1# -> book = *101# 1", "+ dial *101*1# -> hours",
            ]
        )
        #expect(old.changes(to: old).isEmpty)
    }

    @Test func withoutALockNothingIsSaid() {
        #expect(Self.compile(Self.menu, lock: nil).diagnostics.isEmpty)
        #expect(Self.compile(Self.menu).diagnostics.isEmpty)
    }

    @Test(arguments: [
        "dial *101# -> clinic", "menu clinic\nDIAL *101# -> clinic", "menu clinic\ndial *101#",
        "menu clinic\ndial *101#clinic", "menu clinic\ndial *101# ->", "menu\n",
        "<<<<<<< ours\nmenu clinic", "menu clinic\nmenu clinic", "menu clinic\nsms [A -> b",
        "menu clinic\ndial *1# -> a = *1# 1 2 3", "\u{0}", "menu a b",
    ])
    func aLockThatCannotBeReadIsAnError(_ text: String) {
        let found = Self.compile(Self.menu, lock: text)
        #expect(found.program == nil)
        #expect(
            found.diagnostics.allSatisfy {
                ["menu.shortcut-lock", "menu.shortcut-lock-twice"].contains($0.id)
                    && $0.range.file == "menus/shortcuts.lock"
            }
        )
        #expect(!found.diagnostics.isEmpty)
    }
}

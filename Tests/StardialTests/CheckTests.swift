// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// `stardial check`, as an author of menus runs it.
@Suite struct CheckTests {
    /// A mistake of an author: where, what stands there, what is written in its place.
    struct Fault {
        var id: String
        var file: String
        var text: String
        var other: String
    }

    static let faults = [
        Fault(
            id: "menu.unknown-field",
            file: "account.menu",
            text: "have {me.balance}\n    | Most",
            other: "have {me.balanse}\n    | Most"
        ),
        Fault(
            id: "menu.unknown-operation",
            file: "account.menu",
            text: "money.last()",
            other: "money.latest()"
        ),
        Fault(
            id: "menu.unknown-outcome",
            file: "account.menu",
            text: "already_registered",
            other: "already_here"
        ),
        Fault(
            id: "menu.case-incomplete",
            file: "mavuno.menu",
            text: "        not_agent            | Only agents can do this.\n",
            other: ""
        ),
        Fault(
            id: "menu.bounds-reversed",
            file: "agent.menu",
            text: "50 ... 250000",
            other: "250000 ... 50"
        ),
        Fault(
            id: "menu.argument-count",
            file: "agent.menu",
            text: #"money.quote("deposit", payee, amount)"#,
            other: #"money.quote("deposit", payee)"#
        ),
        Fault(
            id: "menu.too-long",
            file: "cash.menu",
            text: "screen put_in\n",
            other: "screen put_in\n    | " + String(repeating: "Free, ", count: 30) + "free.\n"
        ),
        Fault(
            id: "menu.unknown-choice",
            file: "mavuno.menu",
            text: "network    standard",
            other: "network    nowhere"
        ),
        Fault(
            id: "menu.unknown-target",
            file: "mavuno.menu",
            text: "-> cash\n",
            other: "-> kash\n"
        ),
        Fault(
            id: "menu.expected-target",
            file: "mavuno.menu",
            text: "-> help_safe",
            other: "- help_safe"
        ),
        Fault(
            id: "menu.unanswered-outcome",
            file: "send.menu",
            text: "        is_self    -> recipient   | You cannot send to yourself.\n",
            other: ""
        ),
    ]

    @Test func countsWhatItProved() async throws {
        let ended = try await BuiltCommand.run(["check", "Menus/mavuno"])
        #expect(ended.status == 0, "\(ended.output)\(ended.errors)")
        let line =
            #/mavuno: (\d+) screens, \d+ languages? \(en.*\), (\d+) texts: every screen fits .+\n/#
        let match = try #require(ended.output.wholeMatch(of: line), "\(ended.output)")
        #expect(try #require(Int(match.1)) >= 20)
        #expect(try #require(Int(match.2)) >= 100)
    }

    @Test func everyBundledMenuIsSound() async throws {
        let ended = try await BuiltCommand.run(["check", "Menus/mavuno", "Menus/tutorial"])
        #expect(ended.status == 0, "\(ended.output)\(ended.errors)")
        #expect(ended.errors.isEmpty)
        #expect(!ended.output.contains("error["))
    }

    @Test func saysEveryFaultAtOnceAndNothingElse() async throws {
        let folder = try TemporaryFolder()
        try folder.copyMenusInOneLanguage()
        for fault in Self.faults {
            try folder.replace(fault.text, with: fault.other, in: "Menus/mavuno/\(fault.file)")
        }
        let ended = try await BuiltCommand.run(["check", "Menus/mavuno"], in: folder.path)
        #expect(ended.status == 1)
        let found = ended.output.matches(of: /error\[([a-z0-9.-]+)\]/).map { String($0.1) }
        #expect(found.sorted() == Self.faults.map(\.id).sorted(), "\(ended.output)")
        for fault in Self.faults { #expect(ended.output.contains("mavuno/\(fault.file):")) }
        #expect(ended.output.contains("\(Self.faults.count) errors in 5 files"))
    }

    @Test(arguments: faults.indices) func saysOneFaultOnce(_ index: Int) async throws {
        let fault = Self.faults[index]
        let folder = try TemporaryFolder()
        try folder.copyMenusInOneLanguage()
        try folder.replace(fault.text, with: fault.other, in: "Menus/mavuno/\(fault.file)")
        let ended = try await BuiltCommand.run(
            ["check", "Menus/mavuno", "--short"],
            in: folder.path
        )
        #expect(ended.status == 1)
        let lines = ended.output.split(separator: "\n")
        #expect(lines.count { $0.contains(": error[\(fault.id)]: ") } == 1, "\(ended.output)")
        #expect(lines.count { $0.contains(": error[") } == 1, "\(ended.output)")
    }

    @Test func writesOneObjectALine() async throws {
        let folder = try TemporaryFolder()
        try folder.copyMenusInOneLanguage()
        for fault in Self.faults {
            try folder.replace(fault.text, with: fault.other, in: "Menus/mavuno/\(fault.file)")
        }
        let ended = try await BuiltCommand.run(
            ["check", "Menus/mavuno", "--json"],
            in: folder.path
        )
        #expect(ended.status == 1)
        let lines = ended.output.split(separator: "\n")
        #expect(lines.count == Self.faults.count)
        for line in lines {
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
            #expect(object is [String: Any])
        }
    }

    @Test func soundMenusHaveNoObjects() async throws {
        let ended = try await BuiltCommand.run(["check", "Menus/mavuno", "--json"])
        #expect(ended.status == 0)
        #expect(ended.output.isEmpty)
    }

    @Test(arguments: ["Menus/nowhere", "Menus/mavuno/nothing.menu", "Sources"])
    func unreadablePathIsThree(_ path: String) async throws {
        let ended = try await BuiltCommand.run(["check", path])
        #expect(ended.status == 3)
        #expect(ended.errors.contains(path))
    }

    @Test func textThatIsNoUTF8IsThree() async throws {
        let folder = try TemporaryFolder()
        try folder.write(Data([0x6D, 0xFF, 0xFE, 0x0A]), to: "broken.menu")
        let ended = try await BuiltCommand.run(["check", "broken.menu"], in: folder.path)
        #expect(ended.status == 3)
        #expect(ended.errors.contains("broken.menu is not UTF-8 text"))
    }

    @Test func findingIsAsItWasRead() async throws {
        let folder = try TemporaryFolder()
        try folder.write(
            """
            # Market days.
            menu market
                text  en

            dial *100#  -> market

            screen market
                | Market day is Saturday.
                1  When?   -> hours
                2  Where?  -> palce

            screen hours
                | From 6 to noon.
                0  Back  -> back

            screen place
                | By the old mango tree.
                0  Back  -> back

            """,
            to: "market.menu"
        )
        let ended = try await BuiltCommand.run(["check", "market.menu"], in: folder.path)
        #expect(ended.status == 1)
        try Golden.expect(ended.output + ended.errors, is: "check-unknown-target")
    }
}

// SPDX-License-Identifier: Apache-2.0
import SourceText
import Testing

@testable import MenuLanguage

/// What names stand for, where they are used, and how they change.
struct NameTests {
    static let uses: [(line: String, places: [String])] = [
        ("screen ho‸me", ["main.menu:11", "main.menu:15!"]),
        ("screen inv‸ite(", ["send.menu:7", "send.menu:33!"]),
        (
            "ask recip‸ient",
            ["main.menu:12", "send.menu:2!", "send.menu:6", "send.menu:7", "send.menu:8"]
        ),
        ("call qu‸ote", ["send.menu:16!", "send.menu:21", "send.menu:21", "send.menu:24"]),
        ("locked as unt‸il", ["send.menu:26!", "send.menu:26"]),
        ("screen locked(un‸til", ["send.menu:37!", "send.menu:38"]),
        ("each ‸p in", ["main.menu:53!", "main.menu:53", "main.menu:53", "main.menu:53"]),
        ("include   send‸.menu", ["main.menu:5"]),
        ("-> ho‸me\n\nscreen busy", ["main.menu:28", "send.menu:47"]),
        ("{me.bal‸ance}\n    1", ["main.menu:16", "main.menu:22"]),
    ]

    @Test(arguments: uses)
    func aNameIsFoundWhereverItIsWritten(_ line: String, _ places: [String]) throws {
        let old = line.replacing(Desk.cursor, with: "")
        let desk = try Desk(line, for: old.contains("\n\nscreen busy") ? nil : old)
        #expect(desk.uses == places)
    }

    @Test func everyOccurrenceIsTheNameItself() throws {
        let analysis = try Desk("screen ‸home").analysis
        for name in analysis.occurrences where name.symbol.kind != .operation {
            let text = analysis.compilation.sources.text(in: name.range) ?? ""
            #expect(String(text) == name.symbol.name)
        }
    }

    /// A new name changes every place, and the menu compiles as before; the old one comes back.
    @Test(arguments: [
        "screen ‸invite", "flow ‸send", "ask ‸recipient", "call ‸payee", "locked as ‸until",
        "screen locked(‸until", "each ‸p in", "flow ‸last", "call ‸history", "screen ‸home",
    ])
    func renamingKeepsTheMenuWhole(_ line: String) throws {
        let texts = try Desk(line).renamed("novel_9").get()
        let others = ["send.menu": texts["send.menu"] ?? ""]
        let compilation = Example.compile(texts["main.menu"] ?? "", others)
        #expect(compilation.diagnostics.isEmpty)
        #expect(texts.values.contains { $0.contains("novel_9") })
        #expect(texts != ["main.menu": Example.main, "send.menu": Example.send])
    }

    static let refused: [(line: String, name: String, reason: String)] = [
        ("screen ‸invite", "explain", "`explain` is taken by a screen. Nothing was changed."),
        ("screen ‸invite", "back", "`back` is a word of the language"),
        ("screen ‸invite", "9a", "`9a` is not a name"),
        ("screen ‸invite", "a b", "`a b` is not a name"),
        ("screen ‸invite", "", "`` is not a name"),
        ("screen ‸invite", "pin", "`pin` is taken by a question of `send`."),
        ("ask ‸recipient", "payee", "`payee` is taken by a result of `send`."),
        ("ask ‸recipient", "why", "`why` is taken by a binding of `send`."),
        ("ask ‸recipient", "invite", "`invite` is taken by a screen."),
        ("ask ‸recipient", "me", "`me` is a word of the language"),
        ("locked as ‸until", "quote", "`quote` is taken by a result of `send`."),
        ("{me.‸balance}\n    1", "rest", "`balance` is not a name of this menu"),
        ("| Your ‸last", "rest", "There is no name here."),
    ]

    @Test(arguments: refused)
    func whatWouldClashIsRefused(_ line: String, _ name: String, _ reason: String) throws {
        guard case .failure(let error) = try Desk(line).renamed(name) else {
            Issue.record("\(line) became \(name)")
            return
        }
        #expect(error.reason.hasPrefix(reason), "\(error.reason)")
    }

    @Test func anOutlineHasEverythingOfAFile() throws {
        let outline = try Desk("flow ‸send").analysis.outline(of: "send.menu")
        #expect(outline.map(\.name) == ["send", "invite", "locked", "explain"])
        let steps = outline[0].children.map { "\($0.kind.rawValue) \($0.name) \($0.detail)" }
        #expect(
            steps == [
                "question recipient msisdn", "result payee money.payee", "question amount money",
                "result quote money.quote", "question pin secret", "result receipt money.send",
            ]
        )
        let file = SourceFile(path: "send.menu", text: Example.send)
        #expect(file.text(in: outline[1].block).hasPrefix("screen invite(number: msisdn)\n"))
        #expect(file.text(in: outline[1].block).hasSuffix("0 Back -> back"))
    }

    @Test func blocksAndRunsOfCommentsFold() {
        let text =
            "# a\n# b\nscreen x\n    | y\n\n    1 z -> x\n\n# c\nflow f\n    end\n        | q"
        let folds = MenuAnalysis.folds(of: SourceFile(path: "a.menu", text: text))
        let lines = folds.map { "\($0.lines.lowerBound)-\($0.lines.upperBound)" }
        #expect(lines == ["1-2", "3-6", "9-11", "10-11"])
        #expect(folds.map(\.isComment) == [true, false, false, false])
    }

    @Test func coloursFollowEachOther() throws {
        let analysis = try Desk("screen ‸home").analysis
        for file in analysis.compilation.sources.files {
            let colours = analysis.colours(of: file.path)
            #expect(!colours.isEmpty)
            for (left, right) in zip(colours, colours.dropFirst()) {
                #expect(left.range.upper <= right.range.lower)
            }
            #expect(colours.allSatisfy { !file.text(in: $0.range).contains("\n") })
        }
        let home = analysis.colours(of: "main.menu").first { $0.kind == .place && $0.isDeclaration }
        #expect(
            home.map { String(analysis.compilation.sources.text(in: $0.range) ?? "") } == "mavuno"
        )
    }
}

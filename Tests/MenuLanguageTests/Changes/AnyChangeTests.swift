// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText
import Testing

@testable import MenuLanguage

/// What holds of any two versions of a menu, and of any lock.
struct AnyChangeTests {
    @Test func aMenuDoesNotDifferFromItselfHoweverItIsLaidOut() throws {
        var compared = 0
        for text in try Menus.everything() {
            let formatted = MenuFormatter.format(SourceFile(path: "main.menu", text: text)).text
            let (one, two) = (Self.read(text), Self.read(formatted))
            guard let changes = MenuChanges.between(one, two) else { continue }
            #expect(changes.isEmpty, "\(changes)\n\(text)")
            compared += 1
        }
        #expect(compared > 60)
    }

    /// A menu that is read and not checked.
    private static func read(_ text: String) -> MenuCompilation {
        let file = SourceFile(path: "main.menu", text: text)
        return MenuCompilation(program: nil, diagnostics: [], sources: [file], proof: nil)
    }

    /// Whatever changes the program is told, and can be told both ways.
    @Test(arguments: 0..<10)
    func whatChangesTheProgramIsTold(_ seed: Int) throws {
        var lottery = Lottery(seed: UInt64(seed))
        let old = Example.compile()
        for _ in 0..<15 {
            let main = Self.edited(Example.main, &lottery)
            let send = Self.edited(Example.send, &lottery)
            let new = Example.compile(main, ["send.menu": send])
            guard let there = MenuChanges.between(old, new) else { continue }
            let back = try #require(MenuChanges.between(new, old))
            #expect(there.isEmpty == back.isEmpty, "\(there)\n\(back)")
            guard there.isEmpty, let before = old.program, let after = new.program else { continue }
            #expect(before.states.map(\.kind) == after.states.map(\.kind), "\(main)\n\(send)")
            #expect(before.dialRoutes == after.dialRoutes)
            #expect(before.smsRoutes == after.smsRoutes)
            #expect(before.keys == after.keys)
        }
    }

    @Test(arguments: 0..<30)
    func anyLockIsReadOrExplained(_ seed: Int) {
        var lottery = Lottery(seed: UInt64(seed))
        var lock = ShortcutLock()
        lock.set(Example.compile().shortcuts, of: "mavuno")
        for _ in 0..<50 {
            let file = SourceFile(path: "shortcuts.lock", text: Self.edited(lock.text, &lottery))
            let (read, diagnostics) = ShortcutLock.read(file)
            for finding in diagnostics {
                #expect(MenuDiagnostic.diagnosticIDs.contains(finding.id))
                #expect(finding.range.upper <= file.utf8Count)
            }
            guard diagnostics.isEmpty else { continue }
            let again = ShortcutLock.read(SourceFile(path: file.path, text: read.text))
            #expect(again.lock == read)
            #expect(again.diagnostics.isEmpty)
        }
    }

    /// The text with a few lines or characters taken out, doubled, swapped or changed.
    private static func edited(_ text: String, _ lottery: inout Lottery) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0) }
        for _ in 0..<Int.random(in: 0...2, using: &lottery) {
            let line = Int.random(in: 0..<lines.count, using: &lottery)
            let other = Int.random(in: 0..<lines.count, using: &lottery)
            switch Int.random(in: 0...5, using: &lottery) {
            case 0: if lines.count > 1 { lines.remove(at: line) }
            case 1: lines.insert(lines[line], at: line)
            case 2: lines.swapAt(line, other)
            default:
                guard !lines[line].isEmpty else { continue }
                let column = Int.random(in: 0..<lines[line].count, using: &lottery)
                let signs: [Character] = ["(", "a", "9", "é", " ", "0", "{", "*", "=", "#", "\""]
                lines[line][column] = signs[Int.random(in: 0..<signs.count, using: &lottery)]
            }
        }
        return lines.map { String($0) }.joined(separator: "\n")
    }
}

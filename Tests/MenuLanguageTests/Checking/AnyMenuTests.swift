// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText
import Testing

@testable import MenuLanguage

/// Whatever an author writes is either compiled or explained.
struct AnyMenuTests {
    @Test(arguments: 0..<20)
    func spoiltMenusAreExplained(_ seed: Int) {
        var dice = Dice(seed: UInt64(seed) &+ 99)
        for _ in 0..<15 {
            let main = Self.spoilt(Example.main, &dice)
            let send = Self.spoilt(Example.send, &dice)
            let compilation = Example.compile(main, ["send.menu": send])
            let diagnostics = compilation.diagnostics
            #expect((compilation.program == nil) == diagnostics.hasErrors)
            #expect((compilation.proof == nil) == diagnostics.hasErrors)
            #expect(diagnostics.map(\.range) == diagnostics.inSourceOrder().map(\.range))
            for diagnostic in diagnostics {
                #expect(MenuDiagnostic.diagnosticIDs.contains(diagnostic.id))
                #expect(compilation.sources.location(of: diagnostic.range) != nil)
            }
        }
    }

    /// One misspelt word costs one finding, or a finding at each place that uses it.
    @Test func aMisspeltNameIsFoundOnce() {
        let main = Example.main.replacing("-> payments(history)", with: "-> paiments(history)")
        #expect(Example.compile(main).diagnostics.map(\.id) == ["menu.unknown-target"])
        let send = Example.send.replacing("flow send", with: "flow sent")
        let found = Example.compile(Example.main, ["send.menu": send]).diagnostics.map(\.id)
        #expect(found == ["menu.unknown-target", "menu.unknown-target"])
    }

    /// The text with lines or characters taken out, doubled or swapped.
    private static func spoilt(_ text: String, _ dice: inout Dice) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0) }
        for _ in 0..<Int(dice.next() % 4) {
            let line = Int(dice.next() % UInt64(lines.count))
            switch dice.next() % 5 {
            case 0: lines.remove(at: line)
            case 1: lines.insert(lines[line], at: line)
            case 2: lines.swapAt(line, Int(dice.next() % UInt64(lines.count)))
            default:
                guard !lines[line].isEmpty else { continue }
                let column = Int(dice.next() % UInt64(lines[line].count))
                let signs: [Character] = ["(", ".", "9", "é", " ", "|", "{", "-", "\""]
                if dice.next() % 2 == 0 {
                    lines[line][column] = dice.pick(signs)
                } else {
                    lines[line].remove(at: column)
                }
            }
        }
        return lines.map { String($0) }.joined(separator: "\n")
    }
}

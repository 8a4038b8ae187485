// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A fenced block of a page of Markdown, and what becomes of it when it is run.
struct ReadmeBlock {
    /// The first word behind the fence; empty when there is none.
    var kind: String
    /// The number of its first line in the page.
    var line: Int
    var lines: [String] = []

    /// The fenced blocks of a page.
    static func all(in page: String) -> [ReadmeBlock] {
        var blocks: [ReadmeBlock] = []
        var open: ReadmeBlock?
        for (index, line) in page.components(separatedBy: "\n").enumerated() {
            guard line.hasPrefix("```") else {
                open?.lines.append(line)
                continue
            }
            if let block = open {
                blocks.append(block)
                open = nil
            } else {
                let words = line.dropFirst(3).split(separator: " ")
                open = ReadmeBlock(kind: words.first.map(String.init) ?? "", line: index + 2)
            }
        }
        return blocks
    }

    /// Does what the block says is done, and tells what went otherwise; nil when nothing did.
    func failure() async throws -> String? {
        switch kind {
        case "console": try await consoleFailure()
        case "menu": try await failure(of: ["check"], on: "block.menu")
        case "ussd":
            try await failure(
                of: ["test", "--menus", BuiltCommand.root + "/Menus"], on: "block.ussd")
        default: nil
        }
    }

    /// Commands and their output, as they were pasted from a terminal.
    private var commands: [(command: String, expected: [String])] {
        lines.reduce(into: []) { commands, line in
            if line.hasPrefix("$ ") {
                commands.append((String(line.dropFirst(2)), []))
            } else if !commands.isEmpty {
                commands[commands.count - 1].expected.append(line)
            }
        }
    }

    private func consoleFailure() async throws -> String? {
        guard lines.first?.hasPrefix("$ ") == true else { return "It does not begin with `$ `." }
        let bin = (try BuiltCommand.executable() as NSString).deletingLastPathComponent
        var environment = BuiltCommand.environment
        environment["PATH"] = "\(bin):/usr/bin:/bin"
        for (words, expected) in commands {
            let command = try RunningCommand(
                ["/bin/sh", "-c", "exec 2>&1; \(words)"], environment: environment)
            defer { command.end() }
            var got = try await command.ended().output.components(separatedBy: "\n")
            if got.last == "" { got.removeLast() }
            guard Self.matches(got[...], expected[...]) else {
                return "$ \(words)\n" + expected.map { "- \($0)\n" }.joined()
                    + got.map { "+ \($0)\n" }.joined()
            }
        }
        return nil
    }

    /// Whether lines are as expected; a lone `...` stands for any lines.
    static func matches(_ got: ArraySlice<String>, _ expected: ArraySlice<String>) -> Bool {
        guard let first = expected.first else { return got.isEmpty }
        let rest = expected.dropFirst()
        if first == "..." {
            return (got.startIndex...got.endIndex).contains { matches(got[$0...], rest) }
        }
        return got.first == first && matches(got.dropFirst(), rest)
    }

    /// Gives the block as a file to a command that must end well.
    private func failure(of arguments: [String], on name: String) async throws -> String? {
        let folder = try TemporaryFolder()
        try folder.copyMenus()
        let path = try folder.write(lines.joined(separator: "\n") + "\n", to: "Menus/page/\(name)")
        let ended = try await BuiltCommand.run(arguments + [path])
        return ended.status == 0 ? nil : ended.output + ended.errors
    }
}

// SPDX-License-Identifier: Apache-2.0

/// What files say, and what they leave unsaid.
enum TextRules {
    static let all = [licence, owners, title, workplace]

    static let licenceLine = "// SPDX-License-Identifier: Apache-2.0"

    /// The manifest's first line belongs to the package manager, so its second names the licence.
    static let licence = TidyRule.swift("the licence comes first") { file in
        let line = file.path == "Package.swift" ? 2 : 1
        guard file.lines.count < line || file.lines[line - 1] != licenceLine else { return [] }
        return [Violation(line: line, advice: "Begin the file with `\(licenceLine)`.")]
    }

    static let owners = TidyRule("what is left to do has an owner") { file in
        let spoken: [(line: Int, text: String)] =
            file.isSwift
            ? file.scan.comments.map { ($0.line, $0.text) }
            : file.lines.enumerated().map { ($0 + 1, String($1)) }
        return spoken.filter { hasOrphan($0.text) }.map {
            Violation(line: $0.line, advice: "Do it, delete it, or write `TODO(name)`.")
        }
    }

    static let title = TidyRule("one title a page") { file in
        guard file.pathExtension == "md" else { return [] }
        var inCode = false
        var titles: [Int] = []
        for (index, line) in file.lines.enumerated() {
            if line.hasPrefix("```") && !line.dropFirst(3).contains("`") { inCode.toggle() }
            if !inCode, line.hasPrefix("# ") { titles.append(index + 1) }
        }
        if titles.isEmpty { return [Violation(line: 1, advice: "Begin the page with `# Title`.")] }
        return titles.dropFirst().map {
            Violation(line: $0, advice: "Make this a section (`##`); a page has one title.")
        }
    }

    static let workplace = TidyRule("the project speaks of itself") { file in
        file.lines.enumerated().compactMap { index, line in
            let octets = Array(line.utf8)
            if namesIssue(octets) {
                return Violation(line: index + 1, advice: "Say what it is, not its number.")
            }
            if namesMachinePath(octets) {
                return Violation(line: index + 1, advice: "Use a path from the repository's top.")
            }
            return nil
        }
    }

    private static func hasOrphan(_ text: String) -> Bool {
        let tokens = SwiftScan(text).tokens
        return tokens.indices.contains { index in
            guard ["TODO", "FIXME"].contains(tokens[index].text) else { return false }
            let after = tokens[(index + 1)...].prefix(3)
            return
                !(after.count == 3 && after.first?.text == "(" && after.first?.isJoined == true
                && after.dropFirst().first?.isWord == true)
        }
    }

    /// Whether a line says the word and then a number; a number with a dot is an edition.
    private static func namesIssue(_ line: [UInt8]) -> Bool {
        let lower = line.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
        return places(of: Array("issue".utf8), in: lower).contains { start in
            if start > 0, isWord(lower[start - 1]) { return false }
            var rest = lower[(start + 5)...]
            if rest.first == UInt8(ascii: "s") { rest.removeFirst() }
            let gap = rest.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "#") }
            rest = rest.dropFirst(gap.count)
            let digits = rest.prefix { (0x30...0x39).contains($0) }
            guard !gap.isEmpty, !digits.isEmpty else { return false }
            let tail = rest.dropFirst(digits.count)
            let isEdition =
                tail.first == UInt8(ascii: ".")
                && tail.dropFirst().first.map { (0x30...0x39).contains($0) } == true
            return !isEdition
        }
    }

    private static func namesMachinePath(_ line: [UInt8]) -> Bool {
        ["root", "home", "Users"].contains { folder in
            places(of: Array("/\(folder)/".utf8), in: line).contains { start in
                guard start > 0 else { return true }
                return !isWord(line[start - 1]) && !Array(".-*})>".utf8).contains(line[start - 1])
            }
        }
    }

    private static func places(of needle: [UInt8], in line: [UInt8]) -> [Int] {
        guard line.count >= needle.count else { return [] }
        return (0...(line.count - needle.count)).filter { start in
            line[start] == needle[0]
                && line[start..<(start + needle.count)].elementsEqual(needle)
        }
    }

    private static func isWord(_ octet: UInt8) -> Bool {
        switch octet {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...: true
        default: false
        }
    }
}

// SPDX-License-Identifier: Apache-2.0

/// One page on a kind of finding: what is wrong, why it matters, a bad and a good example.
public struct FindingPage: Hashable, Sendable {
    /// The finding's stable name, such as `tariff.gap`.
    public let id: String
    /// What is wrong in general, in one sentence.
    public let summary: String
    /// What it would mean to the people who use what was written.
    public let why: String
    /// An example that has this finding and no other.
    public let bad: String
    /// The same mended, without a finding.
    public let good: String
    /// What stands around the examples, in one sentence; nil when they are whole.
    public let around: String?

    /// Makes a page.
    public init(
        id: String,
        summary: String,
        why: String,
        bad: String,
        good: String,
        around: String? = nil
    ) {
        self.id = id
        self.summary = summary
        self.why = why
        self.bad = bad
        self.good = good
        self.around = around
    }

    /// The whole page as lines for a terminal, what cannot be seen made visible.
    public var text: String {
        var text = "\(id)\n\n\(Self.filled(summary))\n"
        text += Self.filled(why)
        text += "\nWrong:\n\n\(Self.shown(bad))\nRight:\n\n\(Self.shown(good))"
        if let around { text += "\n\(Self.filled(around))" }
        return text
    }

    /// An example, indented.
    private static func shown(_ example: String) -> String {
        example.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let text = line.unicodeScalars.reduce(into: "") { $0 += visible($1) }
            let blanks = text.reversed().prefix { $0 == " " }.count
            let end = String(repeating: "␣", count: blanks)
            return text.isEmpty ? "\n" : "    \(text.dropLast(blanks))\(end)\n"
        }.joined()
    }

    private static func visible(_ scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case 0xFEFF: "⟨U+FEFF⟩"
        case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value).map { String($0) } ?? ""
        default: String(scalar)
        }
    }

    /// The widest line of a page's sentences, in characters.
    private static let lineCharactersMax = 76

    /// Sentences broken into lines.
    private static func filled(_ text: String) -> String {
        var lines = [""]
        for word in text.split(separator: " ") {
            let line = lines[lines.endIndex - 1]
            if line.isEmpty {
                lines[lines.endIndex - 1] = String(word)
            } else if line.count + 1 + word.count <= lineCharactersMax {
                lines[lines.endIndex - 1] = "\(line) \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }
}

// SPDX-License-Identifier: Apache-2.0

/// One page on a kind of finding: what is wrong, why it matters, a bad and a good example.
public struct Explanation: Hashable, Sendable {
    /// The finding's stable name, such as `menu.unknown-target`.
    public let id: String
    /// What is wrong in general, in one sentence.
    public let summary: String
    /// What it would mean to the person who holds the phone.
    public let why: String
    /// A menu, or a part of one, that has this finding and no other.
    public let bad: String
    /// The same mended, without a finding.
    public let good: String

    /// What stands around the examples.
    let frame: Frame

    /// What is left out around an example because it is the same for all.
    enum Frame {
        /// Nothing: the example is a whole menu.
        case whole
        /// A menu whose code leads to `home`.
        case menu
        /// A menu that also uses the service `money` and has a screen `busy` for when it fails.
        case money
        /// Nothing: the example is a file of translations.
        case translations
    }

    init(
        _ id: String,
        _ summary: String,
        why: String,
        in frame: Frame,
        bad: String,
        good: String
    ) {
        self.id = id
        self.summary = summary
        self.why = why
        self.frame = frame
        self.bad = bad
        self.good = good
    }
}

extension Explanation {
    /// The whole page as lines for a terminal, what cannot be seen made visible.
    public var page: String {
        var text = "\(id)\n\n\(Self.filled(summary))\n"
        text += Self.filled(why)
        text += "\nWrong:\n\n\(Self.shown(bad))\nRight:\n\n\(Self.shown(good))"
        if let around = frame.sentence { text += "\n\(Self.filled(around))" }
        return text
    }

    /// The example as a whole menu.
    ///
    /// In examples a line `-- name.menu --` begins a further file, and `-- 9 such lines --` says
    /// that the next line stands there so often, each time with another number in place of `%`.
    func source(_ example: String) -> String {
        let isWhole = example.hasPrefix("menu ")
        return isWhole ? example : frame.before + example + frame.after
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

extension Explanation.Frame {
    /// What stands above the example.
    fileprivate var before: String {
        switch self {
        case .whole, .translations: ""
        case .menu:
            """
            menu example

            dial *789# -> home


            """
        case .money:
            """
            menu example
                services money
                me money.me
                otherwise
                    unavailable -> busy
                    unsure -> busy
                    unregistered -> busy

            dial *789# -> home


            """
        }
    }

    /// What stands below it.
    fileprivate var after: String {
        switch self {
        case .whole, .menu, .translations: "\n"
        case .money: "\n\nscreen busy\n    | Try again later.\n    end\n"
        }
    }

    /// What is left out, for the reader of a page.
    fileprivate var sentence: String? {
        switch self {
        case .whole: nil
        case .translations: "Both are parts of a file such as `main.sw.po`."
        case .menu: "Both stand in a menu with `dial *789# -> home`."
        case .money:
            "Both stand in a menu with `dial *789# -> home` that uses the service `money` and has "
                + "a screen `busy` for when a call fails."
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import SourceText

/// Reads the string of a `dial` line or the words of an `sms` line.
struct SegmentReader {
    /// The first thing that is wrong.
    private(set) var mistake: (kind: SyntaxDiagnostic, range: SourceRange)?
    private let scalars: [Unicode.Scalar]
    private let path: String
    private var position = 0
    private var offset: Int

    private static let brackets: Set<Unicode.Scalar> = ["{", "}", "[", "]"]

    /// A reader of text that stands at an offset of a file.
    init(_ text: String, at lower: Int, path: String) {
        scalars = Array(text.unicodeScalars)
        offset = lower
        self.path = path
    }

    /// Reads `*789*1*{name: type}#`.
    mutating func dialString() -> [SegmentSyntax] {
        var segments: [SegmentSyntax] = []
        guard next == "*" else { return failDial("A dialled string begins with `*`.") }
        while next == "*" {
            take { $0 == "*" && $1 == 0 }
            if next == "{" {
                if segments.isEmpty {
                    return failDial("A dialled string begins with digits that never change.")
                }
                guard let argument = argument() else { return [] }
                segments.append(argument)
            } else {
                let digits = take { scalar, _ in scalar.isMenuDigit }
                if digits.text.isEmpty { return failDial("Here digits are missing.") }
                segments.append(.literal(digits))
            }
        }
        guard next == "#" else {
            return failDial(
                next == nil
                    ? "A dialled string ends with `#`."
                    : "Between `*` and `#` stand digits, or `{name: type}`."
            )
        }
        take { $0 == "#" && $1 == 0 }
        return next == nil ? segments : failDial("Behind `#` nothing can be dialled.")
    }

    /// Reads `WORD {name: type} [WORD]`, or `*` alone.
    mutating func command() -> [SegmentSyntax] {
        var words: [SegmentSyntax] = []
        while next != nil {
            take { scalar, _ in scalar.isMenuBlank }
            switch next {
            case "{":
                guard let argument = argument() else { return [] }
                words.append(argument)
            case "[":
                guard let word = optionalWord() else { return [] }
                words.append(word)
            default:
                let word = take { scalar, _ in
                    !scalar.isMenuBlank && !Self.brackets.contains(scalar)
                }
                if word.text.isEmpty { return failCommand("This bracket closes nothing.") }
                words.append(word.text == "*" ? .anything(word.range) : .literal(word))
            }
            if let next, !next.isMenuBlank {
                return failCommand("Between the words of a command stands a blank.")
            }
        }
        if words.count > 1, let star = words.lazy.compactMap(\.anything).first {
            return failCommand("`*` takes a whole message and stands alone.", at: star)
        }
        return words
    }

    private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    /// Reads `[WORD]`.
    private mutating func optionalWord() -> SegmentSyntax? {
        let start = offset
        take { $0 == "[" && $1 == 0 }
        let word = take { scalar, _ in !scalar.isMenuBlank && !Self.brackets.contains(scalar) }
        guard !word.text.isEmpty, next == "]" else {
            _ = failCommand("Between `[` and `]` stands one word.", at: range(start, start + 1))
            return nil
        }
        take { $0 == "]" && $1 == 0 }
        return .optional(word)
    }

    /// Reads `{name: type}`.
    private mutating func argument() -> SegmentSyntax? {
        let start = offset
        take { $0 == "{" && $1 == 0 }
        take { scalar, _ in scalar.isMenuBlank }
        let name = take { scalar, count in count == 0 ? scalar.isMenuLetter : scalar.isMenuWord }
        take { scalar, _ in scalar.isMenuBlank }
        let colon = take { $0 == ":" && $1 == 0 }
        take { scalar, _ in scalar.isMenuBlank }
        let type = take { scalar, count in count == 0 ? scalar.isMenuLetter : scalar.isMenuWord }
        take { scalar, _ in scalar.isMenuBlank }
        guard !name.text.isEmpty, !colon.text.isEmpty, !type.text.isEmpty, next == "}" else {
            take { scalar, _ in scalar != "}" && scalar != "*" && scalar != "#" }
            take { $0 == "}" && $1 == 0 }
            mistake = (.type(.badTypeSyntax("{amount: money}")), range(start, offset))
            return nil
        }
        take { $0 == "}" && $1 == 0 }
        return .argument(name: name, type: type, range: range(start, offset))
    }

    /// Reads scalars while they belong, told how many were read before.
    @discardableResult
    private mutating func take(while belongs: (Unicode.Scalar, Int) -> Bool) -> NameSyntax {
        let start = offset
        var taken = String.UnicodeScalarView()
        var count = 0
        while let scalar = next, belongs(scalar, count) {
            taken.append(scalar)
            count += 1
            position += 1
        }
        let text = String(taken)
        offset += text.utf8.count
        return NameSyntax(text: text, range: range(start, offset))
    }

    private mutating func failDial(_ what: String) -> [SegmentSyntax] {
        mistake = (.text(.badDialString(what)), rest)
        return []
    }

    private mutating func failCommand(_ what: String, at range: SourceRange? = nil)
        -> [SegmentSyntax]
    {
        mistake = (.text(.badCommand(what)), range ?? rest)
        return []
    }

    /// The character that stands here, or the end.
    private var rest: SourceRange {
        range(offset, offset + (next.map { String($0).utf8.count } ?? 0))
    }

    private func range(_ lower: Int, _ upper: Int) -> SourceRange {
        SourceRange(file: path, lower: lower, upper: upper)
    }
}

extension SegmentSyntax {
    /// The range of `*`.
    fileprivate var anything: SourceRange? {
        if case .anything(let range) = self { range } else { nil }
    }
}

// SPDX-License-Identifier: Apache-2.0
import SourceText

/// What is wrong with the way a file of translations is written.
enum TranslationSyntaxFinding: DiagnosticKind {
    case unexpected(what: String)
    case unknownWord(String, meant: String?)
    case missing(keyword: String, after: String)
    case noText(keyword: String)
    case wrongIndex(expected: Int)
    case mixedObsolete
    case unclosed
    case escape(String)
    case zeroCharacter
    case octets
    case twice(source: String)
    case charset(String)
    case byteOrderMark
    case pluralRule(String)
    case noPluralRule
    case formCount(count: Int, needed: Int)
    case limit(what: String, most: Int)

    /// The stable names.
    static let ids = [
        "menu.translation-syntax", "menu.translation-syntax-string",
        "menu.translation-syntax-twice", "menu.translation-syntax-charset",
        "menu.translation-syntax-plural", "menu.translation-syntax-limit",
    ]

    var id: String { texts.id }
    var severity: Severity {
        if case .byteOrderMark = self { .warning } else { .error }
    }
    var message: String { texts.message }
    var help: String? { texts.help }

    private var texts: FindingTexts {
        switch self {
        case .unexpected, .unknownWord, .missing, .noText, .wrongIndex, .mixedObsolete: order
        case .unclosed, .escape, .zeroCharacter, .octets: string
        default: whole
        }
    }

    /// What is wrong with the words of an entry.
    private var order: FindingTexts {
        let (message, help) =
            switch self {
            case .unknownWord(let word, let meant):
                (
                    "`\(word)` is no word of a file of translations.",
                    meant.map { "Did you mean `\($0)`?" }
                        ?? "Begin a line with `msgctxt`, `msgid`, `msgid_plural`, `msgstr` or `#`."
                )
            case .missing(let keyword, let after):
                (
                    "There is no `\(keyword)` that goes with this `\(after)`.",
                    "Write `\(keyword) \"\"` where the text is not translated yet."
                )
            case .noText(let keyword):
                (
                    "Behind `\(keyword)` there is no text in quotes.",
                    "Write `\(keyword) \"\"` where there is nothing to say."
                )
            case .wrongIndex(let expected):
                (
                    "Here `msgstr[\(expected)]` must stand.",
                    "Number the plural forms 0, 1, 2 and so on, none left out."
                )
            case .mixedObsolete:
                (
                    "Some lines of this text begin with `#~` and some do not.",
                    "Put `#~` before all lines of the text, or before none."
                )
            case .unexpected(let what):
                (
                    "Here \(what) does not belong to any text.",
                    "Write `msgid`, then `msgstr`, each with its text in quotes."
                )
            default: ("", "")
            }
        return FindingTexts("translation-syntax", message, help: help)
    }

    /// What is wrong with a text in quotes.
    private var string: FindingTexts {
        let (message, help) =
            switch self {
            case .escape(let text):
                (
                    "`\(text)` stands for no character.",
                    "Write `\\\\` for a backslash, `\\n` for a new line, `\\\"` for a quote."
                )
            case .zeroCharacter:
                ("The character with the number 0 cannot stand in a text.", "Take it away.")
            case .octets:
                (
                    "The escapes in this text do not make whole characters of UTF-8.",
                    "Write the characters themselves."
                )
            default:
                (
                    "This text has no quote at its end.",
                    "Write `\"` at the end of the line; a text of several lines has quotes in each."
                )
            }
        return FindingTexts("translation-syntax-string", message, help: help)
    }

    /// What is wrong with the file or an entry as a whole.
    private var whole: FindingTexts {
        switch self {
        case .twice(let source):
            FindingTexts(
                "translation-syntax-twice",
                "`\(source)` is translated twice in this file.",
                help: "Keep the better translation and take the other away."
            )
        case .charset(let name):
            FindingTexts(
                "translation-syntax-charset",
                "The header says that the file is written in \(name).",
                help: "Save the file as UTF-8 and write `charset=UTF-8` in the header."
            )
        case .byteOrderMark:
            FindingTexts(
                "translation-syntax-charset",
                "The file begins with a byte order mark, which gettext does not read.",
                help: "Save the file as UTF-8 without a byte order mark."
            )
        case .pluralRule(let text):
            FindingTexts(
                "translation-syntax-plural",
                "`\(text)` is no rule for plural forms.",
                help: "Write it like `nplurals=2; plural=(n != 1);`."
            )
        case .formCount(let count, let needed):
            FindingTexts(
                "translation-syntax-plural",
                "This text has \(count) of the \(needed) forms that the header's rule needs.",
                help: needed == 1
                    ? "Write `msgstr[0]` alone." : "Write `msgstr[0]` to `msgstr[\(needed - 1)]`."
            )
        case .limit(let what, let most):
            FindingTexts(
                "translation-syntax-limit",
                "The file has more than \(most) \(what), and the rest was not read.",
                help: "Take away what is no longer in use, the lines that begin with `#~`."
            )
        default:
            FindingTexts(
                "translation-syntax-plural",
                "The header has no rule for plural forms, and this text needs one.",
                help: "Write `\"Plural-Forms: nplurals=2; plural=(n != 1);\\n\"` in the header."
            )
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import SourceText

/// What can be wrong with the way a menu is written, whatever it means.
enum SyntaxDiagnostic: DiagnosticKind, Hashable {
    /// The file, its lines and its characters.
    case layout(LayoutMistake)
    /// A line as a whole.
    case line(LineMistake)
    /// The words in a line.
    case words(WordMistake)
    /// A type and its bounds.
    case type(TypeMistake)
    /// What the phone shows, and the strings it dials.
    case text(TextMistake)

    /// All stable names, in the order of the mistakes above.
    static let ids = Name.allCases.map(\.rawValue)

    var id: String { sentences.name.rawValue }
    var severity: Severity { sentences.name == .trailingBlanks ? .warning : .error }
    var message: String { sentences.message }
    var help: String? { sentences.help }

    private var sentences: MistakeSentences {
        switch self {
        case .layout(let mistake): mistake.sentences
        case .line(let mistake): mistake.sentences
        case .words(let mistake): mistake.sentences
        case .type(let mistake): mistake.sentences
        case .text(let mistake): mistake.sentences
        }
    }
}

/// The name of a mistake, what is wrong, and what to do.
private struct MistakeSentences {
    let name: SyntaxDiagnostic.Name
    let message: String
    let help: String

    init(_ name: SyntaxDiagnostic.Name, _ message: String, _ help: String) {
        (self.name, self.message, self.help) = (name, message, help)
    }

    /// The candidate that was probably meant, or else another sentence.
    static func meant(_ word: String?, or other: String) -> String {
        word.map { "Did you mean `\($0)`?" } ?? other
    }
}

/// What can be wrong with a file, its lines and its characters.
enum LayoutMistake: Hashable, Sendable {
    /// The file has more octets than are read.
    case fileTooLong(octetsMax: Int)
    /// The file begins with U+FEFF.
    case byteOrderMark
    /// Lines are indented with tabs; so many more than the one shown.
    case tabIndentation(more: Int)
    /// A line is indented unlike its neighbours.
    case unevenIndentation
    /// A control character stands in the line.
    case controlCharacter(String)
    /// A character means nothing here; perhaps another was meant.
    case unexpectedCharacter(String, meant: String?)

    fileprivate var sentences: MistakeSentences {
        switch self {
        case .fileTooLong(let octetsMax):
            .init(
                .fileTooLong,
                "The file is longer than \(octetsMax) octets and was not read.",
                "Move some screens and flows into a file of their own and `include` it."
            )
        case .byteOrderMark:
            .init(
                .byteOrderMark,
                "The file begins with a byte order mark.",
                "Save the file as UTF-8 without a byte order mark."
            )
        case .tabIndentation(let more):
            .init(
                .tabIndentation,
                more == 0
                    ? "This line is indented with a tab."
                    : "This line and \(more) more are indented with tabs.",
                "Indent with blanks, 4 for each step."
            )
        case .unevenIndentation:
            .init(
                .unevenIndentation,
                "This line is indented unlike the lines that it stands among.",
                "Give all lines that belong to the same line the same indentation."
            )
        case .controlCharacter(let name):
            .init(
                .controlCharacter,
                "The line has a control character in it: \(name).",
                "Take the character out; a new line of text begins with its own `|`."
            )
        case .unexpectedCharacter("#", _):
            .init(
                .unexpectedCharacter,
                "The character `#` has no meaning here.",
                "Write two blanks before it, if a comment begins here."
            )
        case .unexpectedCharacter(let found, let meant):
            .init(
                .unexpectedCharacter,
                "The character `\(found)` has no meaning here.",
                meant.map { "Write `\($0)` instead." }
                    ?? "Take it out; names are made of letters, digits and `_`."
            )
        }
    }
}

/// What can be wrong with a line as a whole.
enum LineMistake: Hashable, Sendable {
    /// A word that begins no line here.
    case unknownKeyword(String, place: MenuPlace, meant: String?)
    /// A word that is no setting.
    case unknownSetting(String, meant: String?)
    /// A setting that was made before.
    case repeatedSetting(String)
    /// A setting whose values have the wrong form.
    case badSetting(String, example: String)
    /// A line that does not belong where it stands; the help says where it does.
    case misplaced(String, place: MenuPlace, help: String)
    /// Text that belongs to nothing; without a place it stands behind other words.
    case textOutside(MenuPlace?)
    /// Something stands below what it is shown above.
    case wrongOrder(String, below: String)
    /// Something that may stand once stands twice.
    case repeated(String)
    /// A screen that ends and offers options.
    case endWithOptions
    /// `=` where no choice is asked.
    case answerOutsideChoice

    fileprivate var sentences: MistakeSentences {
        switch self {
        case .unknownKeyword(let word, let place, let meant):
            .init(
                .unknownKeyword,
                "No line \(place.phrase) begins with `\(word)`.",
                MistakeSentences.meant(meant, or: "There can stand: \(place.contents).")
            )
        case .unknownSetting(let word, let meant):
            .init(
                .unknownSetting,
                "There is no setting `\(word)`.",
                MistakeSentences.meant(meant, or: "The settings are: \(MenuPlace.header.contents).")
            )
        case .repeatedSetting(let name):
            .init(
                .repeatedSetting,
                "The setting `\(name)` was made before.",
                "Keep one of the two."
            )
        case .badSetting(let name, let example):
            .init(
                .badSetting,
                "The values of `\(name)` do not have the right form.",
                "Write it like `\(name) \(example)`."
            )
        case .misplaced(let what, let place, let help):
            .init(.misplacedLine, "\(what) cannot stand \(place.phrase).", help)
        case .textOutside(let place):
            .init(
                .textOutside,
                "Text cannot stand \(place?.phrase ?? "behind these words").",
                place?.textHelp ?? "Put it on a line of its own, under what shows it."
            )
        case .wrongOrder(let what, let below):
            .init(
                .wrongOrder,
                "\(what) stands below \(below), but is shown above.",
                "Move it up, so that the lines stand as the phone shows them."
            )
        case .repeated(let what):
            .init(
                .repeatedLine,
                "\(what) stands here a second time.",
                "Keep one of the two."
            )
        case .endWithOptions:
            .init(
                .endWithOptions,
                "The screen ends the session and still offers options.",
                "Take out `end`, or the options."
            )
        case .answerOutsideChoice:
            .init(
                .answerOutsideChoice,
                "An answer behind `=` belongs under a question of type choice.",
                "Ask for a `choice`, or lead the option somewhere with `-> name`."
            )
        }
    }
}

/// What can be wrong with the words in a line.
enum WordMistake: Hashable, Sendable {
    /// Something stands where the line should be over.
    case unexpected(String)
    /// A name is missing, of what is said.
    case missingName(String)
    /// A certain word or sign is missing; an example shows where it stands.
    case missingWord(String, example: String)
    /// An arrow or a name behind it is missing.
    case expectedTarget(example: String)
    /// A path, a string or a number is missing.
    case expectedValue
    /// A value in a condition is compared with nothing.
    case expectedComparison
    /// A parenthesis without its end.
    case unclosedParenthesis
    /// A string without its end.
    case unclosedString
    /// Parentheses or `not` within each other more than so often.
    case nestedTooDeep(levelsMax: Int)

    fileprivate var sentences: MistakeSentences {
        switch self {
        case .unexpected(let found):
            .init(
                .unexpectedWords,
                "`\(found)` is not expected here.",
                "Take it out, or put what it says on a line of its own."
            )
        case .missingName(let what):
            .init(
                .missingName,
                "Here the name of \(what) is missing.",
                "Write a name of letters, digits and `_` that does not begin with a digit."
            )
        case .missingWord(let word, let example):
            .init(.missingWord, "Here `\(word)` is missing.", "Write it like `\(example)`.")
        case .expectedTarget(let example):
            .init(
                .expectedTarget,
                "It does not say where this leads.",
                "Write an arrow with blanks around it and a name, like `\(example)`."
            )
        case .expectedValue:
            .init(
                .expectedValue,
                "Here a value is missing.",
                "Write a name such as `me.balance`, a number, or a text in quotation marks."
            )
        case .expectedComparison:
            .init(
                .expectedComparison,
                "This value is compared with nothing.",
                "Write `==`, `!=`, `<`, `<=`, `>` or `>=` and another value behind it."
            )
        case .unclosedParenthesis:
            .init(
                .unclosedParenthesis,
                "This parenthesis is not closed.",
                "Write `)` where it ends, and commas between what stands in it."
            )
        case .unclosedString:
            .init(
                .unclosedString,
                "This text has no quotation mark at its end.",
                "Write `\"` where it ends; one that belongs to the text is written `\\\"`."
            )
        case .nestedTooDeep(let levelsMax):
            .init(
                .nestedTooDeep,
                "The condition is nested more than \(levelsMax) deep.",
                "Write it with fewer parentheses."
            )
        }
    }
}

/// What can be wrong with a type and its bounds.
enum TypeMistake: Hashable, Sendable {
    /// `name: type` is not written so.
    case badTypeSyntax(String)
    /// A word that is no type of a question.
    case unknownType(String, meant: String?)
    /// The bounds of a type are not written so.
    case badBounds(type: String, example: String)

    fileprivate var sentences: MistakeSentences {
        switch self {
        case .badTypeSyntax(let example):
            .init(
                .badTypeSyntax,
                "Here a name with its type is expected.",
                "Write it like `\(example)`."
            )
        case .unknownType(let word, let meant):
            .init(
                .unknownType,
                "A question cannot ask for `\(word)`.",
                MistakeSentences.meant(meant, or: "It can ask for: \(AskType.list).")
            )
        case .badBounds(let type, let example):
            .init(
                .badBounds,
                "The bounds of `\(type)` do not have the right form.",
                "Write it like `\(example)`."
            )
        }
    }
}

/// What can be wrong with what a phone shows, dials or sends.
enum TextMistake: Hashable, Sendable {
    /// Something has no text.
    case missingText(String)
    /// An option shows nothing beside its key.
    case missingLabel
    /// A key that no subscriber can type.
    case badKey(String)
    /// `{` without `}`.
    case unclosedHole
    /// What stands between braces is no path.
    case badHole(String)
    /// `}` without `{`.
    case loneBrace
    /// Blanks at the end of a text.
    case trailingBlanks
    /// A dialled string that cannot be dialled or read.
    case badDialString(String)
    /// The words of an SMS command have the wrong form.
    case badCommand(String)

    fileprivate var sentences: MistakeSentences {
        switch self {
        case .missingText(let what):
            .init(
                .missingText,
                "\(what) has no text.",
                "Write what the phone shows behind `|`."
            )
        case .missingLabel:
            .init(
                .missingLabel,
                "The option shows nothing beside its key.",
                "Write its label between the key and the arrow."
            )
        case .badKey(let key):
            .init(
                .badKey,
                "`\(key)` cannot be a key.",
                "A key is 1 to \(SyntaxLimits.keyDigitsMax) digits with a blank behind them."
            )
        case .unclosedHole:
            .init(
                .unclosedHole,
                "This `{` has no `}`.",
                "Close it behind the name; a brace that is to be shown is written `{{`."
            )
        case .badHole(let content):
            .init(
                .badHole,
                "`{\(content)}` names no value.",
                "Write a name between the braces, such as `{me.balance}`; a brace that is to be"
                    + " shown is written `{{`."
            )
        case .loneBrace:
            .init(
                .loneBrace,
                "This `}` closes nothing.",
                "Write `}}` for a brace that is to be shown."
            )
        case .trailingBlanks:
            .init(
                .trailingBlanks,
                "The text ends with blanks, which the phone is sent too.",
                "Take them out, unless they are wanted."
            )
        case .badDialString(let what):
            .init(.badDialString, what, "Write it like `*789*1*{amount: money}#`.")
        case .badCommand(let what):
            .init(
                .badCommand,
                what,
                "Write it like `SEND {amount: money} [TO] {recipient: msisdn}`."
            )
        }
    }
}

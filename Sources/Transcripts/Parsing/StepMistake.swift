// SPDX-License-Identifier: Apache-2.0
import SourceText

/// What can be wrong below the line `---` of a transcript.
enum StepMistake: DiagnosticKind, Hashable {
    case noSteps
    case unknownLine(help: String? = nil)
    case notYet(String, help: String)
    case unknownPhone(String, known: [String])
    case orphanExpectation
    case badExpectation
    case misplacedExpectation(String, help: String)
    case tooManyExpectations
    case badHole(String)
    case badPattern(String)
    case duplicateCapture(String)
    case unknownVariable(String, known: [String])
    case missingPin(String)
    case badTime(String)
    case badDuration(String)
    case badCheck(String, help: String)
    case badFault(String, help: String)
    case unplayedLanguage(String, played: [String])

    var severity: Severity { .error }

    var id: String {
        switch self {
        case .noSteps: "transcript.no-steps"
        case .unknownLine: "transcript.unknown-line"
        case .notYet: "transcript.not-yet"
        case .unknownPhone: "transcript.unknown-phone"
        case .orphanExpectation: "transcript.orphan-expectation"
        case .badExpectation: "transcript.bad-expectation"
        case .misplacedExpectation: "transcript.misplaced-expectation"
        case .tooManyExpectations: "transcript.too-many-expectations"
        case .badHole: "transcript.bad-hole"
        case .badPattern: "transcript.bad-pattern"
        case .duplicateCapture: "transcript.duplicate-capture"
        case .unknownVariable: "transcript.unknown-variable"
        case .missingPin: "transcript.missing-pin"
        case .badTime, .badDuration: "transcript.bad-time"
        case .badCheck: "transcript.bad-check"
        case .badFault: "transcript.bad-fault"
        case .unplayedLanguage: "transcript.unplayed-language"
        }
    }

    var message: String {
        switch self {
        case .noSteps: "Nothing happens in this scene."
        case .unknownLine: "This line is no step."
        case .notYet(let what, _): "\(what) is not understood by this version."
        case .unknownPhone(let name, _): "There is no phone `\(name)` in the header."
        case .orphanExpectation: "This line expects something, but there is no step above it."
        case .badExpectation: "An indented line begins with `|`, `~`, `...`, `--` or `sw|`."
        case .misplacedExpectation(let what, _): what
        case .tooManyExpectations:
            "A step has at most \(TranscriptLimits.expectedLinesMax) expected lines."
        case .badHole(let what): what
        case .badPattern(let what): "The pattern is not valid: \(what)."
        case .duplicateCapture(let name): "`\(name)` is remembered twice in one line."
        case .unknownVariable(let name, _): "`\(name)` was not remembered before."
        case .missingPin(let phone): "The header gives `\(phone)` no PIN."
        case .badDuration(""): "This does not say how long is waited."
        case .badTime(let what), .badDuration(let what): "`\(what)` is no time."
        case .badCheck(let what, _): what
        case .badFault(let what, _): what
        case .unplayedLanguage(let code, _):
            "The scene is not played in `\(code)`, so this line is never compared."
        }
    }

    var help: String? {
        switch self {
        case .noSteps: "Write a step under `---`, such as `amina> *789#`."
        case .unknownLine(let help?): help
        case .unknownLine(nil):
            "A step is `amina> *789#`, `amina sms> MAVUNO BAL`, `amina sms< MAVUNO`, `@ +181s`, "
                + "`? ledger sum == 0` or `! double turn amina once`."
        case .notYet(_, let help): help
        case .unknownPhone(let name, let known): Self.meant(name, of: known)
        case .orphanExpectation: "Write the step first, or begin the line in the first column."
        case .badExpectation: "Write `| ` before the text of the screen."
        case .misplacedExpectation(_, let help): help
        case .tooManyExpectations: "Expect fewer lines, or `...` for those that do not matter."
        case .badHole:
            "A hole is `{{name}}`, `{{name:pattern}}`, `{{:pattern}}` or `{{*}}`."
        case .badPattern: "Patterns are PCRE2; `\\Q…\\E` takes what is between them literally."
        case .duplicateCapture: "Give the second another name, or none: `{{:pattern}}`."
        case .unknownVariable(let name, let known):
            Self.meant(name, of: known)
                ?? "Remember it in a line above, as `| Ref {{\(name):[A-Z0-9]+}}`."
        case .missingPin(let phone): "Write `pin=…` behind the number of `phone \(phone)`."
        case .badTime:
            "Write `+181s`, `+15m`, `+24h`, `+7d`, `+500ms` or `2026-11-21T08:00:00+03:00`."
        case .badDuration: "Write it as `within 10s`, with `ms`, `s`, `m`, `h` or `d`."
        case .badCheck(_, let help), .badFault(_, let help): help
        case .unplayedLanguage(let code, let played):
            "Write `lang: \((played + [code]).joined(separator: " "))` in the header, "
                + "or leave the line out."
        }
    }

    private static func meant(_ word: String, of known: [String]) -> String? {
        guard !known.isEmpty else { return nil }
        let all = "Known are \(known.prefix(20).joined(separator: ", "))."
        guard let near = DidYouMean.closest(to: word, among: known) else { return all }
        return "Did you mean `\(near)`? \(all)"
    }
}

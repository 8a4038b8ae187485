// SPDX-License-Identifier: Apache-2.0
import SourceText

extension TranscriptParser {
    /// Reads an indented line, the cursor standing behind its blanks.
    mutating func readExpectation(_ cursor: inout LineCursor) -> TranscriptLine.Role {
        if isBehindUnreadStep { return .unread }
        guard !steps.isEmpty, !isBehindInclusion else {
            report(StepMistake.orphanExpectation, cursor.restRange)
            return .unread
        }
        let (above, last) = (steps.count - 1, steps[steps.count - 1].expectations.count)
        guard last < TranscriptLimits.expectedLinesMax else {
            if last == TranscriptLimits.expectedLinesMax {
                report(StepMistake.tooManyExpectations, cursor.restRange)
            }
            return .unread
        }
        let whole = cursor.restRange
        let action = steps[above].action
        guard let (kind, language) = readKind(&cursor, under: action, whole)
        else { return .unread }
        if let mistake = misplacement(of: kind, under: action) {
            report(mistake, whole)
            return .unread
        }
        let expectation = Expectation(line: cursor.number, kind: kind, language: language)
        steps[above].expectations.append(expectation)
        return .expectation
    }

    /// Reads a text with holes from the rest of a line, whose names must be known here.
    mutating func readTemplate(_ cursor: LineCursor, isPattern: Bool) -> Template? {
        do {
            let template = filled(
                try TemplateReader.read(cursor.restOctets, isPattern: isPattern, shelf)
            )
            if template.isPlain { return template }
            if let name = template.captures.first(where: parameters.contains) {
                let what = "The part takes `\(name)`, so it cannot be remembered here."
                report(StepMistake.badHole(what), cursor.restRange)
                return nil
            }
            let unknown = template.uses.filter { !isKnown($0, cursor.restRange) }
            captured.formUnion(template.captures)
            return unknown.isEmpty ? template : nil
        } catch {
            report(error.mistake, cursor.range(ofRest: error.range))
            return nil
        }
    }

    private mutating func readKind(
        _ cursor: inout LineCursor,
        under action: TranscriptStep.Action,
        _ whole: SourceRange
    ) -> (Expectation.Kind, language: String?)? {
        if cursor.take("~") {
            _ = cursor.take(" ")
            return readTemplate(cursor, isPattern: true).map { (.text($0), nil) }
        }
        if cursor.isLeft("...") { return (.anyLines, nil) }
        if cursor.take("--") {
            cursor.takeBlanks()
            guard let ending = Expectation.Ending(rawValue: cursor.rest) else {
                let known = Expectation.Ending.allCases.map(\.rawValue).joined(separator: ", ")
                let help = "Write one of \(known)."
                report(StepMistake.badCheck("No session ends like this.", help: help), whole)
                return nil
            }
            return (.ending(ending), nil)
        }
        var language: String?
        if !cursor.take("|") {
            let word = cursor.takeWord(until: "|")
            guard LanguageWord.isCode(word), cursor.take("|") else {
                report(StepMistake.badExpectation, whole)
                return nil
            }
            guard isPart || header.languages.contains(word) else {
                report(StepMistake.unplayedLanguage(word, played: header.languages), whole)
                return nil
            }
            language = word
        }
        _ = cursor.take(" ")
        if case .check(.lastPosting) = action { return readPosting(&cursor, whole) }
        return readTemplate(cursor, isPattern: false).map { (.text($0), language) }
    }

    private mutating func readPosting(
        _ cursor: inout LineCursor,
        _ whole: SourceRange
    ) -> (Expectation.Kind, language: String?)? {
        let account = cursor.nextWord()
        let amount = cursor.nextWord()
        cursor.takeBlanks()
        let text = isOpen(amount.text) ? "0" : filled(amount.text)
        guard !account.text.isEmpty, cursor.isAtEnd, let number = DecimalText(text) else {
            let help = "Write an account and what it gained or lost, as `| wallet:amina -507.00`."
            report(StepMistake.badCheck("This is no posting.", help: help), whole)
            return nil
        }
        return (.posting(account: filledAccount(account.text), number), nil)
    }

    /// What is wrong with a line where it stands.
    private func misplacement(
        of kind: Expectation.Kind,
        under action: TranscriptStep.Action
    ) -> StepMistake? {
        if case .ending? = steps.last?.expectations.last?.kind {
            return .misplacedExpectation(
                "The line `--` is the last under a step.",
                help: "Move this line above it."
            )
        }
        switch (action, kind) {
        case (.press, .text), (.press, .anyLines), (.press, .ending): return nil
        case (.receive, .text), (.receive, .anyLines): return nil
        case (.check(.lastPosting), .posting): return nil
        case (.receive, .ending):
            return .misplacedExpectation(
                "An SMS ends no session.",
                help: "Leave the line out."
            )
        case (.check(.lastPosting), _):
            return .misplacedExpectation(
                "Only postings stand under `? ledger last`.",
                help: "Write `| wallet:amina -507.00`."
            )
        default:
            return .misplacedExpectation(
                "Nothing can be expected under this step.",
                help: "Expect lines under `amina> …` or `amina sms< …`."
            )
        }
    }

    /// Whether a name has a value here; one that has none is reported.
    mutating func isKnown(_ name: String, _ range: SourceRange) -> Bool {
        guard let (owner, field) = Variables.parts(of: name) else {
            let isTold = isAlone && (isPart || roles.contains(.inclusion))
            if captured.contains(name) || isTold { return true }
            report(StepMistake.unknownVariable(name, known: captured.sorted()), range)
            return false
        }
        if isAlone, isPart { return true }
        if mistakenPhones.contains(owner) { return true }
        guard let phone = header.phones.first(where: { $0.name == owner }) else {
            let known = header.phones.map(\.name)
            report(StepMistake.unknownPhone(owner, known: known), range)
            return false
        }
        guard Variables.phoneFields.contains(field) else {
            let known = Variables.phoneFields.map { "\(phone.name).\($0)" }
            report(StepMistake.unknownVariable(name, known: known), range)
            return false
        }
        if field == "pin", phone.pin == nil {
            report(StepMistake.missingPin(phone.name), range)
            return false
        }
        return true
    }
}

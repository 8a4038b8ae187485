// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText

extension DraftBuilder {
    /// Resolves a body with its cases.
    mutating func body(_ parts: [BodyPartSyntax], in scope: Scope) -> DraftBody {
        var body = DraftBody()
        for part in parts {
            switch part {
            case .lines(let lines): body.parts.append(block(lines, in: scope))
            case .byWord(let syntax):
                if let part = byWord(syntax, in: scope) { body.parts.append(part) }
            }
        }
        return body
    }

    /// Resolves lines without cases; no lines give an empty body.
    mutating func body(_ lines: [TextLineSyntax], in scope: Scope) -> DraftBody {
        lines.isEmpty ? DraftBody() : DraftBody(parts: [block(lines, in: scope)])
    }

    /// Resolves lines that are translated as one text, once for each form of a number in them.
    private mutating func block(_ lines: [TextLineSyntax], in scope: Scope) -> DraftBody.Part {
        let rule = draft.settings.pluralRule
        guard let number = number(of: lines, rule, in: scope) else {
            return .lines(lines.map { line($0, in: scope, form: 0) })
        }
        let forms = (0..<rule.formCount).map { form in
            lines.map { line($0, in: scope, form: form) }
        }
        return .byNumber(number, rule: rule, forms: forms)
    }

    private mutating func lines(_ lines: [TextLineSyntax], in scope: Scope) -> [DraftLine] {
        lines.map { line($0, in: scope) }
    }

    /// Resolves one line; what cannot be shown is reported and left out.
    ///
    /// Plural holes show the word
    /// of a form; nil where there can be none.
    mutating func line(_ line: TextLineSyntax, in scope: Scope, form: Int? = nil) -> DraftLine {
        var pieces: [DraftPiece] = []
        for piece in line.pieces {
            switch piece {
            case .literal(let text, let range): pieces.append(.literal(text, range))
            case .plural(let path, let forms, let range):
                if let form, forms.indices.contains(form) {
                    pieces.append(.literal(forms[form].text, forms[form].range))
                } else if form == nil, resolve(path, in: scope) != nil {
                    findings.report(PluralFinding.pluralPlace, at: range)
                }
            case .hole(let path):
                guard let reference = resolve(path, in: scope) else { continue }
                if canBeShown(reference, at: path.range) { pieces.append(.hole(reference)) }
            }
        }
        return DraftLine(pieces: pieces, range: line.range)
    }

    private mutating func canBeShown(_ reference: DraftReference, at range: SourceRange) -> Bool {
        switch reference.type {
        case .text, .number, .amount, .msisdn, .choice, .calendar: return true
        case .secret: findings.report(SafetyFinding.secretShown(name: reference.name), at: range)
        case .flag, .record, .list:
            findings.report(
                ShapeFinding.cannotBeShown(
                    name: reference.name,
                    type: reference.type.described
                ),
                at: range
            )
        }
        return false
    }

    private mutating func byWord(_ syntax: CaseSyntax, in scope: Scope) -> DraftBody.Part? {
        guard let subject = syntax.subject, let reference = resolve(subject, in: scope) else {
            for arm in syntax.arms { _ = lines(arm.lines, in: scope) }
            return nil
        }
        guard case .choice(let words) = reference.type else {
            findings.report(
                ShapeFinding.notAChoice(name: reference.name, type: reference.type.described),
                at: subject.range
            )
            return nil
        }
        var arms: [(word: String, lines: [DraftLine])] = []
        var isMisspelt = false
        for arm in syntax.arms {
            let lines = lines(arm.lines, in: scope)
            if arms.contains(where: { $0.word == arm.word.text }) {
                findings.report(
                    OutcomeFinding.caseTwice(word: arm.word.text),
                    at: arm.word.range
                )
            } else if words.contains(arm.word.text) {
                arms.append((arm.word.text, lines))
            } else {
                isMisspelt = true
                findings.report(
                    TypeFinding.unknownWord(
                        word: arm.word.text,
                        of: reference.name,
                        known: words
                    ),
                    at: arm.word.range,
                    fix: DidYouMean.fix(arm.word, among: words)
                )
            }
        }
        let missing = words.filter { word in !arms.contains { $0.word == word } }
        if !missing.isEmpty, !isMisspelt {
            findings.report(
                OutcomeFinding.caseIncomplete(name: reference.name, missing: missing),
                at: syntax.keyword.union(subject.range)
            )
        }
        return .byWord(reference, arms: arms)
    }

    /// What is said to an answer that is none, when the screen or question says nothing itself.
    func defaultWrong() -> DraftBody {
        let typed = DraftReference(
            reference: Reference(slot: ReservedSlot.typed),
            type: .text(longest: Self.typedSeptetsMax),
            name: "typed",
            range: draft.settings.range
        )
        return DraftBody(
            [.hole(typed), .literal(" is not an answer here.", nil)],
            shared: DraftBody.menuWrong
        )
    }

    /// The menu's own `wrong`, where the state that is being built says it.
    mutating func sharedWrong() -> DraftBody {
        if wrongMentionsMe { mentionsMe = true }
        return draft.wrongChoice
    }

    /// The menu's own `wrong`, else the default.
    mutating func menuWrong() -> DraftBody {
        if draft.settings.wrong.isEmpty { return defaultWrong() }
        var wrong = body(draft.settings.wrong, in: Scope().addingTyped())
        wrong.shared = DraftBody.menuWrong
        return wrong
    }
}

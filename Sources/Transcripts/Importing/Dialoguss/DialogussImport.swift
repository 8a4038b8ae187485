// SPDX-License-Identifier: Apache-2.0
import GSM
public import SourceText

/// Makes a transcript of each session of a dialoguss file.
///
/// What is expected is taken word for word: nothing becomes a pattern. A session whose file does
/// not say how it ends is taken to end with its last screen.
public struct DialogussImport {
    private let file: DialogussFile
    private let menu: String?
    private var outcome = ImportOutcome()
    private var names: Set<String> = []

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - source: the YAML.
    ///   - menu: the name of the menu; nil to make one of what is dialled.
    /// - Returns: the scenes, and what is to be known about them.
    public static func read(_ source: SourceFile, menu: String?) -> ImportOutcome {
        var outcome = ImportOutcome()
        guard source.utf8Count <= ImportOutcome.Limits.fileOctetsMax else {
            let most = ImportOutcome.Limits.fileOctetsMax
            outcome.mistakes = [ImportNote(line: 1, "The file has more than \(most) octets.")]
            return outcome
        }
        do throws(DialogussReader.Failure) {
            let reader = try DialogussReader(source)
            var importer = DialogussImport(file: reader.file, menu: menu)
            importer.outcome.notes = reader.notes
            importer.run()
            return importer.outcome
        } catch {
            outcome.mistakes = [error.note]
            return outcome
        }
    }

    private init(file: DialogussFile, menu: String?) {
        self.file = file
        self.menu = menu
    }

    private mutating func run() {
        for (index, session) in file.sessions.enumerated() { add(session, index + 1) }
        if menu == nil, let scene = outcome.scenes.first {
            note(
                file.dial?.line ?? scene.line,
                "No menu was named, so that a name was made of what is dialled. Say --menu NAME."
            )
        }
        outcome.sortNotes()
    }

    private mutating func note(_ line: Int, _ sentence: String) {
        outcome.notes.append(ImportNote(line: line, sentence))
    }

    private mutating func add(_ session: DialogussFile.Session, _ number: Int) {
        guard !session.steps.isEmpty else {
            return note(session.line, "The session has no steps. It was left out.")
        }
        guard let dial = dial(of: session) else {
            let why =
                "Nothing says what is dialled. The session was left out; write `dial: \"*384#\"`."
            return note(session.line, why)
        }
        guard let msisdn = msisdn(of: session) else { return }
        let title = ImportedText.oneLine(session.description)
        var header = TranscriptHeader()
        header.title =
            title.isEmpty
            ? "Session \(number)" : String(title.prefix(SceneRecorder.Limits.titleCharactersMax))
        header.menu = menu ?? ImportedText.menuName(dial: dial)
        header.tags = ["imported"]
        header.phones = [PhoneSetup(recorded: Self.phone, msisdn: msisdn)]
        let steps = self.steps(of: session, dial)
        let text = TranscriptWriter.text(header, [WrittenPhase(title: "", steps: steps)])
        let wanted = ImportedText.fileName(title, else: "session-\(number)")
        let name = names.contains(wanted) ? "\(wanted)-\(number)" : wanted
        names.insert(name)
        outcome.scenes.append(
            ImportedScene(name: name, text: text, line: session.line, stepCount: steps.count)
        )
    }

    private static let phone = "caller"

    /// What the session dials: its first step, or the file.
    private func dial(of session: DialogussFile.Session) -> String? {
        let candidates = [session.steps.first?.input, file.dial?.text].compactMap { $0 }
            .map(ImportedText.trimmed)
        return candidates.first(where: ImportedText.isDial)
    }

    private mutating func msisdn(of session: DialogussFile.Session) -> MSISDN? {
        let value = session.phoneNumber ?? file.phoneNumber
        let digits = value.map { $0.text.filter { $0 != "+" && $0 != " " && $0 != "-" } } ?? ""
        if let msisdn = MSISDN(e164: "+" + digits) { return msisdn }
        note(
            value?.line ?? session.line,
            "There is no number of a phone with its country's code. A test number stands for it."
        )
        return TestNumbers.number(1, in: .kenya)
    }

    private mutating func steps(
        of session: DialogussFile.Session,
        _ dial: String
    ) -> [TranscriptStep] {
        var steps: [TranscriptStep] = []
        var isOver = false
        let first = session.steps.first?.input ?? ""
        if !first.isEmpty, !ImportedText.isDial(ImportedText.trimmed(first)) {
            note(
                session.line,
                "The first step is no dial. One was put before it, expecting nothing."
            )
            steps.append(Self.step(.text(Template([.text(dial)]))))
        }
        for (index, step) in session.steps.enumerated() {
            let isDial = index == 0 && steps.isEmpty
            if isOver, !isDial {
                note(step.line, "The session is over before this step, as `END` says above.")
            }
            let typed = isDial ? .text(Template([.text(dial)])) : input(step)
            var written = Self.step(typed)
            if let expect = step.expect {
                let shown = screen(expect)
                written.expectations = shown.lines
                isOver = shown.isLast
            } else {
                isOver = false
                note(step.line, "The step expects nothing, so that any screen passes.")
            }
            steps.append(written)
        }
        if !isOver {
            note(
                session.steps.last?.line ?? session.line,
                "Nothing says how the session ends. Its last screen is taken for the end."
            )
            let end = Expectation(line: 0, kind: .ending(.end), language: nil)
            if steps[steps.count - 1].expectations.isEmpty {
                steps[steps.count - 1].expectations = [
                    Expectation(line: 0, kind: .anyLines, language: nil)
                ]
            }
            steps[steps.count - 1].expectations.append(end)
        }
        return steps
    }

    private static func step(_ input: TranscriptStep.Input) -> TranscriptStep {
        TranscriptStep(line: 0, action: .press(phone: phone, input))
    }

    private mutating func input(_ step: DialogussFile.Step) -> TranscriptStep.Input {
        guard let typed = step.input, !typed.isEmpty else {
            let what = step.input == nil ? "The step has no `userInput`" : "`userInput` is empty"
            note(step.line, "\(what): send is pressed with nothing typed.")
            return .empty
        }
        guard ImportedText.isTypable(typed), ImportedText.clean(typed) == typed else {
            note(
                step.line,
                "What is typed cannot be written in a transcript: it has blanks around it, several "
                    + "lines, `{{`, or looks like `<hangup>`. Nothing is typed in its place."
            )
            return .empty
        }
        if Stage.isDialled(typed) {
            note(
                step.line,
                "What is typed is a code, which begins another session in a transcript."
            )
        }
        return .text(Template([.text(typed)]))
    }

    private mutating func screen(_ expect: String) -> (lines: [Expectation], isLast: Bool) {
        let text = ImportedText.withoutLineEnd(ImportedText.clean(expect))
        let shown = ImportedText.screen(text) ?? (text, false)
        var lines = TextLines.of(shown.text).map { line in
            let pieces = line.isEmpty ? [] : Template.Piece.text(line).escaped
            return Expectation(line: 0, kind: .text(Template(pieces)), language: nil)
        }
        if shown.isLast { lines.append(Expectation(line: 0, kind: .ending(.end), language: nil)) }
        if lines.count > TranscriptLimits.expectedLinesMax {
            lines = Array(lines.prefix(TranscriptLimits.expectedLinesMax - 1))
            lines.append(Expectation(line: 0, kind: .anyLines, language: nil))
        }
        return (lines, shown.isLast)
    }
}

// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText

extension DraftMenu {
    /// Reports strings and commands that mean two things.
    func checkRoutes(_ findings: inout Findings) {
        for (index, dial) in dials.enumerated() {
            if !dial.isLiteral, home(of: dial) == nil {
                findings.report(RouteFinding.withoutHome(text: dial.text), at: dial.range)
            }
            for other in dials[..<index] { compare(dial, other, &findings) }
        }
        for (index, command) in commands.enumerated() {
            guard let other = commands[..<index].first(where: { command.overlaps($0) }) else {
                continue
            }
            findings.report(
                RouteFinding.smsTwice,
                at: command.range,
                notes: [.init(range: other.range, "The other command stands here.")]
            )
        }
    }

    private func compare(_ dial: DraftDial, _ other: DraftDial, _ findings: inout Findings) {
        guard dial.segments.count == other.segments.count else { return }
        var isMoreSpecial = false
        var isLessSpecial = false
        for (one, two) in zip(dial.segments, other.segments) {
            switch (one.literal, two.literal) {
            case (let one?, let two?) where one != two: return
            case (_?, nil): isMoreSpecial = true
            case (nil, _?): isLessSpecial = true
            default: break
            }
        }
        let notes = [Diagnostic.Note(range: other.range, "The other string stands here.")]
        if isMoreSpecial == isLessSpecial {
            if isMoreSpecial || dial.text != other.text {
                findings.report(
                    RouteFinding.dialAmbiguous(text: dial.text, other: other.text),
                    at: dial.range,
                    notes: notes
                )
            } else {
                findings.report(
                    RouteFinding.dialTwice(text: dial.text),
                    at: dial.range,
                    notes: notes
                )
            }
        }
    }
}

extension DraftCommand {
    /// Whether one message can be both commands with nothing to tell them apart.
    func overlaps(_ other: DraftCommand) -> Bool {
        let mine = Set(shapes)
        return other.shapes.contains { mine.contains($0) }
    }

    /// What the message looks like with and without its optional words, arguments as `*`.
    private var shapes: [String] {
        var shapes = [""]
        for word in words.prefix(Self.wordsMax) {
            switch word {
            case .literal(let text): shapes = shapes.map { $0 + " " + text.lowercased() }
            case .optional(let text): shapes += shapes.map { $0 + " " + text.lowercased() }
            case .argument: shapes = shapes.map { $0 + " *" }
            }
        }
        return shapes
    }

    /// The most words that are compared; each optional word doubles the work.
    private static let wordsMax = 10
}

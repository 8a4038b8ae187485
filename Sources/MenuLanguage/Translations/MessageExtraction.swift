// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import SourceText

/// The texts of a draft for translators, with what they must know of the screens.
struct MessageExtraction: Sendable {
    private let draft: DraftMenu
    private let proof: MenuProof
    /// The paths of the menu's files in the order they were read.
    private let files: [String]

    init(draft: DraftMenu, proof: MenuProof, files: [String]) {
        self.draft = draft
        self.proof = proof
        self.files = files
    }

    /// The messages in source order.
    var messages: [MenuMessage] {
        let order = Dictionary(
            files.enumerated().map { ($1, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let own = proof.largest.filter { $0.language == draft.settings.language }
        let proofs = Dictionary(own.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let drawing = LongestDrawing(draft)
        let texts = MenuTexts(draft).all.enumerated().sorted { left, right in
            let (first, second) = (left.element.range, right.element.range)
            if first.file != second.file {
                return order[first.file] ?? 0 < order[second.file] ?? 0
            }
            return (first.lower, left.offset) < (second.lower, right.offset)
        }
        var drawn: Set<Int> = []
        return texts.map { _, text in
            let state = text.state.map { draft.states[$0] }
            let proof = state.flatMap { proofs[$0.name] }
            var comments: [String] = []
            if text.kind == .body, let state, let proof, let index = text.state,
                drawn.insert(index).inserted
            {
                comments = drawing.lines(of: state) + [Self.use(proof)]
            } else if let state, let proof {
                comments = [Self.room(state, proof)]
            } else if let line = Self.place(of: text) {
                comments = [line]
            }
            return MenuMessage(
                context: text.context,
                source: text.source,
                plural: text.plural,
                range: text.range,
                comments: comments + holes(text, drawing.measure)
            )
        }
    }

    private static func use(_ proof: ScreenProof) -> String {
        let unit = proof.alphabet == .gsm7 ? "septets" : "UCS-2 units"
        let pages = proof.pages > 1 ? ", on at most \(proof.pages) pages" : ""
        return "at most \(proof.limit) \(unit), \(proof.units) used\(pages)"
    }

    private static func room(_ state: DraftState, _ proof: ScreenProof) -> String {
        let unit = proof.alphabet == .gsm7 ? "septets" : "UCS-2 units"
        return "on the screen `\(state.name)`, which leaves \(max(0, proof.limit - proof.units)) "
            + "\(unit)"
    }

    private static func place(of text: MenuTexts.Text) -> String? {
        switch text.kind {
        case .more: "the line that turns the page of a list"
        case .block: "stands above the screen that is shown next"
        case .body, .arm, .line: nil
        }
    }

    private func holes(_ text: MenuTexts.Text, _ measure: Measure) -> [String] {
        var seen: Set<String> = []
        return text.holes.compactMap { hole in
            guard seen.insert(hole.name).inserted else { return nil }
            let length = measure.extent(DraftLine(pieces: [.hole(hole)])).septets
            return "{\(hole.name)}: at most \(length) septets"
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText

/// One text in another language.
struct Translation: Sendable {
    /// The lines of each form, with the values of the text where it first stands; one form without
    /// a number.
    let forms: [[DraftLine]]
    private let hasHoles: Bool

    /// A translation of its lines.
    init(forms: [[DraftLine]]) {
        self.forms = forms
        hasHoles = forms.contains { $0.contains { $0.hasHoles } }
    }

    /// The forms with the values of a source text in their holes; what it has not stays empty.
    func forms(for source: () -> DraftBlock) -> [[DraftLine]] {
        guard hasHoles else { return forms }
        let source = source()
        var values: [DraftReference] = source.forms.first?.flatMap(\.uses) ?? []
        if let number = source.number { values.append(number) }
        return forms.map { lines in
            lines.map { line in
                guard line.hasHoles else { return line }
                let pieces = line.pieces.compactMap { piece -> DraftPiece? in
                    guard case .hole(let hole) = piece else { return piece }
                    return values.first { $0.name == hole.name }.map { .hole($0) }
                }
                return DraftLine(pieces: pieces, range: line.range)
            }
        }
    }
}

extension DraftLine {
    /// Whether a value is shown in it.
    fileprivate var hasHoles: Bool {
        pieces.contains { if case .hole = $0 { true } else { false } }
    }
}

// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText

/// One text in another language, whose holes are names still.
struct Translation: Sendable {
    /// The lines of each form; one form without a number.
    let forms: [[Line]]

    /// One line.
    struct Line: Sendable {
        var pieces: [Piece] = []
        /// Where the whole text is written.
        let range: SourceRange
    }

    /// What is shown, or the name of a value.
    enum Piece: Sendable {
        case literal(String)
        case hole(String)
    }

    /// The block with the values of a source text in its holes; holes of other names stay empty.
    func block(for source: DraftBlock, rule: PluralRule) -> DraftBlock {
        var values: [DraftReference] = source.forms.first?.flatMap(\.uses) ?? []
        if let number = source.number { values.append(number.reference) }
        let forms = self.forms.map { lines in
            lines.map { line in
                DraftLine(
                    pieces: line.pieces.compactMap { piece in
                        switch piece {
                        case .literal(let text): .literal(text, line.range)
                        case .hole(let name):
                            values.first { $0.name == name }.map { .hole($0) }
                        }
                    },
                    range: line.range
                )
            }
        }
        return DraftBlock(number: source.number.map { ($0.reference, rule) }, forms: forms)
    }
}

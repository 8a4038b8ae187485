// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import SourceText

/// Measures texts with every value at its longest.
struct Measure {
    let format: AmountFormat
    /// The slots that may hold what a subscriber typed, character for character.
    let typedSlots: Set<SlotIndex>
    /// How the language writes amounts.
    let numbers: NumberStyle
    /// How it writes days and times.
    let dates: DateStyle
    private let amountSeptets: Int

    init(format: AmountFormat, typedSlots: Set<SlotIndex>, _ language: LanguageDraft) {
        self.format = format
        self.typedSlots = typedSlots
        numbers = language.numbers
        dates = language.dates
        amountSeptets = format.longestSeptets(in: numbers)
    }

    /// The septets that one typed character can take: two for one of the extension table, and for
    /// what becomes two letters when it is brought into the alphabet.
    static let septetsPerTypedCharacter = 2

    /// A body, the longest arm of each case counted; nil when it shows nothing.
    func extent(_ body: DraftBody) -> Extent? {
        var extent: Extent?
        add(body, below: &extent)
        return extent
    }

    /// Puts a body below, the longest arm of each case counted.
    func add(_ body: DraftBody, below extent: inout Extent?) {
        for part in body.parts {
            switch part {
            case .lines(let lines): for line in lines { add(line, below: &extent) }
            case .byNumber(_, _, let forms): extent.appendLine(largest(of: forms))
            case .byWord(_, let arms): extent.appendLine(largest(of: arms.map(\.lines)))
            }
        }
    }

    /// Puts an option below: its key, a blank and its label.
    func add(_ choice: DraftChoice, below extent: inout Extent?) {
        extent.beginLine()
        extent?.append(ascii: choice.key.text.utf8.count + 1)
        for piece in choice.label.pieces { add(piece, to: &extent) }
    }

    /// One line.
    func extent(_ line: DraftLine) -> Extent {
        var extent: Extent? = Extent()
        for piece in line.pieces { add(piece, to: &extent) }
        return extent ?? Extent()
    }

    private func add(_ line: DraftLine, below extent: inout Extent?) {
        extent.beginLine()
        for piece in line.pieces { add(piece, to: &extent) }
    }

    /// The larger of lines of which only one is shown.
    private func largest(of forms: [[DraftLine]]) -> Extent? {
        forms.compactMap { lines in
            var extent: Extent?
            for line in lines { add(line, below: &extent) }
            return extent
        }.reduce(nil as Extent?) { $0?.larger($1) ?? $1 }
    }

    private func add(_ piece: DraftPiece, to extent: inout Extent?) {
        switch piece {
        case .literal(let text, let range): extent?.append(text, range)
        case .hole(let hole):
            let units = length(of: hole.type)
            let isTyped =
                hole.reference.path.isEmpty && typedSlots.contains(hole.reference.slot)
            let septets = isTyped ? units * Self.septetsPerTypedCharacter : units
            extent?.append(Extent.Counted(name: hole.name, length: septets), units: units)
        }
    }

    private func length(of type: ValueType) -> Int {
        if case .amount = type { return amountSeptets }
        return type.longestSeptets(format: format, numbers: numbers, dates: dates) ?? 0
    }
}

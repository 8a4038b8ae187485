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
        Extent.joined(
            body.parts.compactMap { part in
                switch part {
                case .lines(let lines): Extent.joined(lines.map(extent))
                case .byNumber(_, _, let forms): largest(of: forms)
                case .byWord(_, let arms): largest(of: arms.map(\.lines))
                }
            }
        )
    }

    /// The larger of lines of which only one is shown.
    private func largest(of forms: [[DraftLine]]) -> Extent? {
        forms.compactMap { Extent.joined($0.map(extent)) }
            .reduce(nil as Extent?) { $0?.larger($1) ?? $1 }
    }

    /// One line.
    func extent(_ line: DraftLine) -> Extent {
        var extent = Extent()
        for piece in line.pieces {
            switch piece {
            case .literal(let text, let range): extent.append(self.extent(text, range))
            case .hole(let reference): extent.append(self.extent(reference))
            }
        }
        return extent
    }

    /// An option: its key, a blank and its label.
    func extent(_ choice: DraftChoice) -> Extent {
        var extent = Extent(ascii: choice.key.text.utf8.count + 1)
        extent.append(self.extent(choice.label))
        return extent
    }

    /// A text of the menu as it is.
    func extent(_ text: String, _ range: SourceRange?) -> Extent {
        var extent = Extent()
        let size = TextSize.measure(text)
        extent.units = text.utf16.count
        if size.alphabet == .gsm7 {
            extent.septets = size.units
        } else {
            extent.septets = extent.units
            extent.forcing = Extent.Forcing(text: text, range: range)
        }
        return extent
    }

    private func length(of type: ValueType) -> Int {
        if case .amount = type { return amountSeptets }
        return type.longestSeptets(format: format, numbers: numbers, dates: dates) ?? 0
    }

    private func extent(_ reference: DraftReference) -> Extent {
        let length = length(of: reference.type)
        var extent = Extent(ascii: length)
        if reference.reference.path.isEmpty, typedSlots.contains(reference.reference.slot) {
            extent.septets *= Self.septetsPerTypedCharacter
        }
        extent.counted = [Extent.Counted(name: reference.name, length: extent.septets)]
        return extent
    }
}

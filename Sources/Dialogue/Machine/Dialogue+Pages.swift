// SPDX-License-Identifier: Apache-2.0
import GSM

extension Dialogue {
    /// Draws as many items as fit above the options, and the key for more when some are left.
    ///
    /// The page that follows begins with the first item left out, so that no item is lost and none
    /// is shown twice. A page has at least one item; whether that fits is checked with the screen.
    mutating func drawPage(
        of each: Each,
        _ items: [Value],
        above choices: [Choice],
        room: Int,
        on canvas: inout Canvas
    ) {
        var options = Canvas(canvas.alphabet, program)
        draw(choices, on: &options)
        let more = moreLine(canvas.alphabet)
        let roomOnLast = room - canvas.units - options.unitsAsLines
        let roomOnOthers = roomOnLast - more.unitsAsLines
        if Int(firstItem) >= items.count { firstItem = 0 }

        var slots = slots
        var lines: [Canvas] = []
        var taken = 0
        var fitting = 0
        for index in Int(firstItem)..<items.count {
            slots[each.item] = items[index]
            let line = itemLine(each, number: index + 1, slots, canvas.alphabet)
            taken += line.units + (lines.isEmpty && !canvas.hasLine ? 0 : 1)
            if taken > roomOnLast { break }
            lines.append(line)
            if taken <= roomOnOthers { fitting = lines.count }
        }
        let isLastPage = Int(firstItem) + lines.count == items.count
        if !isLastPage {
            lines = Array(lines.prefix(fitting))
            if lines.isEmpty {
                slots[each.item] = items[Int(firstItem)]
                lines = [itemLine(each, number: Int(firstItem) + 1, slots, canvas.alphabet)]
            }
        }
        for line in lines { canvas.append(lines: line) }
        canvas.append(lines: options)
        let next = Int(firstItem) + lines.count
        nextItem = next < items.count ? UInt16(clamping: next) : 0
        if nextItem > 0 { canvas.append(lines: more) }
    }

    /// One item's line, with its number when it can be chosen.
    private func itemLine(
        _ each: Each,
        number: Int,
        _ slots: Slots,
        _ alphabet: Alphabet
    ) -> Canvas {
        var line = Canvas(alphabet, program)
        line.beginLine()
        if each.target != nil {
            line.append(ascii: String(number))
            line.append(ascii: " ")
        }
        draw(each.line, with: slots, on: &line)
        return line
    }

    private func moreLine(_ alphabet: Alphabet) -> Canvas {
        var line = Canvas(alphabet, program)
        guard let key = program.keys.more else { return line }
        line.beginLine()
        line.append(ascii: key)
        line.append(ascii: " ")
        line.append(text: program.keys.moreLabel)
        return line
    }
}

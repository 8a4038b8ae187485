// SPDX-License-Identifier: Apache-2.0
import GSM

extension Dialogue {
    /// Draws as many items as fit above the options, and the key for more when some are left.
    ///
    /// The page that follows begins with the first item left out, so that no item is lost and none
    /// is shown twice. A page has at least one item; whether that fits is checked with the screen.
    mutating func drawList(_ node: ScreenNode, errorUnits: Int, on canvas: inout Canvas) {
        nextItem = 0
        guard let each = node.screen.each, case .list(let items) = slots.value(at: each.list),
            !items.isEmpty
        else { return canvas.append(node.options, slots, of: program) }
        if Int(firstItem) >= items.count { firstItem = 0 }

        let limit = program.unitsMax(in: canvas.alphabet)
        let room = min(limit, limit - each.errorReserve + errorUnits)
        let (options, more) = tails(node, canvas)
        var slots = slots
        var (end, fittingEnd) = (Int(firstItem), Int(firstItem))
        var fitting = canvas.mark
        while end < items.count {
            slots[each.item] = items[end]
            canvas.beginLine()
            if each.target != nil { canvas.append(text: "\(end + 1) ") }
            canvas.append(node.item, slots, of: program)
            if end > firstItem, canvas.units + options > room { break }
            end += 1
            if end - 1 == firstItem || canvas.units + options + more <= room {
                (fitting, fittingEnd) = (canvas.mark, end)
            }
        }
        if end < items.count {
            canvas.goBack(to: fitting)
            nextItem = UInt16(clamping: fittingEnd)
        }
        canvas.append(node.options, self.slots, of: program)
        if nextItem > 0 { canvas.append(program.speech(language).moreLine, slots, of: program) }
    }

    /// The units that the options and the line for more take below a list.
    private func tails(_ node: ScreenNode, _ canvas: Canvas) -> (options: Int, more: Int) {
        var trial = canvas
        trial.beginLine()
        let start = trial.mark
        trial.append(node.options, slots, of: program)
        let options = trial.units - start.units
        trial.goBack(to: start)
        trial.append(program.speech(language).moreLine, slots, of: program)
        return (options, trial.units - start.units)
    }
}

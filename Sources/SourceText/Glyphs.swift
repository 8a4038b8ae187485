// SPDX-License-Identifier: Apache-2.0

/// What characters look like in a terminal: their width, and what stands for invisible ones.
enum Glyphs {
    /// A line made visible, with the display columns between which a stretch of it lies.
    struct Line {
        var text: String
        var lowerColumn: Int
        var upperColumn: Int
    }

    /// One character as it is shown, with the display columns it takes.
    private struct Cell {
        let text: String
        let columns: Range<Int>
    }

    /// Lays a line out: tabs become spaces to the next stop, control characters pictures.
    ///
    /// A line wider than ``DiagnosticRenderer/lineColumnsMax`` is cut to what surrounds the start
    /// of the stretch, with `…` where something is left out.
    ///
    /// - Parameters:
    ///   - line: The line without its end.
    ///   - lower: The UTF-8 offset in the line at which the stretch begins.
    ///   - upper: The UTF-8 offset at which it ends; beyond the line it ends with the line.
    /// - Returns: The text without white space at its end, and the columns of the stretch.
    static func laidOut(_ line: Substring, from lower: Int, to upper: Int) -> Line {
        var cells: [Cell] = []
        var column = 0
        var offset = 0
        var bounds: (lower: Int?, upper: Int?)
        for character in line {
            let next = offset + character.utf8.count
            if bounds.lower == nil, lower < next { bounds.lower = column }
            if bounds.upper == nil, upper <= offset { bounds.upper = column }
            let cell = cell(character, at: column)
            cells.append(cell)
            column = cell.columns.upperBound
            offset = next
        }
        let start = bounds.lower ?? column
        return window(cells, from: start, to: max(start, bounds.upper ?? column))
    }

    private static func cell(_ character: Character, at column: Int) -> Cell {
        if character == "\t" {
            let stop = DiagnosticRenderer.tabColumns
            let spaces = stop - column % stop
            let text = String(repeating: " ", count: spaces)
            return Cell(text: text, columns: column..<(column + spaces))
        }
        let glyph = visible(character)
        return Cell(text: String(glyph), columns: column..<(column + width(glyph)))
    }

    /// The cells as text, or those around a stretch when all are too wide.
    private static func window(_ cells: [Cell], from lower: Int, to upper: Int) -> Line {
        let widest = DiagnosticRenderer.lineColumnsMax
        let end = cells.last?.columns.upperBound ?? 0
        var first = 0
        var last = end
        if end > widest {
            first = max(0, min(lower - widest / 4, end - widest))
            last = first + widest
        }
        let shown = cells.filter { $0.columns.lowerBound >= first && $0.columns.upperBound <= last }
        var text = shown.map(\.text).joined()
        while text.last == " " { text.removeLast() }
        let cut = first > 0 ? 1 : 0
        let shift = cut - (shown.first?.columns.lowerBound ?? 0)
        return Line(
            text: (cut > 0 ? "…" : "") + text + (last < end ? "…" : ""),
            lowerColumn: lower + shift,
            upperColumn: min(upper, last) + shift
        )
    }

    /// A text that stays on its line and steers no terminal.
    static func oneLine(_ text: String) -> String {
        String(text.map { $0.isNewline || $0 == "\t" ? " " : visible($0) })
    }

    /// The number of columns a character takes: 0, 1, or 2 for East Asian wide ones and emoji
    /// (Unicode Standard Annex #11).
    static func width(_ character: Character) -> Int {
        let scalars = character.unicodeScalars
        if scalars.count > 1, scalars.contains("\u{FE0F}") { return 2 }
        return min(2, scalars.map(width).reduce(0, +))
    }

    /// The character, or what stands for it when it would steer the terminal.
    private static func visible(_ character: Character) -> Character {
        guard character.unicodeScalars.contains(where: steers) else { return character }
        guard let scalar = character.unicodeScalars.first else { return character }
        switch scalar.value {
        case 0x00...0x1F: return Unicode.Scalar(scalar.value + 0x2400).map(Character.init) ?? "�"
        case 0x7F: return "\u{2421}"
        default: return "�"
        }
    }

    /// Whether a scalar moves the cursor, changes colours or turns the direction of text.
    private static func steers(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    private static func width(_ scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x300 { return scalar.value == 0xAD ? 0 : 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        if conjoiningJamo.contains(scalar.value) { return 0 }
        return isWide(scalar) ? 2 : 1
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.properties.isEmojiPresentation { return true }
        return wide.contains { $0.contains(scalar.value) }
    }

    /// Hangul vowels and finals, which join the consonant before them.
    private static let conjoiningJamo: ClosedRange<UInt32> = 0x1160...0x11FF

    /// The blocks of wide and full-width characters beside emoji (EastAsianWidth `W` and `F`).
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF,
        0x4E00...0xA4C6, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
        0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF,
        0x1F1E6...0x1F1FF, 0x1F200...0x1F265, 0x20000...0x3FFFD,
    ]
}

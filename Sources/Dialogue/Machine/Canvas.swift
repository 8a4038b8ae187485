// SPDX-License-Identifier: Apache-2.0
import GSM

/// Text under construction, whose size is the sum of its pieces' sizes.
struct Canvas {
    /// The alphabet that the pieces are written in.
    let alphabet: Alphabet
    /// The size so far, in units of the alphabet.
    private(set) var units = 0
    /// Whether a literal has no place in the default alphabet, so that all of it must be redrawn.
    private(set) var needsUCS2 = false
    /// Whether the next line begins with a line feed.
    private(set) var hasLine = false

    private let format: AmountFormat
    private let country: Country
    private var octets: [UInt8] = []

    /// A blank canvas for the screens of a program.
    init(_ alphabet: Alphabet, _ program: MenuProgram) {
        self.alphabet = alphabet
        format = program.amountFormat
        country = program.country
        octets.reserveCapacity(256)
    }

    /// What was drawn.
    var text: String { String(decoding: octets, as: UTF8.self) }

    /// What was drawn, measured.
    var size: TextSize { TextSize(alphabet: alphabet, units: units) }

    /// The units it adds below other lines, the line feed before it included.
    var unitsAsLines: Int { hasLine ? units + 1 : 0 }

    /// Begins a line; between lines stands one line feed.
    mutating func beginLine() {
        if hasLine {
            octets.append(UInt8(ascii: "\n"))
            units += 1
        }
        hasLine = true
    }

    /// Draws a text that the author wrote.
    mutating func append(_ literal: Template.Literal) {
        if alphabet == .ucs2 {
            units += literal.units
        } else if let septets = literal.septets {
            units += septets
        } else {
            needsUCS2 = true
        }
        octets.append(contentsOf: literal.text.utf8)
    }

    /// Draws a value; what can never be shown draws nothing.
    mutating func append(_ value: Value) {
        switch value {
        case .text(let text):
            append(text: text)
        case .amount(let minorUnits):
            let before = octets.count
            format.append(minorUnits, to: &octets)
            units += octets.count - before
        default:
            if let text = value.text(format: format, country: country) { append(text: text) }
        }
    }

    /// Draws ASCII digits, letters and blanks, which take one unit each.
    mutating func append(ascii text: String) {
        octets.append(contentsOf: text.utf8)
        units += text.utf8.count
    }

    /// Draws a text of unknown origin, brought into the canvas's alphabet.
    mutating func append(text: String) {
        if alphabet == .ucs2 {
            units += text.utf16.count
            octets.append(contentsOf: text.utf8)
        } else if Self.isPlain(text) {
            append(ascii: text)
        } else {
            let kept = Transliteration.toDefaultAlphabet(text)
            units += TextSize.measure(kept).units
            octets.append(contentsOf: kept.utf8)
        }
    }

    /// Marks that a text drawn before was written for UCS-2.
    mutating func demandUCS2() {
        if alphabet == .gsm7 { needsUCS2 = true }
    }

    /// Draws, on a line of their own, lines that another canvas has measured.
    mutating func append(lines line: Canvas) {
        if !line.hasLine { return }
        beginLine()
        units += line.units
        octets.append(contentsOf: line.octets)
        needsUCS2 = needsUCS2 || line.needsUCS2
    }

    /// Whether every octet is a character that takes one septet, as nearly every name has.
    private static func isPlain(_ text: String) -> Bool {
        for octet in text.utf8 {
            switch octet {
            case 0x20...0x5A, 0x5F, 0x61...0x7A: continue
            default: return false
            }
        }
        return true
    }
}

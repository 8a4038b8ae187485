// SPDX-License-Identifier: Apache-2.0
import GSM

/// Text under construction in memory that is only borrowed, whose size is the sum of its pieces'.
struct Canvas {
    /// The alphabet that the pieces are written in.
    let alphabet: Alphabet
    /// The size so far, in units of the alphabet.
    private(set) var units = 0
    /// Whether a literal has no place in the default alphabet, so that all of it must be redrawn.
    private(set) var needsUCS2 = false
    /// Whether something was left out because no screen could hold it; the size still counts it.
    private(set) var isCut = false

    /// How amounts are written.
    private let numbers: NumberStyle
    private let language: LanguageIndex
    private let memory: UnsafeMutableBufferPointer<UInt8>
    private var count = 0
    /// Whether the next line begins with a line feed.
    private var hasLine = false

    /// A place on a canvas to return to.
    struct Mark {
        let units: Int
        fileprivate let count: Int
        fileprivate let hasLine: Bool
        fileprivate let isCut: Bool
    }

    /// Draws on a blank canvas with room for whatever a screen of the program can hold.
    static func draw<Result>(
        _ alphabet: Alphabet,
        _ program: MenuProgram,
        _ language: LanguageIndex,
        _ body: (inout Canvas) -> Result
    ) -> Result {
        let octetsMax = program.screenOctetsMax
        let numbers = program.style(language)
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: octetsMax) { memory in
            var canvas = Canvas(alphabet, numbers, language, memory)
            return body(&canvas)
        }
    }

    private init(
        _ alphabet: Alphabet,
        _ numbers: NumberStyle,
        _ language: LanguageIndex,
        _ memory: UnsafeMutableBufferPointer<UInt8>
    ) {
        self.alphabet = alphabet
        self.numbers = numbers
        self.language = language
        self.memory = memory
    }

    /// What was drawn.
    var text: String {
        String(decoding: UnsafeBufferPointer(rebasing: memory[..<count]), as: UTF8.self)
    }

    /// What was drawn, measured.
    var size: TextSize { TextSize(alphabet: alphabet, units: units) }

    /// The place that was reached.
    var mark: Mark { Mark(units: units, count: count, hasLine: hasLine, isCut: isCut) }

    /// Takes back what was drawn since a mark.
    mutating func goBack(to mark: Mark) {
        (units, count, hasLine, isCut) = (mark.units, mark.count, mark.hasLine, mark.isCut)
    }

    /// Marks that a text drawn before was written for UCS-2.
    mutating func demandUCS2() {
        if alphabet == .gsm7 { needsUCS2 = true }
    }

    /// Counts more than any screen holds, for a text of which a part is lost.
    mutating func overflow() {
        units += memory.count
        isCut = true
    }

    /// Begins a line; between lines stands one line feed.
    mutating func beginLine() {
        if hasLine {
            append(octet: UInt8(ascii: "\n"))
        }
        hasLine = true
    }

    /// Draws a row of steps with the values of a dialogue.
    mutating func append(_ drawing: Drawing, _ slots: Slots, of program: MenuProgram) {
        drawing.octets.withUnsafeBufferPointer { octets in
            var index = 0
            while index < drawing.steps.count {
                switch drawing.steps[index] {
                case .line: beginLine()
                case .literal(let range, let septets, let units):
                    let range = Int(range.lowerBound)..<Int(range.upperBound)
                    write(UnsafeBufferPointer(rebasing: octets[range]))
                    if alphabet == .ucs2 {
                        self.units += Int(units)
                    } else if let septets {
                        self.units += Int(septets)
                    } else {
                        needsUCS2 = true
                        return
                    }
                case .slot(let slot): append(slots[slot], program)
                case .field(let slot, let field):
                    append(slots.value(of: slot, field: Int(field)), program)
                case .reference(let reference):
                    append(slots.value(at: drawing.references[Int(reference)]), program)
                case .unless(let condition, let skips):
                    if !slots.holds(drawing.conditions[Int(condition)]) { index += Int(skips) }
                case .unlessWord(let reference, let word, let skips):
                    let value = slots.value(at: drawing.references[Int(reference)])
                    if value != .text(drawing.words[Int(word)]) { index += Int(skips) }
                case .byForm(let reference, let rule, let forms):
                    let value = slots.value(at: drawing.references[Int(reference)])
                    var form = Int(forms) - 1
                    if case .number(let number) = value {
                        form = min(form, drawing.rules[Int(rule)].form(of: number))
                    }
                    index += form
                case .skip(let skips): index += Int(skips)
                }
                index += 1
            }
        }
    }

    /// Draws a text of unknown origin, brought into the canvas's alphabet.
    mutating func append(text: String) {
        let isPlain = text.utf8.withContiguousStorageIfAvailable { appendPlain($0) }
        if isPlain == true { return }
        var text = text
        if alphabet == .ucs2 {
            units += text.utf16.count
        } else {
            text = Transliteration.toDefaultAlphabet(text)
            units += TextSize.measure(text).units
        }
        text.withUTF8 { write($0) }
    }

    /// Draws a value; what can never be shown draws nothing.
    private mutating func append(_ value: Value, _ program: MenuProgram) {
        switch value {
        case .text(let text): append(text: text)
        case .amount(let minorUnits):
            if numbers.codeIsFirst { append(text: program.amountFormat.code) }
            program.amountFormat.withDigits(minorUnits, numbers) { digits in
                write(digits)
                units += digits.count
            }
            if !numbers.codeIsFirst { append(text: program.amountFormat.code) }
        case .msisdn(let number):
            let isHome = program.homeNumbers.withDigits(of: number) { digits in
                write(digits)
                units += digits.count
            }
            if !isHome { append(text: number.national(in: program.country)) }
        case .calendar(let time): append(text: program.dates(language).text(time))
        default:
            let text = value.text(format: program.amountFormat, country: program.country)
            if let text { append(text: text) }
        }
    }

    private mutating func append(octet: UInt8) {
        units += 1
        guard count < memory.count else { return isCut = true }
        memory[count] = octet
        count += 1
    }

    /// Draws a text whose every octet is a character of one unit in either alphabet, as nearly
    /// every name is; false when it is another.
    private mutating func appendPlain(_ octets: UnsafeBufferPointer<UInt8>) -> Bool {
        for octet in octets {
            switch octet {
            case 0x20...0x5A, 0x5F, 0x61...0x7A: continue
            default: return false
            }
        }
        units += octets.count
        write(octets)
        return true
    }

    private mutating func write(_ octets: UnsafeBufferPointer<UInt8>) {
        guard !isCut, octets.count <= memory.count - count else { return isCut = true }
        guard let source = octets.baseAddress, let target = memory.baseAddress else { return }
        (target + count).update(from: source, count: octets.count)
        count += octets.count
    }
}

// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import SourceText

/// How large a text can become, counted in both alphabets at once.
struct Extent {
    var septets = 0
    var units = 0
    /// The first literal that GSM-7 cannot carry.
    var forcing: Forcing?
    /// The values counted at their longest, in the order they stand.
    var counted: [Counted] = []

    /// A literal that GSM-7 cannot carry.
    struct Forcing {
        let text: String
        /// Where the literal is written; nil for a text of the compiler's own.
        let range: SourceRange?
    }

    /// A value and the length it was counted with.
    struct Counted: Equatable {
        let name: String
        let length: Int
        /// As in `me.name 20`.
        let described: String

        init(name: String, length: Int) {
            (self.name, self.length) = (name, length)
            described = "\(name) \(length)"
        }
    }

    /// A text of ASCII characters that take one septet each.
    init(ascii count: Int = 0) {
        septets = count
        units = count
    }

    /// Puts a text of ASCII characters that take one septet each behind.
    mutating func append(ascii count: Int) {
        septets += count
        units += count
    }

    /// Puts a text behind as it is.
    mutating func append(_ text: String, _ range: SourceRange?) {
        let size = TextSize.measure(text)
        let own = size.alphabet == .gsm7 ? text.utf16.count : size.units
        units += own
        septets += size.alphabet == .gsm7 ? size.units : own
        if size.alphabet == .ucs2, forcing == nil { forcing = Forcing(text: text, range: range) }
    }

    /// Puts a value of this length behind.
    mutating func append(_ value: Counted, units own: Int) {
        septets += value.length
        units += own
        if !counted.contains(value) { counted.append(value) }
    }

    /// Puts a text behind.
    mutating func append(_ other: Extent) {
        septets += other.septets
        units += other.units
        if forcing == nil { forcing = other.forcing }
        for value in other.counted where !counted.contains(value) { counted.append(value) }
    }

    /// Puts a text below, on a line of its own.
    mutating func appendLine(_ other: Extent) {
        append(ascii: 1)
        append(other)
    }

    /// The larger of two texts of which only one is shown, in each alphabet.
    func larger(_ other: Extent) -> Extent {
        var larger = septets >= other.septets ? self : other
        larger.septets = max(septets, other.septets)
        larger.units = max(units, other.units)
        larger.forcing = forcing ?? other.forcing
        return larger
    }

    /// The alphabet it travels in.
    var alphabet: Alphabet { forcing == nil ? .gsm7 : .ucs2 }

    /// The size in an alphabet.
    func count(in alphabet: Alphabet) -> Int {
        switch alphabet {
        case .gsm7: septets
        case .ucs2: units
        }
    }
}

extension Extent? {
    /// Begins a line below what there is.
    mutating func beginLine() {
        if case nil = self { self = Extent() } else { self?.append(ascii: 1) }
    }

    /// Puts a text below, if there is one.
    mutating func appendLine(_ other: Extent?) {
        guard let other else { return }
        if case nil = self { self = other } else { self?.appendLine(other) }
    }
}

// SPDX-License-Identifier: Apache-2.0

/// The tables that a short message is written in: the default ones, or those of national languages.
///
/// A locking shift replaces the default alphabet, a single shift the extension table behind the
/// escape (TS 23.038 clauses 6.2.1.2.2 and 6.2.1.2.3).
public struct NationalShift: Hashable, Sendable {
    /// The language whose table replaces the default alphabet, or nil.
    public let locking: NationalLanguage?
    /// The language whose table replaces the extension table, or nil.
    public let single: NationalLanguage?

    /// Makes a shift; a language without a locking table keeps the default alphabet.
    public init(locking: NationalLanguage? = nil, single: NationalLanguage? = nil) {
        self.locking = locking?.hasLockingTable == true ? locking : nil
        self.single = single
    }

    /// The default alphabet with the default extension table, which needs no header.
    public static let none = NationalShift()

    /// Every shift of a language: by its single table, its locking table, and both.
    public static func all(of language: NationalLanguage) -> [NationalShift] {
        let single = NationalShift(single: language)
        if !language.hasLockingTable { return [single] }
        return [
            single, NationalShift(locking: language),
            NationalShift(locking: language, single: language),
        ]
    }

    /// The information elements that announce it: 0x24 for the single table, 0x25 for the locking
    /// one (TS 23.040 clauses 9.2.3.24.15 and 9.2.3.24.16).
    public var elements: [UInt8] {
        (single.map { [0x24, 0x01, $0.rawValue] } ?? [])
            + (locking.map { [0x25, 0x01, $0.rawValue] } ?? [])
    }

    /// Counts the septets of one scalar: 1, 2 behind the escape, nil when it has no code.
    public func septetCount(of scalar: Unicode.Scalar) -> Int? {
        if self == .none { return DefaultAlphabet.septetCount(of: scalar) }
        if ShiftTable.locking(locking).codes[scalar] != nil { return 1 }
        return ShiftTable.single(single).codes[scalar] != nil ? 2 : nil
    }

    /// Counts the septets of a text, nil when a scalar has no code.
    public func septetCount(of text: String) -> Int? {
        var count = 0
        for scalar in text.unicodeScalars {
            guard let septets = septetCount(of: scalar) else { return nil }
            count += septets
        }
        return count
    }

    /// Encodes a text as unpacked septets, or gives nil when a scalar has no code.
    public func encode(_ text: String) -> [UInt8]? {
        if self == .none { return DefaultAlphabet.encode(text) }
        let (alphabet, extensions) = (ShiftTable.locking(locking), ShiftTable.single(single))
        var septets: [UInt8] = []
        for scalar in text.unicodeScalars {
            if let code = alphabet.codes[scalar] {
                septets.append(code)
            } else if let code = extensions.codes[scalar] {
                septets += [DefaultAlphabet.escape, code]
            } else {
                return nil
            }
        }
        return septets
    }

    /// Decodes unpacked septets; every input has a text.
    ///
    /// An unused code shows a space, an escaped one that the single table lacks the character at
    /// that code of the other table, a doubled or final escape a space (clauses 6.1.1, 6.2.1).
    public func decode(_ septets: [UInt8]) -> String {
        if self == .none { return DefaultAlphabet.decode(septets) }
        let (alphabet, extensions) = (ShiftTable.locking(locking), ShiftTable.single(single))
        var text = String.UnicodeScalarView()
        var isEscaped = false
        for septet in septets {
            let code = Int(septet)
            if septet == DefaultAlphabet.escape {
                if isEscaped { text.append(" ") }
                isEscaped.toggle()
                continue
            }
            let known = code < ShiftTable.codesCount
            let plain = known ? alphabet.scalars[code] : nil
            text.append((isEscaped && known ? extensions.scalars[code] : nil) ?? plain ?? " ")
            isEscaped = false
        }
        if isEscaped { text.append(" ") }
        return String(text)
    }
}

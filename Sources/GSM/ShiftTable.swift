// SPDX-License-Identifier: Apache-2.0

/// One table of 128 codes, of the default alphabet or of a national language.
struct ShiftTable: Sendable {
    /// The scalars by code; nil where nothing is.
    let scalars: [Unicode.Scalar?]
    /// The lowest code of each scalar.
    let codes: [Unicode.Scalar: UInt8]

    /// How many codes a table has.
    static let codesCount = 128

    private init(_ scalars: [Unicode.Scalar?]) {
        self.scalars = scalars
        var codes: [Unicode.Scalar: UInt8] = [:]
        for (code, scalar) in scalars.enumerated() {
            if let scalar, codes[scalar] == nil { codes[scalar] = UInt8(truncatingIfNeeded: code) }
        }
        self.codes = codes
    }

    /// A table with some codes changed, in the notation of `NationalLanguage.lockingChanges`.
    private func changed(by changes: String) -> ShiftTable {
        var scalars = scalars
        for change in changes.split(separator: " ") {
            let parts = change.split(separator: ":", omittingEmptySubsequences: false)
            let ends = parts[0].split(separator: "-").compactMap { Int($0, radix: 16) }
            guard let first = ends.first, let last = ends.last, parts.count == 2,
                first <= last, last < Self.codesCount
            else { continue }
            let start = UInt32(parts[1], radix: 16)
            for code in first...last {
                scalars[code] = start.flatMap { Unicode.Scalar($0 + UInt32(code - first)) }
            }
        }
        return ShiftTable(scalars)
    }

    /// The default alphabet (TS 23.038 clause 6.2.1).
    static let alphabet = ShiftTable(
        DefaultAlphabet.scalars.map { $0.value == UInt32(DefaultAlphabet.escape) ? nil : $0 }
    )

    /// The default extension table (clause 6.2.1.1).
    static let extensions: ShiftTable = {
        var scalars = [Unicode.Scalar?](repeating: nil, count: codesCount)
        for (septet, scalar) in DefaultAlphabet.extensions { scalars[Int(septet)] = scalar }
        return ShiftTable(scalars)
    }()

    /// The locking shift table of a language; the default alphabet for none.
    static func locking(_ language: NationalLanguage?) -> ShiftTable {
        language.flatMap { lockingTables[$0] } ?? alphabet
    }

    /// The single shift table of a language; the default extension table for none.
    static func single(_ language: NationalLanguage?) -> ShiftTable {
        language.flatMap { singleTables[$0] } ?? extensions
    }

    private static let lockingTables: [NationalLanguage: ShiftTable] = {
        var tables: [NationalLanguage: ShiftTable] = [:]
        for language in NationalLanguage.allCases {
            tables[language] = language.lockingChanges.map(alphabet.changed)
        }
        return tables
    }()

    private static let singleTables: [NationalLanguage: ShiftTable] = {
        var tables: [NationalLanguage: ShiftTable] = [:]
        for language in NationalLanguage.allCases {
            tables[language] = extensions.changed(by: language.singleChanges)
        }
        return tables
    }()
}

// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import GSM

/// One row of the published national tables.
private struct TableRow {
    let language: NationalLanguage
    let isLocking: Bool
    let code: UInt8
    let scalar: Unicode.Scalar

    /// Every row of `Vectors/national-languages.tsv`.
    static func all(at path: String = #filePath) throws -> [TableRow] {
        let file = URL(fileURLWithPath: path).deletingLastPathComponent()
            .appendingPathComponent("Vectors/national-languages.tsv")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
            .map { line in
                let columns = line.split(separator: "\t")
                return TableRow(
                    language: try #require(UInt8(columns[0]).flatMap(NationalLanguage.init)),
                    isLocking: columns[1] == "locking",
                    code: try #require(UInt8(columns[2], radix: 16)),
                    scalar: try #require(
                        UInt32(columns[3].dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
                    )
                )
            }
    }
}

@Suite struct NationalLanguageTests {
    @Test func everyPublishedCellIsThereAndNoOther() throws {
        let rows = try TableRow.all()
        #expect(rows.count == 2_294)
        for language in NationalLanguage.allCases {
            let own = rows.filter { $0.language == language }
            let locking = ShiftTable.locking(language)
            let single = ShiftTable.single(language)
            for row in own {
                let table = row.isLocking ? locking : single
                #expect(table.scalars[Int(row.code)] == row.scalar, "\(row)")
            }
            #expect(language.hasLockingTable == own.contains(where: \.isLocking))
            if language.hasLockingTable {
                let count = locking.scalars.compactMap(\.self).count
                #expect(count == own.count(where: \.isLocking), "\(language)")
            }
            #expect(single.scalars.compactMap(\.self).count == own.count { !$0.isLocking })
        }
    }

    @Test func everyScalarOfEveryTableReturns() throws {
        for row in try TableRow.all() {
            let shift =
                row.isLocking
                ? NationalShift(locking: row.language) : NationalShift(single: row.language)
            let text = String(row.scalar)
            let septets = try #require(shift.encode(text), "\(row)")
            #expect(shift.decode(septets) == text)
            #expect(shift.septetCount(of: text) == septets.count)
        }
    }

    @Test(
        arguments: [
            ("ş", NationalShift(single: .turkish), [0x1B, 0x73]),
            ("ş", NationalShift(locking: .turkish), [0x1D]),
            ("ñ", NationalShift(single: .spanish), [0x7D]),
            ("á", NationalShift(single: .spanish), [0x1B, 0x61]),
            ("{", NationalShift(locking: .hindi), [0x1B, 0x28]),
            ("क", NationalShift(locking: .hindi), [0x15]),
            ("A", NationalShift(locking: .hindi, single: .hindi), [0x1B, 0x41]),
            ("ç", NationalShift(locking: .turkish, single: .portuguese), [0x60]),
        ] as [(String, NationalShift, [UInt8])]
    )
    func encodes(text: String, shift: NationalShift, septets: [UInt8]) {
        #expect(shift.encode(text) == septets)
        #expect(shift.decode(septets) == text)
    }

    @Test(
        arguments: [
            ([0x1B], NationalShift(single: .turkish), " "),
            ([0x1B, 0x1B, 0x41], NationalShift(single: .turkish), " A"),
            ([0x1B, 0x41], NationalShift(single: .turkish), "A"),
            ([0x0C], NationalShift(locking: .bengali), " "),
            ([0x1B, 0x7F], NationalShift(locking: .tamil, single: .tamil), "௹"),
            ([0xFF], NationalShift(locking: .urdu), " "),
            ([0x1B, 0xFF], NationalShift(single: .urdu), " "),
        ] as [([UInt8], NationalShift, String)]
    )
    func decodesWhateverComes(septets: [UInt8], shift: NationalShift, text: String) {
        #expect(shift.decode(septets) == text)
    }

    @Test func spanishHasNoLockingTable() {
        #expect(NationalShift(locking: .spanish) == .none)
        #expect(NationalShift.all(of: .spanish) == [NationalShift(single: .spanish)])
        #expect(NationalShift.all(of: .hindi).count == 3)
    }

    @Test func aShiftNamesItsTables() {
        #expect(NationalShift.none.elements == [])
        let both = NationalShift(locking: .hindi, single: .urdu)
        #expect(both.elements == [0x24, 1, 13, 0x25, 1, 6])
        #expect(UserDataHeader([6] + both.elements)?.shift == both)
        #expect(UserDataHeader(octets("0324010E"))?.shift == NationalShift.none)
        #expect(UserDataHeader(octets("062401012401FF"))?.shift == NationalShift(single: .turkish))
    }
}

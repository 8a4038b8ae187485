// SPDX-License-Identifier: Apache-2.0
import Foundation
import GRDB

/// Where in a ledger file the rows of a table lie, as the b-tree says (SQLite file format, 1.6).
struct LeafCells {
    /// The number of a row, and its bytes in the file: length, number, header and values.
    struct Cell {
        let row: Int64
        let bytes: Range<Int>
        /// Where the header says of what type the row's number is: it is always NULL there, as
        /// the number stands before the header.
        let typeOfNumber: Int
        /// Where the header says that a column is NULL.
        let nulls: [Int]

        /// Whether a changed byte has no meaning: another type without a value, for a value that
        /// is not looked for there.
        func isUnread(at index: Int, now: UInt8) -> Bool {
            // 10 and 11 are types that SQLite keeps for itself and reads as NULL.
            if nulls.contains(index), now == 10 || now == 11 { return true }
            return index == typeOfNumber && (now == 0 || (8...13).contains(now))
        }
    }

    private let file: [UInt8]
    private(set) var cells: [Cell] = []
    private static let pageBytes = 4_096

    init(of table: String, in file: Data) throws {
        self.file = [UInt8](file)
        visit(try Self.root(of: table, in: file))
    }

    private static func root(of table: String, in file: Data) throws -> Int {
        let folder = try TemporaryFolder()
        try folder.write(file, "file")
        let queue = try DatabaseQueue(path: folder.path("file"))
        let page = try queue.read { db in
            try Int.fetchOne(
                db,
                sql: "SELECT rootpage FROM sqlite_master WHERE name = ?",
                arguments: [table]
            )
        }
        return page ?? 0
    }

    private mutating func visit(_ page: Int) {
        let start = (page - 1) * Self.pageBytes
        guard page > 0, start + Self.pageBytes <= file.count else { return }
        let isLeaf = file[start] == 13
        let count = number(at: start + 3, 2)
        for index in 0..<count {
            let cell = start + number(at: start + (isLeaf ? 8 : 12) + 2 * index, 2)
            if isLeaf { addCell(at: cell) } else { visit(number(at: cell, 4)) }
        }
        if !isLeaf { visit(number(at: start + 8, 4)) }
    }

    private mutating func addCell(at start: Int) {
        let (payload, afterLength) = varint(at: start)
        let (row, afterRow) = varint(at: afterLength)
        let (headerLength, firstType) = varint(at: afterRow)
        var nulls: [Int] = []
        var place = firstType
        while place < afterRow + Int(headerLength) {
            if file[place] == 0 { nulls.append(place) }
            place = varint(at: place).end
        }
        cells.append(
            Cell(
                row: row,
                bytes: start..<afterRow + Int(payload),
                typeOfNumber: firstType,
                nulls: nulls
            )
        )
    }

    private func number(at offset: Int, _ count: Int) -> Int {
        file[offset..<offset + count].reduce(0) { $0 << 8 | Int($1) }
    }

    private func varint(at offset: Int) -> (value: Int64, end: Int) {
        var value: Int64 = 0
        for index in offset..<offset + 8 {
            value = value << 7 | Int64(file[index] & 0x7F)
            if file[index] & 0x80 == 0 { return (value, index + 1) }
        }
        return (value << 8 | Int64(file[offset + 8]), offset + 9)
    }
}

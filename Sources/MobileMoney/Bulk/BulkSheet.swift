// SPDX-License-Identifier: Apache-2.0
import SourceText

/// A table whose first row names its columns.
struct BulkSheet {
    /// A row by the names of its columns.
    struct Cells {
        /// Counted from 1, empty lines left out.
        let number: Int
        /// The line of the file, counted from 1.
        let line: Int
        let range: SourceRange
        private let fields: [String: BulkTable.Field]
        private let file: SourceFile

        init(_ row: BulkTable.Row, number: Int, columns: [String: Int], of file: SourceFile) {
            self.number = number
            self.file = file
            line = row.line
            range = file.range(row.lower, row.upper)
            fields = columns.compactMapValues { index in
                row.fields.indices.contains(index) ? row.fields[index] : nil
            }
        }

        /// The text of a column; empty where there is none.
        subscript(column: String) -> String { fields[column]?.text ?? "" }

        /// Where a column stands in the file; the whole row where there is none.
        func range(of column: String) -> SourceRange {
            fields[column].map { file.range($0.lower, $0.upper) } ?? range
        }
    }

    private var table: BulkTable
    private var columns: [String: Int] = [:]
    private var width = 0
    private var number = 0
    /// Rows whose fields do not fit the columns.
    private(set) var oddRows: [Range<Int>] = []

    /// Reads the first row.
    ///
    /// - Parameters:
    ///   - file: the file.
    ///   - known: the columns there may be.
    ///   - needed: columns of which each must be there.
    ///   - mistakes: takes what is wrong.
    init(
        _ file: SourceFile,
        known: [String],
        needed: [String],
        _ mistakes: inout BulkMistakes
    ) {
        table = BulkTable(file)
        let row = table.next(&mistakes)
        width = row?.fields.count ?? 0
        for (index, field) in (row?.fields ?? []).enumerated() {
            let name = field.text.lowercased()
            if known.contains(name), columns[name] == nil {
                columns[name] = index
            } else {
                mistakes.add(
                    .wrongColumn(name: field.text, known: known),
                    at: file.range(field.lower, field.upper)
                )
            }
        }
        let first = file.range(row?.lower ?? 0, row?.upper ?? 0)
        for name in needed where columns[name] == nil {
            mistakes.add(.missingColumn(name), at: first)
        }
    }

    /// The next row; nil behind the last, or behind ``BulkLimits/rowsMax``.
    mutating func next(_ mistakes: inout BulkMistakes) -> Cells? {
        while let row = table.next(&mistakes) {
            number += 1
            let range = table.file.range(row.lower, row.upper)
            guard number <= BulkLimits.rowsMax else {
                mistakes.add(.tooManyRows, at: range)
                return nil
            }
            guard row.fields.count == width else {
                let count = row.fields.count
                oddRows.append(row.lower..<row.upper)
                mistakes.add(.fieldCount(found: count, expected: width), at: range)
                continue
            }
            return Cells(row, number: number, columns: columns, of: table.file)
        }
        if number == 0 { mistakes.add(.empty, at: table.file.range(0, 0)) }
        return nil
    }
}

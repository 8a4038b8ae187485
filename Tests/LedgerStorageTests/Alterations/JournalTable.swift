// SPDX-License-Identifier: Apache-2.0
import Testing

/// A table whose rows are sealed in the chain, and how findings name its rows.
struct JournalTable: Sendable, CustomTestStringConvertible {
    /// Its name in the schema.
    let name: String
    /// The column that numbers its rows 1, 2, 3 and so on.
    let number: String
    /// What a finding says about a row.
    let names: @Sendable (Int64, String) -> Bool

    var testDescription: String { name }

    /// Every table of the journal.
    static let all = [
        JournalTable(name: "transfers", number: "id") { id, finding in
            finding.contains("ransfer \(id) ") || finding.contains("ransfer after \(id - 1) ")
        },
        JournalTable(name: "notes", number: "id") { id, finding in
            finding.contains("ote \(id) ") || finding.contains("ote after \(id - 1) ")
                || finding.contains("the place of \(id).")
        },
    ]
}

// SPDX-License-Identifier: Apache-2.0
import Foundation
import Ledger
import Testing

@Suite struct DocumentationTests {
    @Test func `the page lists every rejection in the order of the checks`() throws {
        let page = try String(contentsOf: source("Ledger.docc/Ledger.md"), encoding: .utf8)
        let rows = page.split(separator: "\n").filter { $0.hasPrefix("| ``TransferRejection/") }
        let listed = rows.map { $0.dropFirst(22).prefix { $0 != "`" } }
        #expect(listed.map(String.init) == TransferRejection.allCases.map(\.rawValue))
        for (row, rejection) in zip(rows, TransferRejection.allCases) {
            let later = rejection.isTransient ? "yes" : "no"
            #expect(row.hasSuffix("| \(later) | \(rejection.keepsKey ? "yes" : "no") |"))
        }
    }

    @Test func `the page says what the declarations say`() throws {
        let page = try String(contentsOf: source("Ledger.docc/Ledger.md"), encoding: .utf8)
        let code = try String(contentsOf: source("TransferRejection.swift"), encoding: .utf8)
        let lines = code.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        var comment: [String] = []
        var cases = 0
        for line in lines {
            if line.hasPrefix("/// ") {
                comment.append(String(line.dropFirst(4)))
                continue
            }
            if line.hasPrefix("case "), !line.contains(".") {
                let text = comment.joined(separator: " ")
                #expect(page.contains("| ``TransferRejection/\(line.dropFirst(5))`` | \(text) |"))
                cases += 1
            }
            comment = []
        }
        #expect(cases == TransferRejection.allCases.count)
    }

    private func source(_ name: String) -> URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/Ledger/\(name)")
    }
}

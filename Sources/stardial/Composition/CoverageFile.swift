// SPDX-License-Identifier: Apache-2.0
import Foundation
import MenuLanguage

/// The JSON file that says what was visited.
enum CoverageFile {
    /// Writes a report; `-` is standard output.
    static func write(_ report: CoverageReport, to path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let text = String(decoding: try encoder.encode(report), as: UTF8.self) + "\n"
        guard path != "-" else { return Terminal.write(text) }
        guard FileManager.default.createFile(atPath: path, contents: Data(text.utf8)) else {
            throw CommandFailure(.failed, "\(path) was not written. May you write there?")
        }
    }

    /// Reads a report; `-` is standard input.
    static func read(_ path: String) throws(CommandFailure) -> CoverageReport {
        let data =
            path == "-"
            ? FileHandle.standardInput.readDataToEndOfFile()
            : FileManager.default.contents(atPath: path)
        guard let data else {
            throw CommandFailure(.unreadable, "\(path) cannot be read. Is the name right?")
        }
        guard let report = try? JSONDecoder().decode(CoverageReport.self, from: data),
            report.schema == CoverageReport.currentSchema
        else {
            throw CommandFailure(
                .unreadable,
                "\(path) is no coverage of this version. Write it with "
                    + "stardial test --coverage \(path)."
            )
        }
        return report
    }
}

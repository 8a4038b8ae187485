// SPDX-License-Identifier: Apache-2.0
import Foundation
import MenuLanguage

/// Coverage as a file has it.
enum CoverageJSON {
    /// Reads a report.
    static func report(_ text: String) throws -> CoverageReport {
        try JSONDecoder().decode(CoverageReport.self, from: Data(text.utf8))
    }
}

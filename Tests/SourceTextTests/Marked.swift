// SPDX-License-Identifier: Apache-2.0
import SourceText
import Testing

/// A file whose ranges are marked in its text, so that no test counts columns.
///
/// `«` and `»` are taken out; the ranges between them are numbered in order.
struct Marked {
    let file: SourceFile
    let ranges: [SourceRange]

    init(_ marked: String, path: String = "a.menu") {
        var text = ""
        var starts: [Int] = []
        var pairs: [(lower: Int, upper: Int)] = []
        for scalar in marked.unicodeScalars {
            switch scalar {
            case "«": starts.append(text.utf8.count)
            case "»": pairs.append((starts.popLast() ?? 0, text.utf8.count))
            default: text.unicodeScalars.append(scalar)
            }
        }
        file = SourceFile(path: path, text: text)
        ranges = pairs.map { SourceRange(file: path, lower: $0.lower, upper: $0.upper) }
    }

    /// The first marked range; a text without one fails the test.
    func range(_ number: Int = 0) throws -> SourceRange {
        try #require(ranges.indices.contains(number) ? ranges[number] : nil)
    }
}

/// A kind of mistake for tests.
struct Mistake: DiagnosticKind {
    var id = "menu.unknown-target"
    var severity = Severity.error
    var message = "There is no screen, flow or question named `hom`."
    var help: String?
}

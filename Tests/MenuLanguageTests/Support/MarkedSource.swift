// SPDX-License-Identifier: Apache-2.0
import SourceText
import Testing

/// A source whose text says where which mistakes are.
///
/// What stands between `⟦` and `⟧` is the range of a mistake; the ids of a line's mistakes stand at
/// its end behind `⟵`, in the order in which their ranges end. Ranges may enclose each other. The
/// marks, `⟵`, the blanks before it and the ids are taken out of the text:
///
///     screen home
///         1 Send -> ⟦sned⟧            ⟵ menu.unknown-target
///         2 Pay⟦⟧                     ⟵ menu.expected-target
struct MarkedSource {
    /// The file without marks.
    let file: SourceFile
    /// What is expected, in the order of the ranges' ends.
    let expected: [Expectation]

    /// One mistake: its id and its range.
    struct Expectation: Hashable {
        let id: String
        let range: SourceRange
    }

    /// Reads marked text; a range without an id, or an id without a range, expects the id `?`.
    init(_ marked: String, path: String = "test.menu") {
        var text = String.UnicodeScalarView()
        var starts: [Int] = []
        var ranges: [SourceRange] = []
        var expected: [Expectation] = []
        var rest = Substring(marked).unicodeScalars
        while let scalar = rest.popFirst() {
            let offset = String(text).utf8.count
            switch scalar {
            case "⟦": starts.append(offset)
            case "⟧":
                let start = starts.popLast() ?? 0
                ranges.append(SourceRange(file: path, lower: start, upper: offset))
            case "⟵":
                let names = rest.prefix { $0 != "\r" && $0 != "\n" }
                rest = rest.dropFirst(names.count)
                let ids = names.split(separator: " ").map { String($0) }
                let end = SourceRange(file: path, lower: offset, upper: offset)
                for index in 0..<max(ids.count, ranges.count) {
                    expected.append(
                        Expectation(
                            id: index < ids.count ? ids[index] : "?",
                            range: index < ranges.count ? ranges[index] : end
                        )
                    )
                }
                ranges = []
            case " " where rest.first { $0 != " " } == "⟵": break
            default: text.append(scalar)
            }
        }
        file = SourceFile(path: path, text: String(text))
        self.expected = expected + ranges.map { Expectation(id: "?", range: $0) }
    }
}

/// Checks that a pass over a marked source reports what the marks say, no more and no less.
///
/// - Parameters:
///   - marked: Source text with marks.
///   - sourceLocation: The line of the test.
///   - diagnose: The pass, as a function of the file without marks.
/// - Returns: What was reported.
@discardableResult
func assertDiagnostics(
    _ marked: String,
    sourceLocation: Testing.SourceLocation = #_sourceLocation,
    of diagnose: (SourceFile) -> [Diagnostic]
) -> [Diagnostic] {
    let source = MarkedSource(marked)
    let found = diagnose(source.file)
    let actual = found.map { MarkedSource.Expectation(id: $0.id, range: $0.range) }
    let missing = source.expected.filter { !actual.contains($0) }
    let surplus = found.filter { diagnostic in
        !source.expected.contains { $0.id == diagnostic.id && $0.range == diagnostic.range }
    }
    let twice =
        actual.count - Set(actual).count - (source.expected.count - Set(source.expected).count)
    let report = DiagnosticRenderer().render(surplus, in: [source.file])
    let lines = missing.map { expectation in
        let place = source.file.location(at: expectation.range.lower)
        return "\(expectation.id) at \(place), `\(source.file.text(in: expectation.range))`"
    }
    #expect(
        missing.isEmpty,
        "not reported: \(lines.joined(separator: "; "))\n\(report)",
        sourceLocation: sourceLocation
    )
    #expect(surplus.isEmpty, "reported without a mark:\n\(report)", sourceLocation: sourceLocation)
    #expect(twice == 0, "reported twice", sourceLocation: sourceLocation)
    return found
}

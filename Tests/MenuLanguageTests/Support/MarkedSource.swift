// SPDX-License-Identifier: Apache-2.0
import SourceText
import Testing

/// A source whose text says where which mistakes are.
///
/// What stands between `⟦` and `⟧` is the range of a mistake, and its id stands behind `⟧` up to a
/// blank when it follows at once: `-> ⟦hom⟧menu.unknown-target`. Marks may enclose each other. All
/// marks and ids are taken out of the text.
///
///     screen ⟦⟧menu.missing-name
///         | Hello
struct MarkedSource {
    /// The file without marks.
    let file: SourceFile
    /// What is expected, in the order of the marks' ends.
    let expected: [Expectation]

    /// One mistake: its id and its range.
    struct Expectation: Hashable {
        let id: String
        let range: SourceRange
    }

    /// Reads marked text.
    init(_ marked: String, path: String = "test.menu") {
        var text = String.UnicodeScalarView()
        var octets = 0
        var starts: [Int] = []
        var expected: [Expectation] = []
        var rest = Substring(marked).unicodeScalars
        while let scalar = rest.popFirst() {
            switch scalar {
            case "⟦": starts.append(octets)
            case "⟧":
                let id = rest.prefix {
                    $0.isASCII && ($0.properties.isAlphabetic || $0 == "-" || $0 == ".")
                }
                rest = rest.dropFirst(id.count)
                let range = SourceRange(
                    file: path,
                    lower: starts.popLast() ?? 0,
                    upper: octets
                )
                expected.append(Expectation(id: String(id), range: range))
            default:
                text.append(scalar)
                octets += String(scalar).utf8.count
            }
        }
        file = SourceFile(path: path, text: String(text))
        self.expected = expected
    }
}

/// Checks that a pass over a marked source reports what the marks say, no more and no less.
///
/// - Parameters:
///   - marked: Source text with marks.
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

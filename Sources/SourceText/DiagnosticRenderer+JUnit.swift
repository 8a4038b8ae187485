// SPDX-License-Identifier: Apache-2.0

extension DiagnosticRenderer {
    /// A JUnit report (XML 1.0) with one test case for each file, and a failure for each error.
    ///
    /// Warnings stand in the case's `system-out` and fail nothing. Characters that XML cannot hold
    /// are written as U+FFFD.
    ///
    /// - Parameters:
    ///   - diagnostics: What was found.
    ///   - sources: Every file that was looked at, each a test case.
    ///   - suite: The name of the suite, such as `stardial check`.
    /// - Returns: The whole document.
    public func renderJUnit(
        _ diagnostics: some Sequence<Diagnostic>,
        in sources: SourceSet,
        suite: String
    ) -> String {
        let all = diagnostics.inSourceOrder()
        let paths = Set(sources.files.map(\.path)).union(all.map(\.range.file)).sorted()
        let byFile = Dictionary(grouping: all, by: \.range.file)
        let failed = paths.count { byFile[$0]?.hasErrors == true }
        let name = XMLText.escaped(suite)
        var output = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        output += "<testsuites tests=\"\(paths.count)\" failures=\"\(failed)\">\n"
        output += "  <testsuite name=\"\(name)\" tests=\"\(paths.count)\" failures=\"\(failed)\""
        output += " errors=\"0\" skipped=\"0\">\n"
        for path in paths {
            let found = byFile[path] ?? []
            output += "    <testcase classname=\"\(name)\" name=\"\(XMLText.escaped(path))\""
            output += found.isEmpty ? "/>\n" : ">\n\(cases(found, in: sources))    </testcase>\n"
        }
        return output + "  </testsuite>\n</testsuites>\n"
    }

    /// What was found in one file: the failures, then the warnings.
    private func cases(_ found: [Diagnostic], in sources: SourceSet) -> String {
        let plain = DiagnosticRenderer()
        var output = ""
        for error in found where error.severity == .error {
            let message = XMLText.escaped(error.kind.message)
            output += "      <failure type=\"\(XMLText.escaped(error.id))\" message=\"\(message)\">"
            output += XMLText.escaped(plain.render(error, in: sources)) + "</failure>\n"
        }
        let warnings = found.filter { $0.severity == .warning }
        if !warnings.isEmpty {
            let text = XMLText.escaped(plain.render(warnings, in: sources))
            output += "      <system-out>\(text)</system-out>\n"
        }
        return output
    }
}

// SPDX-License-Identifier: Apache-2.0

extension DiagnosticRenderer {
    /// One GitHub workflow command a line for each diagnostic, which shows it beside the change.
    ///
    /// The form is `::error file=a.menu,line=3,endLine=3,col=9,endColumn=13,title=menu.x::text`,
    /// with `%`, line ends and, in properties, `:` and `,` written as `%` and two digits.
    /// Columns stand only where a finding lies in one line.
    public func renderGitHub(
        _ diagnostics: some Sequence<Diagnostic>,
        in sources: SourceSet
    ) -> String {
        diagnostics.inSourceOrder().map { diagnostic in
            let range = diagnostic.range
            var properties = [("file", range.file)]
            if let file = sources[range.file] {
                let (start, end) = (file.location(at: range.lower), file.location(at: range.upper))
                properties += [("line", "\(start.line)"), ("endLine", "\(end.line)")]
                if start.line == end.line {
                    properties += [("col", "\(start.column)"), ("endColumn", "\(end.column)")]
                }
            }
            properties.append(("title", diagnostic.id))
            let sentences = [diagnostic.kind.message, diagnostic.kind.help].compactMap(\.self)
            return GitHubCommand.line(
                diagnostic.severity.rawValue,
                properties,
                sentences.joined(separator: "\n")
            )
        }.joined()
    }
}

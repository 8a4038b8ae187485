// SPDX-License-Identifier: Apache-2.0

extension DiagnosticRenderer {
    /// The program that found the diagnostics, as a report names it.
    public struct Tool: Hashable, Sendable {
        /// The name, such as `stardial`.
        public var name: String
        /// The version, such as `0.1.0`.
        public var version: String
        /// What each kind of finding is in general, in one sentence, by its id.
        public var rules: [String: String]

        /// Makes a tool from its parts.
        public init(name: String, version: String, rules: [String: String] = [:]) {
            self.name = name
            self.version = version
            self.rules = rules
        }
    }

    /// One SARIF log (OASIS SARIF 2.1.0) with one run, which code hosts show beside the lines.
    ///
    /// Columns count UTF-16 units from 1, as clause 3.14.17 wants it; paths are relative
    /// references with what a URI cannot hold written as `%` and two digits. A file that is not
    /// at hand has no region.
    public func renderSARIF(
        _ diagnostics: some Sequence<Diagnostic>,
        in sources: SourceSet,
        by tool: Tool
    ) -> String {
        let all = diagnostics.inSourceOrder()
        let ids = Set(all.map(\.id)).sorted()
        let rules = ids.map { id -> String in
            var members = [("id", JSONText.string(id))]
            if let sentence = tool.rules[id] {
                members.append(("shortDescription", SARIF.message(sentence)))
            }
            return JSONText.object(members)
        }
        let driver = JSONText.object([
            ("name", JSONText.string(tool.name)),
            ("version", JSONText.string(tool.version)),
            ("rules", JSONText.array(rules)),
        ])
        let run = JSONText.object([
            ("tool", JSONText.object([("driver", driver)])),
            ("columnKind", JSONText.string("utf16CodeUnits")),
            ("results", JSONText.array(all.map { SARIF.result($0, rules: ids, in: sources) })),
        ])
        return JSONText.object([
            ("$schema", JSONText.string("https://json.schemastore.org/sarif-2.1.0.json")),
            ("version", JSONText.string("2.1.0")),
            ("runs", JSONText.array([run])),
        ]) + "\n"
    }
}

/// The objects of a SARIF log.
private enum SARIF {
    static func message(_ text: String) -> String {
        JSONText.object([("text", JSONText.string(text))])
    }

    static func result(_ diagnostic: Diagnostic, rules: [String], in sources: SourceSet) -> String {
        let sentences = [diagnostic.kind.message, diagnostic.kind.help].compactMap(\.self)
        var members = [
            ("ruleId", JSONText.string(diagnostic.id)),
            ("ruleIndex", String(rules.firstIndex(of: diagnostic.id) ?? -1)),
            ("level", JSONText.string(diagnostic.severity.rawValue)),
            ("message", message(sentences.joined(separator: " "))),
            ("locations", JSONText.array([location(diagnostic.range, in: sources)])),
        ]
        let related = diagnostic.notes.compactMap { note in
            note.range.map { location($0, message: note.message, in: sources) }
        }
        if !related.isEmpty { members.append(("relatedLocations", JSONText.array(related))) }
        return JSONText.object(members)
    }

    private static func location(
        _ range: SourceRange,
        message text: String? = nil,
        in sources: SourceSet
    ) -> String {
        let uri = JSONText.object([("uri", JSONText.string(escaped(range.file)))])
        var physical = [("artifactLocation", uri)]
        if let file = sources[range.file] { physical.append(("region", region(range, of: file))) }
        var members = [("physicalLocation", JSONText.object(physical))]
        if let text { members.append(("message", message(text))) }
        return JSONText.object(members)
    }

    private static func region(_ range: SourceRange, of file: SourceFile) -> String {
        let (start, end) = (place(range.lower, of: file), place(range.upper, of: file))
        return JSONText.object([
            ("startLine", String(start.line)), ("startColumn", String(start.column)),
            ("endLine", String(end.line)), ("endColumn", String(end.column)),
        ])
    }

    /// A line and a column in UTF-16 units, both counted from 1.
    private static func place(_ offset: Int, of file: SourceFile) -> (line: Int, column: Int) {
        let line = file.location(at: offset).line
        let before = file.text(in: file.range(file.lineStart(line), offset))
        return (line, before.utf16.count + 1)
    }

    /// A path as a relative reference (RFC 3986 section 4.2).
    private static func escaped(_ path: String) -> String {
        path.utf8.map { octet in
            switch octet {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
                return String(Unicode.Scalar(octet))
            default:
                let digits = String(octet, radix: 16, uppercase: true)
                return "%" + (digits.count == 1 ? "0" : "") + digits
            }
        }.joined()
    }
}

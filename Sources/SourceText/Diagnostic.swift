// SPDX-License-Identifier: Apache-2.0

/// One mistake of an author: what it is, where it is, and what belongs to it.
public struct Diagnostic: Sendable {
    /// What is wrong and what to do.
    public var kind: any DiagnosticKind
    /// The text that is wrong.
    public var range: SourceRange
    /// A few words that stand beside the carets, such as `not found`.
    public var label: String?
    /// Other places or facts that explain the mistake.
    public var notes: [Note]
    /// The change that certainly mends it.
    public var fix: FixIt?

    /// A further place or fact that explains a mistake.
    public struct Note: Hashable, Sendable {
        /// The place, if the note is about one.
        public var range: SourceRange?
        /// The fact, in one sentence.
        public var message: String

        /// Makes a note of a fact and, where there is one, its place.
        public init(range: SourceRange? = nil, _ message: String) {
            self.range = range
            self.message = message
        }
    }

    /// A change of the source that mends a mistake.
    public struct FixIt: Hashable, Sendable {
        /// The text to take away; empty for an insertion.
        public var range: SourceRange
        /// The text to put in its place.
        public var replacement: String

        /// Makes a change of a range and what replaces it.
        public init(range: SourceRange, replacement: String) {
            self.range = range
            self.replacement = replacement
        }
    }

    /// Makes a diagnostic.
    public init(
        _ kind: any DiagnosticKind,
        at range: SourceRange,
        label: String? = nil,
        notes: [Note] = [],
        fix: FixIt? = nil
    ) {
        self.kind = kind
        self.range = range
        self.label = label
        self.notes = notes
        self.fix = fix
    }

    /// The stable name of the mistake.
    public var id: String { kind.id }

    /// Whether the mistake forbids the use of the file.
    public var severity: Severity { kind.severity }
}

extension Sequence<Diagnostic> {
    /// The diagnostics by file, then by position, then by id; equals keep their order.
    public func inSourceOrder() -> [Diagnostic] {
        let all = Array(self)
        guard all.count > 1 else { return all }
        return all.enumerated().sorted { left, right in
            let (first, second) = (left.element, right.element)
            if first.range != second.range { return first.range < second.range }
            if first.id != second.id { return first.id < second.id }
            return left.offset < right.offset
        }.map(\.element)
    }

    /// Whether one of the diagnostics is an error.
    public var hasErrors: Bool { contains { $0.severity == .error } }
}

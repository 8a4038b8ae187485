// SPDX-License-Identifier: Apache-2.0
import SourceText

/// What was found so far; the same finding at the same place is kept once.
struct Findings: Sendable {
    private(set) var all: [Diagnostic] = []
    /// The states that findings are about, by their place in ``all``; only where their range does
    /// not tell.
    private var states: [Int: Int] = [:]
    private var seen: Set<Place> = []

    private struct Place: Hashable {
        let id: String
        let range: SourceRange
    }

    /// Adds a finding unless it was made before; a fix puts its name beside the carets.
    mutating func report(
        _ kind: any DiagnosticKind,
        at range: SourceRange,
        label: String? = nil,
        notes: [Diagnostic.Note] = [],
        fix: Diagnostic.FixIt? = nil,
        about state: Int? = nil
    ) {
        let meant = fix.map { "did you mean `\($0.replacement)`?" }
        let count = all.count
        add(Diagnostic(kind, at: range, label: meant ?? label, notes: notes, fix: fix))
        if all.count > count { states[count] = state }
    }

    /// Whether a finding is about a state.
    func isAbout(_ state: Int) -> Bool { states.values.contains(state) }

    /// Adds what is known of findings, each with the state that it is about, if it was named.
    mutating func addNotes(_ note: (Diagnostic, Int?) -> Diagnostic.Note?) {
        for index in all.indices {
            if let note = note(all[index], states[index]) { all[index].notes.append(note) }
        }
    }

    /// Adds a finding that somebody else made.
    mutating func add(_ diagnostic: Diagnostic) {
        guard seen.insert(Place(id: diagnostic.id, range: diagnostic.range)).inserted else {
            return
        }
        all.append(diagnostic)
    }

    /// Whether one of them forbids the program.
    var hasErrors: Bool { all.hasErrors }

    /// All of them by file and place.
    var inOrder: [Diagnostic] { all.inSourceOrder() }
}

extension DidYouMean {
    /// The change that puts the nearest candidate in place of a name, if there is one.
    static func fix(_ name: NameSyntax, among candidates: some Sequence<String>)
        -> Diagnostic.FixIt?
    {
        closest(to: name.text, among: candidates).map {
            Diagnostic.FixIt(range: name.range, replacement: $0)
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import GSM
import SourceText

/// Holds the shortcuts of a menu to its lock.
struct ShortcutComparison {
    let published: [PublishedShortcuts.Entry]
    let locked: [LockReader.Entry]
    /// The names of the screens and flows that there are.
    let definitions: Set<String>
    let country: Country
    /// Where a finding stands that has no place of its own: the menu's name.
    let menu: SourceRange
    /// Whether it is known to which keys a string is equal.
    let knowsKeys: Bool

    /// Reports every promise that is not kept, and the shortcuts that are not promised yet; where
    /// something else is wrong, which `broken` says of a place, what follows from it is not said.
    func check(_ findings: inout Findings, unless broken: (SourceRange) -> Bool) {
        let pairs = self.pairs
        let paired = Set(pairs.compactMap(\.published))
        let isBroken = published.map { broken($0.range.union($0.target)) }
        var new = published.indices.filter { !paired.contains($0) && !isBroken[$0] }
        report(removed: pairs.filter { $0.published == nil }.map { locked[$0.locked] }, &findings)
        for (index, place) in pairs {
            guard let place, !isBroken[place] else { continue }
            compare(locked[index], published[place], &findings)
            let taking = new.filter {
                published[$0].shortcut.takes(from: locked[index].shortcut, in: country)
            }
            for taker in taking { report(taker, from: index, place, &findings) }
            new.removeAll(where: taking.contains)
        }
        guard let first = new.first else { return }
        let others = new.dropFirst().prefix(Self.notesMax)
        findings.report(
            ShortcutFinding.unlocked(count: new.count),
            at: published[first].range,
            notes: others.map { .init(range: published[$0].range, "This one too is new.") }
        )
    }

    /// The most new shortcuts that are shown beside the first.
    private static let notesMax = 5

    /// What each line of the lock has become: first what people dial or send the same way, then
    /// what differs only in what they type between.
    private var pairs: [(locked: Int, published: Int?)] {
        var places: [[String]: [Int]] = [:]
        var fixed: [[String]: [Int]] = [:]
        for (index, entry) in published.enumerated() {
            places[entry.shortcut.form, default: []].append(index)
            fixed[entry.shortcut.fixedParts, default: []].append(index)
        }
        var found = locked.map { places[$0.shortcut.form]?.first }
        var taken = Set(found.compactMap(\.self))
        for (index, entry) in locked.enumerated() where found[index] == nil {
            guard !entry.shortcut.parts.contains(.anything) else { continue }
            let near = fixed[entry.shortcut.fixedParts]?.first { !taken.contains($0) }
            found[index] = near
            if let near { taken.insert(near) }
        }
        return found.enumerated().map { ($0, $1) }
    }

    private func compare(
        _ locked: LockReader.Entry,
        _ published: PublishedShortcuts.Entry,
        _ findings: inout Findings
    ) {
        let (old, new) = (locked.shortcut, published.shortcut)
        var notes = [Diagnostic.Note(range: locked.range, "This is what people know.")]
        if old.target != new.target {
            let name = String(old.target.prefix { $0 != "(" && $0 != " " })
            if !definitions.contains(name) {
                notes.append(
                    .init(
                        "There is no `\(name)` any more. If `\(published.targetName)` is the same "
                            + "under a new name, people notice nothing: change the lock."
                    )
                )
            }
            findings.report(
                ShortcutFinding.retargeted(text: old.source, old: old.target, new: new.target),
                at: published.target,
                notes: notes
            )
        } else if old.form != new.form
            || old.parts.map(\.argument) != new.parts.map(\.argument)
        {
            if old.form == new.form, old.parts.map(\.type) == new.parts.map(\.type) {
                notes.append(
                    .init(
                        "The values have other names or another order. If only a question was "
                            + "renamed, people notice nothing: change the lock."
                    )
                )
            }
            findings.report(
                ShortcutFinding.argumentsChanged(old: old.source, new: new.source),
                at: published.range,
                notes: notes
            )
        } else if knowsKeys, !old.keys.isEmpty, old.keys != new.keys {
            let code = old.parts.dropLast(old.keys.count).map(\.source).joined(separator: "*")
            findings.report(
                ShortcutFinding.keysDiffer(text: old.source, code: "*\(code)#", keys: old.keys),
                at: published.range,
                notes: notes
            )
        }
    }

    private func report(removed entries: [LockReader.Entry], _ findings: inout Findings) {
        guard !entries.isEmpty else { return }
        var notes: [Diagnostic.Note] = []
        for entry in entries {
            notes.append(.init(range: entry.range, "This is what people know."))
            let name = String(entry.shortcut.target.prefix { $0 != "(" && $0 != " " })
            if let other = published.first(where: { $0.targetName == name }) {
                notes.append(.init(range: other.range, "`\(name)` is still reached this way."))
            }
        }
        findings.report(
            ShortcutFinding.removed(lines: entries.map(\.shortcut.meaning)),
            at: menu,
            notes: notes
        )
    }

    private func report(_ taker: Int, from index: Int, _ place: Int, _ findings: inout Findings) {
        findings.report(
            ShortcutFinding.shadowed(
                new: published[taker].shortcut.source,
                old: locked[index].shortcut.source
            ),
            at: published[taker].range,
            notes: [
                .init(range: published[place].range, "What people know stands here."),
                .init(range: locked[index].range, "This is what people know."),
            ]
        )
    }
}

extension Shortcut.Part {
    /// The name and the type of a value.
    fileprivate var argument: [String]? {
        if case .argument(let name, let type) = self { [name, type] } else { nil }
    }

    fileprivate var type: String? {
        if case .argument(_, let type) = self { type } else { nil }
    }
}

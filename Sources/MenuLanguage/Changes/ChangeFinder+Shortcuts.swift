// SPDX-License-Identifier: Apache-2.0

extension ChangeFinder {
    /// Compares what is dialled and sent: first what people dial or send the same way, then what
    /// differs only in what they type between.
    mutating func compare(_ old: [Shortcut], _ new: [Shortcut]) {
        var matched: [Int: Int] = [:]
        var taken: Set<Int> = []
        for key in [\Shortcut.form, \Shortcut.fixedParts] {
            var places: [[String]: [Int]] = [:]
            for index in old.indices where !taken.contains(index) {
                places[old[index][keyPath: key], default: []].append(index)
            }
            for index in new.indices where matched[index] == nil {
                guard let place = places[new[index][keyPath: key]]?.first,
                    taken.insert(place).inserted
                else { continue }
                matched[index] = place
            }
        }
        for (index, shortcut) in new.enumerated() {
            guard let before = matched[index].map({ old[$0] }) else {
                note(.added, "New: `\(shortcut.meaning)`.", nil, shortcut.meaning)
                continue
            }
            compare(before, shortcut)
        }
        for index in old.indices where !taken.contains(index) {
            note(.removed, "Gone: `\(old[index].meaning)`.", old[index].meaning, nil)
        }
        close("Shortcuts", old: nil, new: nil)
    }

    private mutating func compare(_ old: Shortcut, _ new: Shortcut) {
        if renamed(old.target, inRoute: true) != new.target {
            note(
                .shortcut,
                "`\(new.source)` led to `\(old.target)`, \(Self.leads(new.target)).",
                old.meaning,
                new.meaning
            )
        }
        if old.parts != new.parts, old.source.uppercased() != new.source.uppercased() {
            note(
                .shortcut,
                "`\(old.source)` is now `\(new.source)`.",
                old.meaning,
                new.meaning
            )
        }
        if old.keys != new.keys, !old.keys.isEmpty {
            note(
                .shortcut,
                "`\(new.source)` is no longer the same as pressing "
                    + "\(old.keys.joined(separator: ", ")).",
                old.line,
                new.line
            )
        }
    }
}

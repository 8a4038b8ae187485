// SPDX-License-Identifier: Apache-2.0

/// What two rows have in common, in order, and what stands between.
enum Alignment {
    /// Elements that both rows have, or a stretch where they differ.
    enum Piece<Element: Hashable>: Equatable {
        case same([Element])
        case changed(old: [Element], new: [Element])
    }

    /// The most pairs that are weighed; longer rows differ as a whole.
    static let pairsMax = 1 << 20

    /// Cuts two rows into what is the same and what differs, with as much the same as can be.
    static func pieces<Element>(_ old: [Element], _ new: [Element]) -> [Piece<Element>] {
        if old == new { return old.isEmpty ? [] : [.same(old)] }
        guard old.count * new.count <= pairsMax else { return [.changed(old: old, new: new)] }
        var left = old[...]
        var right = new[...]
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in new.difference(from: old) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var pieces: [Piece<Element>] = []
        while !left.isEmpty || !right.isEmpty {
            let gone = left.indices.prefix { removed.contains($0) }.count
            let come = right.indices.prefix { inserted.contains($0) }.count
            if gone + come > 0 {
                pieces.append(
                    .changed(old: Array(left.prefix(gone)), new: Array(right.prefix(come)))
                )
                left = left.dropFirst(gone)
                right = right.dropFirst(come)
            }
            let kept = left.indices.prefix { !removed.contains($0) }.count
            let next = right.indices.prefix { !inserted.contains($0) }.count
            let both = min(kept, next)
            guard both > 0 else { continue }
            pieces.append(.same(Array(left.prefix(both))))
            left = left.dropFirst(both)
            right = right.dropFirst(both)
        }
        return pieces
    }

    /// A line with the words that changed marked, `[-old-]` and `{+new+}`, as version control
    /// marks them.
    static func words(_ old: String, _ new: String) -> String {
        let split = { (text: String) in
            text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        }
        return pieces(split(old), split(new)).map { piece in
            switch piece {
            case .same(let words): words.joined(separator: " ")
            case .changed(let old, let new):
                (old.isEmpty ? "" : "[-\(old.joined(separator: " "))-]")
                    + (new.isEmpty ? "" : "{+\(new.joined(separator: " "))+}")
            }
        }.joined(separator: " ")
    }

    /// How much of two rows is the same, from 0 for nothing to 100 for all.
    static func likeness<Element: Hashable>(_ old: Set<Element>, _ new: Set<Element>) -> Int {
        let all = old.union(new).count
        return all == 0 ? 100 : old.intersection(new).count * 100 / all
    }
}

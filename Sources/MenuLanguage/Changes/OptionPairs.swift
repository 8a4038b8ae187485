// SPDX-License-Identifier: Apache-2.0

/// The options of two versions of a screen, matched by what they say, do and which key they have.
struct OptionPairs {
    /// The option of the old screen for each one of the new.
    private(set) var oldIndices: [Int: Int] = [:]

    /// Matches options whose actions are already under their new names.
    init(_ old: [MenuPicture.Option], _ new: [MenuPicture.Option]) {
        let tests: [(MenuPicture.Option, MenuPicture.Option) -> Bool] = [
            { $0 == $1 },
            { $0.key == $1.key && $0.label == $1.label && $0.action == $1.action },
            { $0.label == $1.label && $0.action == $1.action },
            { $0.label == $1.label && $0.key == $1.key },
            { $0.action == $1.action && $0.key == $1.key },
            { $0.label == $1.label },
            { $0.action == $1.action && !["back", "home"].contains($0.action) },
        ]
        guard old.count * new.count <= Alignment.pairsMax else { return }
        var free = Array(old.indices)
        for test in tests {
            for index in new.indices where oldIndices[index] == nil {
                guard let place = free.firstIndex(where: { test(old[$0], new[index]) }) else {
                    continue
                }
                oldIndices[index] = free.remove(at: place)
            }
        }
    }
}

extension ChangeFinder {
    /// Compares the options of a screen or question.
    mutating func compareOptions(_ old: [MenuPicture.Option], _ new: [MenuPicture.Option]) {
        let before = old.map { option in
            MenuPicture.Option(
                key: option.key,
                label: names.inText(option.label),
                action: option.action.hasPrefix("= ") ? option.action : renamed(option.action),
                condition: names.inCode(option.condition)
            )
        }
        guard before != new else { return }
        let pairs = OptionPairs(before, new)
        for (index, option) in new.enumerated() {
            guard let was = pairs.oldIndices[index] else {
                let when = option.condition.isEmpty ? "" : ", shown when `\(option.condition)`"
                note(
                    .added,
                    "New option \(option.key) \"\(option.label)\", which "
                        + "\(Self.leads(option.action))\(when).",
                    nil,
                    option.line
                )
                continue
            }
            compare(before[was], written: old[was], option)
        }
        let kept = Set(pairs.oldIndices.values)
        for index in old.indices where !kept.contains(index) {
            note(
                .removed,
                "The option \(old[index].key) \"\(old[index].label)\" is gone.",
                old[index].line,
                nil
            )
        }
        let order = new.indices.compactMap { pairs.oldIndices[$0] }
        if order != order.sorted() {
            let labels = new.map { "\"\($0.label)\"" }.joined(separator: ", ")
            note(.reordered, "The options stand in another order: \(labels).")
        }
    }

    private mutating func compare(
        _ old: MenuPicture.Option,
        written: MenuPicture.Option,
        _ new: MenuPicture.Option
    ) {
        if old.label != new.label {
            let words = Alignment.words(old.label, new.label)
            note(.reworded, "Option \(new.key) says: \(words)", old.label, new.label)
        }
        if old.key != new.key {
            note(.renumbered, "\"\(new.label)\" was \(old.key), is \(new.key).", old.key, new.key)
        }
        if old.action != new.action {
            note(
                .retargeted,
                "Option \(new.key) \"\(new.label)\" \(Self.leads(new.action)); before, it "
                    + "\(Self.led(written.action)).",
                written.action,
                new.action
            )
        }
        if old.condition != new.condition {
            let (was, now) = (Self.shown(old.condition), Self.shown(new.condition))
            note(
                .condition,
                "Option \(new.key) \"\(new.label)\" was shown \(was), is shown \(now).",
                old.condition,
                new.condition
            )
        }
    }

    private static func shown(_ condition: String) -> String {
        condition.isEmpty ? "always" : "when `\(condition)`"
    }
}

extension MenuPicture.Option {
    /// The option as a menu has it.
    fileprivate var line: String {
        let arrow = action.hasPrefix("= ") ? action : "-> " + action
        return "\(key) \(label) \(arrow)" + (condition.isEmpty ? "" : " when " + condition)
    }
}

// SPDX-License-Identifier: Apache-2.0

extension ChangeFinder {
    /// Compares lines, and the lines for each word of a value.
    mutating func compareTexts(
        _ old: [MenuPicture.Text],
        _ new: [MenuPicture.Text],
        _ what: String = "Text"
    ) {
        let before = old.map { text in
            MenuPicture.Text(when: names.inCode(text.when), lines: text.lines.map(names.inText))
        }
        guard before != new else { return }
        var order: [String] = []
        var lines: [String: (old: [String], new: [String])] = [:]
        for text in new {
            if lines[text.when] == nil { order.append(text.when) }
            lines[text.when, default: ([], [])].new += text.lines
        }
        for text in before {
            if lines[text.when] == nil { order.append(text.when) }
            lines[text.when, default: ([], [])].old += text.lines
        }
        var isSame = true
        for when in order {
            let (old, new) = lines[when] ?? ([], [])
            isSame = isSame && old == new
            compareLines(old, new, when.isEmpty ? what : "\(what) for `\(when)`")
        }
        if isSame { note(.reordered, "\(what): its parts stand in another order.") }
    }

    /// Compares lines, and marks the words that changed.
    mutating func compareLines(_ old: [String], _ new: [String], _ what: String) {
        for piece in Alignment.pieces(old.map(names.inText), new) {
            guard case .changed(let gone, let come) = piece else { continue }
            if gone.count == come.count {
                for (before, after) in zip(gone, come) {
                    note(.reworded, "\(what): \(Alignment.words(before, after))", before, after)
                }
                continue
            }
            for line in gone { note(.reworded, "\(what): [-\(line)-]", line, nil) }
            for line in come { note(.reworded, "\(what): {+\(line)+}", nil, line) }
        }
    }

    /// Compares what the outcomes of a call lead to.
    mutating func compareArms(
        _ old: [MenuPicture.Arm],
        _ new: [MenuPicture.Arm],
        of call: String
    ) {
        var before = Dictionary(grouping: old, by: \.outcome)
        for arm in new {
            guard let was = before[arm.outcome]?.first else {
                note(
                    .added,
                    "The outcome `\(arm.outcome)` of \(call) is now answered: "
                        + "\(ChangeFinder.leads(arm.target)).",
                    nil,
                    arm.target
                )
                continue
            }
            before[arm.outcome]?.removeFirst()
            let outer = names
            names.rename(was.binding, to: arm.binding)
            let target = renamed(was.target)
            if target != arm.target {
                note(
                    .retargeted,
                    "The outcome `\(arm.outcome)` of \(call) led to `\(was.target)`, "
                        + "\(ChangeFinder.leads(arm.target)).",
                    was.target,
                    arm.target
                )
            }
            compareLines(was.lines, arm.lines, "Said at `\(arm.outcome)` of \(call)")
            names = outer
        }
        for arm in old where before[arm.outcome]?.contains(arm) == true {
            note(
                .removed,
                "The outcome `\(arm.outcome)` of \(call) is no longer answered here; it led to "
                    + "`\(arm.target)`.",
                arm.target,
                nil
            )
        }
    }

    /// What an arrow or an option does now.
    static func leads(_ action: String) -> String {
        switch action {
        case "back": "goes back"
        case "home": "goes home"
        case _ where action.hasPrefix("= "): "answers `\(action.dropFirst(2))`"
        default: "leads to `\(action)`"
        }
    }

    /// What an arrow or an option did.
    static func led(_ action: String) -> String {
        switch action {
        case "back": "went back"
        case "home": "went home"
        case _ where action.hasPrefix("= "): "answered `\(action.dropFirst(2))`"
        default: "led to `\(action)`"
        }
    }
}

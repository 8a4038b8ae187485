// SPDX-License-Identifier: Apache-2.0

/// The steps of two versions of a flow, matched: questions by name, or by likeness where the name
/// is only in one; calls by their service, ends and arrows as they follow each other.
struct StepPairs {
    /// The step of the old flow for each one of the new.
    private(set) var oldIndices: [Int: Int] = [:]
    /// The steps of the old flow that have none in the new.
    private(set) var gone: [Int] = []

    init(_ old: [MenuPicture.Step], _ new: [MenuPicture.Step]) {
        let before = Dictionary(
            Self.keys(old).enumerated().map { ($1, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        for (index, key) in Self.keys(new).enumerated() {
            if let place = before[key] { oldIndices[index] = place }
        }
        let taken = Set(oldIndices.values)
        gone = old.indices.filter { !taken.contains($0) }
        for index in new.indices where oldIndices[index] == nil {
            guard let ask = new[index].ask,
                let place = gone.firstIndex(where: { old[$0].ask?.isLike(ask) == true })
            else { continue }
            oldIndices[index] = gone.remove(at: place)
        }
    }

    /// What each step is matched by.
    private static func keys(_ steps: [MenuPicture.Step]) -> [String] {
        var counts: [String: Int] = [:]
        return steps.map { step in
            let key =
                switch step.kind {
                case .screen: "screen"
                case .ask(let ask): "ask \(ask.name)"
                case .call(let call): "call \(call.operation)"
                case .end: "end"
                case .go: "go"
                }
            counts[key, default: 0] += 1
            return "\(key) \(counts[key] ?? 0)"
        }
    }
}

extension MenuPicture.Ask {
    /// Whether it is probably the same question under another name.
    fileprivate func isLike(_ other: MenuPicture.Ask) -> Bool {
        let (mine, others) = (Set(text.flatMap(\.lines)), Set(other.text.flatMap(\.lines)))
        return type == other.type
            && Alignment.likeness(mine, others) >= PlacePairs.likenessMin
    }
}

extension ChangeFinder {
    /// Compares a screen, or the steps of a flow.
    mutating func compareSteps(
        _ old: MenuPicture.Place,
        _ new: MenuPicture.Place,
        _ sizes: Sizes
    ) {
        names = Names()
        defer { names = Names() }
        for (before, after) in zip(old.parameters, new.parameters)
        where old.parameters.count == new.parameters.count {
            let (was, now) = (before.split(separator: ":"), after.split(separator: ":"))
            if was.last == now.last { names.rename(String(was[0]), to: String(now[0])) }
        }
        let steps = StepPairs(old.steps, new.steps)
        for (index, before) in steps.oldIndices {
            let (was, now) = (old.steps[before], new.steps[index])
            names.rename(was.ask?.name ?? "", to: now.ask?.name ?? "")
            names.rename(was.call?.result ?? "", to: now.call?.result ?? "")
        }
        for index in steps.gone {
            turn(to: old.steps[index].name)
            note(.removed, Self.gone(old.steps[index]), old.steps[index].name, nil)
        }
        for (index, step) in new.steps.enumerated() {
            turn(to: step.name)
            if let before = steps.oldIndices[index] {
                let was = old.steps[before]
                compare(was, step)
                compareSize(sizes.old[was.name], sizes.new[step.name])
            } else {
                let after = new.steps[..<index].last { $0.ask != nil }?.ask?.name
                note(.added, Self.come(step, after: after), nil, step.name)
            }
        }
        turn(to: new.name)
        compareOrder(new.steps, steps)
    }

    private mutating func compareOrder(_ new: [MenuPicture.Step], _ steps: StepPairs) {
        let kept = new.indices.filter { steps.oldIndices[$0] != nil }
        let questions = kept.filter { new[$0].ask != nil }
        for (indices, what) in [(questions, "questions"), (kept, "steps")] {
            let before = indices.compactMap { steps.oldIndices[$0] }
            guard before != before.sorted() else { continue }
            let order = indices.map {
                new[$0].name.split(separator: ".").last.map(String.init) ?? ""
            }
            let was = zip(before, order).sorted { $0.0 < $1.0 }.map(\.1)
            note(
                .reordered,
                "The \(what) were \(was.listed), and are \(order.listed) now.",
                was.joined(separator: " "),
                order.joined(separator: " ")
            )
            return
        }
    }

    private mutating func compare(_ old: MenuPicture.Step, _ new: MenuPicture.Step) {
        switch (old.kind, new.kind) {
        case (.screen(let before), .screen(let after)): compare(before, after)
        case (.ask(let before), .ask(let after)): compare(before, after)
        case (.call(let before), .call(let after)):
            let arguments = names.inCode(before.arguments)
            if arguments != after.arguments {
                note(
                    .call,
                    "`\(after.operation)` was called with \(before.arguments), is called with "
                        + "\(after.arguments).",
                    before.arguments,
                    after.arguments
                )
            }
            compareArms(before.arms, after.arms, of: "`\(after.operation)`")
        case (.end(let before), .end(let after)): compareTexts(before, after)
        case (.go(let before), .go(let after)):
            if renamed(before) != after {
                let sentence = "At its end the flow led to `\(before)`, \(Self.leads(after))."
                note(.retargeted, sentence, before, after)
            }
        default: break
        }
    }

    private mutating func compare(_ old: MenuPicture.Screen, _ new: MenuPicture.Screen) {
        compareTexts(old.text, new.text)
        compareList(old, new)
        compareOptions(old.options, new.options)
        compareLines(old.wrong, new.wrong, "Said to a wrong key")
        if old.isEnd != new.isEnd {
            let sentence =
                new.isEnd ? "The session ends here now." : "The session goes on here now."
            note(.retargeted, sentence)
        }
    }

    private mutating func compareList(_ old: MenuPicture.Screen, _ new: MenuPicture.Screen) {
        let outer = names
        defer { names = outer }
        names.rename(old.itemName, to: new.itemName)
        if old.list.map(names.inCode) != new.list {
            let (was, now) = (old.list ?? "nothing", new.list ?? "nothing")
            note(.answers, "It listed `\(was)`, and lists `\(now)`.", old.list, new.list)
        }
        compareLines(
            [old.item].compactMap(\.self),
            [new.item].compactMap(\.self),
            "Line of the list"
        )
        if old.itemTarget.map({ renamed($0) }) != new.itemTarget {
            let was = old.itemTarget.map { "led to `\($0)`" } ?? "could not be chosen"
            let now = new.itemTarget.map { Self.leads($0) } ?? "cannot be chosen"
            note(.retargeted, "An item of the list \(was), \(now).", old.itemTarget, new.itemTarget)
        }
    }

    private mutating func compare(_ old: MenuPicture.Ask, _ new: MenuPicture.Ask) {
        if old.name != new.name {
            note(.renamed, "The question was called `\(old.name)`.", old.name, new.name)
        }
        if old.type != new.type {
            note(
                .answers,
                "It asked for `\(old.type)`, and asks for `\(new.type)`.",
                old.type,
                new.type
            )
        }
        let bounds = [("least", old.least, new.least), ("most", old.most, new.most)]
        for (word, before, after) in bounds where before.map(names.inCode) != after {
            let was = before.map { "`\($0)`" } ?? "not bound"
            let now = after.map { "`\($0)`" } ?? "not bound"
            note(.answers, "The \(word) was \(was), is \(now).", before, after)
        }
        compareTexts(old.text, new.text)
        compareOptions(old.options, new.options)
        let said = Set(old.said.map(\.when)).union(new.said.map(\.when)).sorted()
        for when in said {
            let before = old.said.filter { $0.when == when }.flatMap(\.lines)
            let after = new.said.filter { $0.when == when }.flatMap(\.lines)
            compareLines(before, after, "Said when \(Self.answer(when))")
        }
    }

    private static func answer(_ word: String) -> String {
        switch word {
        case "below": "an answer is too small"
        case "above": "an answer is too large"
        default: "an answer is wrong"
        }
    }

    private static func gone(_ step: MenuPicture.Step) -> String {
        switch step.kind {
        case .ask(let ask): "The question `\(ask.name)` is no longer asked."
        case .call(let call): "`\(call.operation)` is no longer called."
        case .end: "The flow no longer ends with a text of its own."
        case .go(let target): "The flow no longer goes on to `\(target)`."
        case .screen: "The screen is gone."
        }
    }

    private static func come(_ step: MenuPicture.Step, after: String?) -> String {
        let place = after.map { ", after `\($0)`" } ?? ", at the beginning"
        switch step.kind {
        case .ask(let ask): return "New question `\(ask.name)` for `\(ask.type)`\(place)."
        case .call(let call): return "`\(call.operation)` is called\(place)."
        case .end: return "The flow ends with a text of its own."
        case .go(let target): return "The flow goes on to `\(target)`."
        case .screen: return "New screen."
        }
    }
}

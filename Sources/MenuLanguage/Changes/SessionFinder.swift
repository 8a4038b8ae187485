// SPDX-License-Identifier: Apache-2.0

/// Finds where the same keys lead elsewhere, for every place where a session can wait.
struct SessionFinder {
    private(set) var changes: [SessionChange] = []
    private var finder: ChangeFinder

    init(_ finder: ChangeFinder) {
        self.finder = finder
        compareKeys()
        var newIndices: [String: Int] = [:]
        for (index, place) in finder.new.places.enumerated() {
            if let before = finder.pairs.old(of: index) { newIndices[before.name] = index }
            newIndices[place.name] = newIndices[place.name] ?? index
        }
        for before in finder.old.places {
            guard finder.pairs.newNames[before.name] != nil,
                let index = newIndices[before.name]
            else {
                for step in before.steps where step.isWaiting {
                    add(step.name, ["It is gone: who dials anew does not come here."])
                }
                continue
            }
            compare(before, finder.new.places[index])
        }
    }

    private mutating func add(_ place: String, _ sentences: [String]) {
        if !sentences.isEmpty { changes.append(.init(place: place, sentences: sentences)) }
    }

    /// The keys that work everywhere.
    private mutating func compareKeys() {
        func keys(_ picture: MenuPicture) -> [String: String] {
            let text = picture.settings["keys"] ?? "0 back, 00 home, 98 more"
            var keys: [String: String] = [:]
            for pair in text.split(separator: ",") {
                let words = pair.split(separator: " ").map(String.init)
                if words.count == 2 { keys[words[1]] = words[0] }
            }
            return keys
        }
        let (old, new) = (keys(finder.old), keys(finder.new))
        let sentences = ["back", "home", "more"].filter { old[$0] != new[$0] }.map { word in
            "The key for \(word) was \(old[word] ?? "none"), is \(new[word] ?? "none")."
        }
        add("every screen", sentences)
    }

    private mutating func compare(_ old: MenuPicture.Place, _ new: MenuPicture.Place) {
        let pairs = StepPairs(old.steps, new.steps)
        finder.names = Names()
        var places: [Int: Int] = [:]
        for (index, before) in pairs.oldIndices {
            places[before] = index
            let (was, now) = (old.steps[before], new.steps[index])
            finder.names.rename(was.ask?.name ?? "", to: now.ask?.name ?? "")
            finder.names.rename(was.call?.result ?? "", to: now.call?.result ?? "")
        }
        for (index, step) in old.steps.enumerated() where step.isWaiting {
            guard let place = places[index] else {
                add(step.name, ["It is gone: who dials anew does not come here."])
                continue
            }
            var sentences = keys(step, new.steps[place])
            if let before = step.ask, let after = new.steps[place].ask {
                if before.answers(finder.names) != after.answers() {
                    sentences.append(
                        "Answers were `\(before.answers())`, are `\(after.answers())`."
                    )
                }
                let (was, now) = (
                    next(old.steps, index, pairs), next(new.steps, place, nil)
                )
                if was.renamed != now.name {
                    sentences.append("An answer led on to `\(was.name)`, leads to `\(now.name)`.")
                }
            }
            add(step.name, sentences)
        }
    }

    /// The step that follows an answer, as an author calls it, and under its new name.
    private func next(
        _ steps: [MenuPicture.Step],
        _ index: Int,
        _ pairs: StepPairs?
    ) -> (name: String, renamed: String) {
        guard steps.indices.contains(index + 1) else { return ("the end", "the end") }
        let name =
            switch steps[index + 1].kind {
            case .screen: steps[index + 1].name
            case .ask(let ask): ask.name
            case .call(let call): call.operation
            case .end: "end"
            case .go(let target): target
            }
        return (name, pairs == nil ? name : finder.renamed(name))
    }

    /// What each key does that does something else.
    private func keys(_ old: MenuPicture.Step, _ new: MenuPicture.Step) -> [String] {
        func actions(_ options: [MenuPicture.Option]) -> [String: [MenuPicture.Option]] {
            Dictionary(grouping: options, by: \.key)
        }
        let (before, after) = (actions(old.options), actions(new.options))
        var sentences: [String] = []
        for key in Set(before.keys).union(after.keys).sorted(by: Self.isBefore) {
            let was = before[key]?.first
            let now = after[key]?.first
            let action = was.map {
                $0.action.hasPrefix("= ") ? $0.action : finder.renamed($0.action)
            }
            if action == now?.action { continue }
            let then = was.map { ChangeFinder.led($0.action) } ?? "was not on the list"
            let today = now.map { ChangeFinder.leads($0.action) } ?? "is not on the list"
            sentences.append("\(key) \(today); before, it \(then).")
        }
        return sentences
    }

    private static func isBefore(_ one: String, _ two: String) -> Bool {
        (one.utf8.count, one) < (two.utf8.count, two)
    }
}

extension MenuPicture.Step {
    /// Whether a session waits here for what is typed.
    fileprivate var isWaiting: Bool {
        switch kind {
        case .screen(let screen): !screen.isEnd
        case .ask: true
        case .call, .end, .go: false
        }
    }
}

extension MenuPicture.Ask {
    /// What counts as an answer, as a menu has it, with the new names of values.
    fileprivate func answers(_ names: Names = Names()) -> String {
        guard let least, let most else { return type }
        return "\(type) \(names.inCode(least)) ... \(names.inCode(most))"
    }
}

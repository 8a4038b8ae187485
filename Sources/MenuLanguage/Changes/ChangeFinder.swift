// SPDX-License-Identifier: Apache-2.0
import GSM

/// Compares two pictures of a menu, place by place.
struct ChangeFinder {
    let old: MenuPicture
    let new: MenuPicture
    /// The places of both, matched.
    let pairs: PlacePairs
    private(set) var groups: [MenuChanges.Group] = []
    /// The changes of the group that is being made.
    private var changes: [MenuChange] = []
    /// The place that changes are about.
    private var place = ""
    /// The questions and results of the flow that is compared that have another name, by the old.
    var names = Names()

    /// The sizes of screens and steps at their longest, by name.
    struct Sizes {
        let old: [String: ScreenProof]
        let new: [String: ScreenProof]

        init(old: MenuProof?, new: MenuProof?) {
            func named(_ proof: MenuProof?) -> [String: ScreenProof] {
                let pairs = (proof?.largest ?? []).map { ($0.name, $0) }
                return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
            }
            self.old = named(old)
            self.new = named(new)
        }
    }

    init(old: MenuPicture, new: MenuPicture) {
        self.old = old
        self.new = new
        pairs = PlacePairs(old.places, new.places)
    }

    /// The end of an arrow of the old menu under the name that it has in the new one; `home` means
    /// the key everywhere but in a route.
    func renamed(_ target: String, inRoute isRoute: Bool = false) -> String {
        let name = target.targetName
        let place = name == "home" && !isRoute ? nil : pairs.newNames[name]
        let other = names[name] ?? place ?? name
        return other + names.inCode(String(target.dropFirst(name.count)))
    }

    /// Compares what stands under `menu`.
    mutating func compareMenu() {
        if old.name != new.name {
            note(.renamed, "The menu was `\(old.name)`, is `\(new.name)`.", old.name, new.name)
        }
        for name in Set(old.settings.keys).union(new.settings.keys).sorted() {
            var before = old.settings[name]
            if name == "before" || name == "resume" {
                // These name a screen or flow as their last word.
                before = before.map { value in
                    let words = value.split(separator: " ").map(String.init)
                    return (words.dropLast() + words.suffix(1).map { renamed($0, inRoute: true) })
                        .joined(separator: " ")
                }
            }
            let after = new.settings[name]
            guard before != after else { continue }
            let was = old.settings[name].map { "`\($0)`" } ?? "not set"
            let now = after.map { "`\($0)`" } ?? "not set"
            note(.setting, "\(Self.title(of: name)) was \(was), is \(now).", before, after)
        }
        compareLines(old.wrong, new.wrong, "Said to a key that is not on the list")
        compareArms(old.otherwise, new.otherwise, of: "any call")
        close("Menu", old: nil, new: nil)
    }

    /// Compares all screens and flows, and the sizes of what stays.
    mutating func comparePlaces(sizes: Sizes) {
        for (index, after) in new.places.enumerated() {
            let word = after.isFlow ? "flow" : "screen"
            place = after.name
            guard let before = pairs.old(of: index) else {
                note(.added, "New \(word), \(Self.steps(after)).", nil, after.name)
                close(after.title, old: nil, new: after.name)
                continue
            }
            if before.name != after.name {
                note(.renamed, "The \(word) was called `\(before.name)`.", before.name, after.name)
            }
            if before.parameters != after.parameters {
                let (was, now) = (Self.listed(before.parameters), Self.listed(after.parameters))
                note(.answers, "It was handed \(was), and is handed \(now).", was, now)
            }
            compareSteps(before, after, sizes)
            close(after.title, old: before.name, new: after.name)
        }
        for index in pairs.gone {
            let before = old.places[index]
            let word = before.isFlow ? "flow" : "screen"
            place = before.name
            note(.removed, "The \(word) is gone, with \(Self.steps(before)).", before.name, nil)
            close(before.title, old: before.name, new: nil)
        }
    }

    /// Notes a change at the current place.
    mutating func note(
        _ kind: MenuChange.Kind,
        _ sentence: String,
        _ old: String? = nil,
        _ new: String? = nil
    ) {
        changes.append(MenuChange(kind, at: place, sentence, old: old, new: new))
    }

    /// Says which step the next changes are about.
    mutating func turn(to name: String) { place = name }

    /// Ends a group, unless nothing changed in it.
    mutating func close(_ title: String, old: String?, new: String?) {
        if !changes.isEmpty {
            groups.append(MenuChanges.Group(title: title, old: old, new: new, changes: changes))
        }
        changes = []
        place = ""
    }

    /// Compares how long a screen or step can become.
    mutating func compareSize(_ before: ScreenProof?, _ after: ScreenProof?) {
        guard let before, let after, before.units != after.units || before.pages != after.pages
        else { return }
        let unit = after.alphabet == .gsm7 ? "septets" : "UCS-2 units"
        var sentence =
            "Its longest form was \(before.units), is \(after.units) of \(after.limit) "
            + unit
        if before.pages != after.pages { sentence += ", on \(after.pages) pages" }
        if before.alphabet != after.alphabet {
            sentence += before.alphabet == .gsm7 ? ", no longer in GSM-7" : ", no longer in UCS-2"
        }
        note(.size, sentence + ".", "\(before.units)", "\(after.units)")
    }

    /// What an author calls a setting.
    private static func title(of setting: String) -> String {
        switch setting {
        case "text": "The language"
        case "also": "The list of other languages"
        case "network": "The network"
        case "country": "The country"
        case "before": "What runs before every session"
        case "resume": "How a dropped session is taken up again"
        default: "The setting `\(setting)`"
        }
    }

    private static func listed(_ parameters: [String]) -> String {
        parameters.isEmpty ? "nothing" : parameters.listed
    }

    private static func steps(_ place: MenuPicture.Place) -> String {
        func counted(_ count: Int, _ noun: String) -> String {
            "\(count) \(noun)\(count == 1 ? "" : "s")"
        }
        if place.isFlow {
            return counted(place.steps.count { $0.ask != nil }, "question") + " and "
                + counted(place.steps.count { $0.call != nil }, "call")
        }
        return counted(place.steps.reduce(0) { $0 + $1.options.count }, "option")
    }
}

extension MenuPicture.Place {
    /// What a reader calls it.
    fileprivate var title: String { (isFlow ? "Flow " : "Screen ") + name }
}

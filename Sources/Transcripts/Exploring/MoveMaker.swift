// SPDX-License-Identifier: Apache-2.0
import MenuLanguage

/// Says what can be tried at a place.
struct MoveMaker: Sendable {
    let menu: ExplorableMenu
    let phones: [PhoneSetup]

    /// What one phone does next: perhaps a fault, and then something typed.
    typealias Move = [TranscriptStep.Action]

    /// Every way in, with sample values.
    func entries(of phone: PhoneSetup, plainOnly: Bool = false) -> [Move] {
        menu.entries.flatMap { entry -> [Move] in
            guard !plainOnly || entry.isPlain && !entry.isMessage else { return [] }
            return filled(entry, phone).map { [start(entry, $0, phone)] }
        }
    }

    /// What can be pressed where a session waits.
    ///
    /// - Parameters:
    ///   - node: Where.
    ///   - known: What was visited already, whose wrong answers and navigation are not tried again.
    /// - Returns: The moves, those that fit first.
    func moves(at node: ExplorationNode, _ known: Set<CoverageKey>) -> [Move] {
        guard let place = menu.places[node.state] else { return [] }
        let phone = phones[node.actor]
        var typed = node.options.map(Self.literal)
        if let answer = place.answer {
            typed += samples(answer, phone, node.lines, at: node.state, known)
            if let last = node.secrets.last, node.isAskedAgain {
                // One wrong secret is as good as another: the same again, or the right one.
                let own = phone.pin == nil ? last : Self.value("\(phone.name).pin")
                typed = [last, own]
            }
        } else {
            if place.hasList, !node.options.contains("1"), starts(node, "1") {
                typed.append(Self.literal("1"))
            }
            if let more = menu.more, place.hasList, starts(node, more) {
                typed.append(Self.literal(more))
            }
            if isNew(.wrong, node.state, known) { typed.append(Self.literal(unused(place))) }
        }
        for (key, kind) in [(menu.back, CoverageKey.Kind.back), (menu.home, .home)] {
            guard let key, !node.options.contains(key), isNew(kind, node.state, known) else {
                continue
            }
            typed.append(Self.literal(key))
        }
        var seen: Set<Template> = []
        return typed.filter { seen.insert($0).inserted }.map { [answer($0, node, place)] }
    }

    private func answer(
        _ typed: Template,
        _ node: ExplorationNode,
        _ place: ExplorableMenu.Place
    ) -> TranscriptStep.Action {
        let phone = phones[node.actor].name
        guard node.isMessage else { return .press(phone: phone, .text(typed)) }
        var pieces = [Template.Piece.text("\(address) ")]
        if case .secret = place.answer {
            pieces += [.text("YES "), .value(SceneRun.codeName), .text(" ")]
        }
        return .send(phone: phone, Template(pieces + typed.pieces))
    }

    private func start(
        _ entry: ExplorableMenu.Entry,
        _ parts: [[Template.Piece]],
        _ phone: PhoneSetup
    ) -> TranscriptStep.Action {
        let separator = entry.isMessage ? " " : "*"
        var pieces: [Template.Piece] = [.text(entry.isMessage ? "\(address) " : "*")]
        for (index, part) in parts.enumerated() {
            pieces += (index == 0 ? [] : [.text(separator)]) + part
        }
        if !entry.isMessage { pieces.append(.text("#")) }
        let template = Template(Self.joined(pieces))
        return entry.isMessage
            ? .send(phone: phone.name, template) : .press(phone: phone.name, .text(template))
    }

    /// The values of a way in: the typical ones, and each argument once in its other samples.
    private func filled(
        _ entry: ExplorableMenu.Entry,
        _ phone: PhoneSetup
    ) -> [[[Template.Piece]]] {
        let choices = entry.parts.map { part -> [[Template.Piece]] in
            switch part {
            case .literal(let text): [[.text(text)]]
            case .argument(let type):
                samples(type, phone, [], at: "", []).map(\.pieces).filter { pieces in
                    // Dialling has digits only.
                    entry.isMessage
                        || pieces.allSatisfy {
                            if case .text(let text) = $0 {
                                text.utf8.allSatisfy { 48...57 ~= $0 }
                            } else {
                                true
                            }
                        }
                }
            }
        }
        guard choices.allSatisfy({ !$0.isEmpty }) else { return [] }
        let typical = choices.compactMap(\.first)
        var all = [typical]
        for index in choices.indices {
            for other in choices[index].dropFirst() {
                var variant = typical
                variant[index] = other
                all.append(variant)
            }
        }
        return all
    }

    /// Where messages to the menu are sent.
    private var address: String { menu.name.uppercased() }

    private func starts(_ node: ExplorationNode, _ key: String) -> Bool {
        node.lines.contains { $0.hasPrefix(key + " ") }
    }

    private func isNew(
        _ kind: CoverageKey.Kind,
        _ state: String,
        _ known: Set<CoverageKey>
    ) -> Bool {
        state.isEmpty || !known.contains(CoverageKey(state: state, kind: kind))
    }

    /// A key that stands for nothing at a place.
    private func unused(_ place: ExplorableMenu.Place) -> String {
        let taken = Set(place.options + [menu.back, menu.home, menu.more].compactMap(\.self))
        return ["7", "77", "777"].first { !taken.contains($0) && !place.hasList } ?? "777"
    }

    static func literal(_ text: String) -> Template { Template([.text(text)]) }

    private static func joined(_ pieces: [Template.Piece]) -> [Template.Piece] {
        pieces.reduce(into: []) { joined, piece in
            if case .text(let text) = piece, case .text(let before)? = joined.last {
                joined[joined.count - 1] = .text(before + text)
            } else {
                joined.append(piece)
            }
        }
    }
}

extension MoveMaker {
    /// Sample answers to a question, those that fit first.
    private func samples(
        _ type: ExplorableMenu.AnswerType,
        _ phone: PhoneSetup,
        _ lines: [String],
        at state: String,
        _ known: Set<CoverageKey>
    ) -> [Template] {
        func when(_ kind: CoverageKey.Kind, _ texts: String...) -> [Template] {
            isNew(kind, state, known) ? texts.map(Self.literal) : []
        }
        let other = phones.first { $0.name != phone.name && $0.hasWallet }
        switch type {
        case .msisdn:
            let stranger = phones.first { !$0.hasWallet && $0.name != phone.name }
            return [other, phone, stranger].compactMap { $0.map { Self.value("\($0.name).local") } }
                + when(.wrong, "12")
        case .money:
            let read = Self.amounts(in: lines).prefix(ExplorationLimits.amountsReadMax)
            return (["100"] + read).map(Self.literal)
                + when(.below, "0.01") + when(.above, "99999999") + when(.wrong, "abc")
        case .number(let least, let most):
            let typical = least ?? most ?? 12
            let ends = [typical, most ?? typical].map { Self.literal(String($0)) }
            return ends + (least.map { when(.below, belowText($0)) } ?? [])
                + (most.map { when(.above, String($0 &+ 1)) } ?? []) + when(.wrong, "abc")
        case .text(let least, let most):
            let long = String(repeating: "a", count: min(max(most, 0), 160) + 1)
            let short = String(repeating: "a", count: min(max(least, 1), 161) - 1)
            return [Self.literal(Self.word(least, most))] + tills
                + when(.wrong, short.isEmpty ? long : short)
        case .secret(let least, let most):
            let own = phone.pin == nil ? nil : Self.value("\(phone.name).pin")
            let others = phones.first { $0.name != phone.name && $0.pin != nil }
            let weak = String(repeating: "1", count: min(max(least, 4), max(most, 4)))
            return [own, others.map { Self.value("\($0.name).pin") }, Self.literal(weak)]
                .compactMap(\.self) + when(.wrong, "12")
        case .choice: return when(.wrong, "77")
        case .pattern:
            return tills + ["9999", "12", "AB12"].map(Self.literal) + when(.wrong, "a")
        }
    }

    /// A number below a bound, with zeros before it where it would be a navigation key.
    private func belowText(_ least: Int64) -> String {
        let text = String(least &- 1)
        return text == menu.back || text == menu.home ? "000" + text : text
    }

    /// The numbers of the agents, which menus ask for as text.
    private var tills: [Template] { phones.compactMap { $0.extras["till"].map(Self.literal) } }

    private static func value(_ name: String) -> Template { Template([.value(name)]) }

    private static func word(_ least: Int, _ most: Int) -> String {
        let name = "Wanjiku"
        if (least...max(least, most)).contains(name.count) { return name }
        return String(repeating: "a", count: min(max(least, 1), 160))
    }

    /// The amounts that stand on a screen, as they are typed: `2,000.00` is `2000.00`.
    private static func amounts(in lines: [String]) -> [String] {
        var seen: Set<String> = []
        return lines.flatMap { $0.split(separator: " ") }.compactMap { word -> String? in
            let bare = word.drop { !$0.isNumber }
            let number = bare.prefix { $0.isNumber || $0 == "," || $0 == "." }
            guard number.contains("."), let amount = DecimalText(number), amount.units > 0 else {
                return nil
            }
            return amount.written
        }.filter { seen.insert($0).inserted }
    }
}

extension PhoneSetup {
    /// Whether the number has a wallet.
    var hasWallet: Bool { extras["wallet"] != "no" }
}

// SPDX-License-Identifier: Apache-2.0

/// A menu in its author's words, without how it is laid out and where it is written: what is
/// compared with another version of it.
struct MenuPicture: Equatable, Sendable {
    var name = ""
    /// The settings that a phone can notice, as they are written; `text` is always there.
    var settings: [String: String] = [:]
    /// The answers under `otherwise`.
    var otherwise: [Arm] = []
    var wrong: [String] = []
    /// The screens and flows in source order.
    var places: [Place] = []

    /// A screen or a flow; a screen has one step.
    struct Place: Equatable, Sendable {
        var name: String
        var isFlow: Bool
        var parameters: [String]
        var steps: [Step]
    }

    /// A screen, or a step of a flow, by the name that proofs and traces call it.
    struct Step: Equatable, Sendable {
        var name: String
        var kind: Kind

        /// What is shown, asked or done.
        enum Kind: Equatable, Sendable {
            case screen(Screen)
            case ask(Ask)
            case call(Call)
            case end([Text])
            case go(String)
        }
    }

    /// Lines that stand always, or for one word of a value.
    struct Text: Equatable, Sendable {
        /// As `why.reason: below_minimum`; empty for what always stands.
        var when: String
        var lines: [String]
    }

    struct Screen: Equatable, Sendable {
        var text: [Text] = []
        /// The list as `history.payments`, the name of an item, its line and where it leads.
        var list: String?
        var itemName = ""
        var item: String?
        var itemTarget: String?
        var options: [Option] = []
        var wrong: [String] = []
        var isEnd = false
    }

    struct Option: Hashable, Sendable {
        var key: String
        var label: String
        /// A target, or `= word` for an answer.
        var action: String
        /// What stands behind `when`; empty for always.
        var condition: String
    }

    struct Ask: Equatable, Sendable {
        var name: String
        var type: String
        var least: String?
        var most: String?
        var text: [Text]
        var options: [Option]
        /// The lines of `wrong`, `below` and `above`.
        var said: [Text]
    }

    struct Call: Equatable, Sendable {
        var operation: String
        var result: String
        var arguments: String
        var arms: [Arm]
    }

    /// An outcome, what it hands over, where it leads and what is said there.
    struct Arm: Equatable, Sendable {
        var outcome: String
        var binding: String
        var target: String
        var lines: [String]
    }
}

extension MenuPicture.Step {
    /// The question that is asked, nil for another step.
    var ask: MenuPicture.Ask? { if case .ask(let ask) = kind { ask } else { nil } }

    /// The service that is called, nil for another step.
    var call: MenuPicture.Call? { if case .call(let call) = kind { call } else { nil } }

    /// The screen that is shown, nil for another step.
    var screen: MenuPicture.Screen? { if case .screen(let screen) = kind { screen } else { nil } }

    /// What it shows at first, nil where it shows nothing.
    var text: [MenuPicture.Text]? {
        switch kind {
        case .screen(let screen): screen.text
        case .ask(let ask): ask.text
        case .end(let text): text
        case .call, .go: nil
        }
    }

    /// The options that it shows.
    var options: [MenuPicture.Option] {
        switch kind {
        case .screen(let screen): screen.options
        case .ask(let ask): ask.options
        case .call, .end, .go: []
        }
    }
}

extension String {
    /// The screen, flow or question of a target, without what it is handed.
    var targetName: String { String(prefix { $0 != "(" && $0 != " " }) }
}

// SPDX-License-Identifier: Apache-2.0

/// The words that lines begin with.
enum MenuKeyword: String, CaseIterable, Hashable, Sendable {
    case menu, dial, sms, screen, flow, service
    case ask, call, end
    case each, `case`, wrong, below, above

    /// Whether the line stands at the left margin.
    var isDefinition: Bool {
        switch self {
        case .menu, .dial, .sms, .screen, .flow, .service: true
        case .ask, .call, .end, .each, .case, .wrong, .below, .above: false
        }
    }

    /// Where a line that begins so belongs.
    var home: String {
        switch self {
        case .menu, .dial, .sms, .screen, .flow, .service: "It begins at the left margin."
        case .ask, .call: "It belongs under `flow`."
        case .end: "It belongs under `flow` or `screen`."
        case .each: "It belongs under `screen`."
        case .case: "It belongs under `screen`, `ask` or the `end` of a flow."
        case .wrong: "It belongs under `menu`, `screen` or `ask`."
        case .below, .above: "It belongs under `ask`."
        }
    }
}

/// What the lines under a line are.
enum MenuPlace: Hashable, Sendable {
    case file, header, screen, flow, ask, call, otherwise, end, `case`
    case service, record, operation
    /// Under a line that has nothing under it but perhaps text.
    case nothing

    /// The keywords that lines begin with here.
    var keywords: [MenuKeyword] {
        switch self {
        case .file: [.menu, .dial, .sms, .screen, .flow, .service]
        case .header: [.wrong]
        case .screen: [.case, .each, .wrong, .end]
        case .flow: [.ask, .call, .end]
        case .ask: [.case, .wrong, .below, .above]
        case .end: [.case]
        case .call, .otherwise, .case, .service, .record, .operation, .nothing: []
        }
    }

    /// The place in a sentence.
    var phrase: String {
        switch self {
        case .file: "at the left margin"
        case .header: "under `menu`"
        case .screen: "under `screen`"
        case .flow: "under `flow`"
        case .ask: "under `ask`"
        case .call: "under `call`"
        case .otherwise: "under `otherwise`"
        case .end: "under `end`"
        case .case: "under `case`"
        case .service: "under `service`"
        case .record: "under `record`"
        case .operation: "under an operation"
        case .nothing: "under the line above it"
        }
    }

    /// What can stand here.
    var contents: String {
        switch self {
        case .file: "`menu`, `dial`, `sms`, `screen`, `flow` and `service`"
        case .header: SettingForm.all.map { "`\($0.name)`" }.joined(separator: ", ")
        case .screen: "`|` text, `case`, `each`, options that begin with a key, `wrong` and `end`"
        case .flow: "`ask`, `call`, `end` and `->`"
        case .ask: "`|` text, `case`, options that begin with a key, `wrong`, `below` and `above`"
        case .call, .otherwise: "outcomes, such as `unavailable -> busy`"
        case .end: "`|` text and `case`"
        case .case: "words of the value, each with its text"
        case .service:
            "`within`, `retries`, `record` and operations such as `forecast(place: text 20) -> day`"
        case .record: "fields with their types, such as `rain number 3`"
        case .operation: "outcomes, such as `unknown_place` or `closed as text 30`"
        case .nothing: "nothing"
        }
    }

    /// Where text can stand instead.
    var textHelp: String {
        switch self {
        case .file, .flow, .nothing, .screen, .ask, .end, .service, .record, .operation:
            "Text belongs under `screen`, `ask` or `end`."
        case .header: "Text stands under `menu` behind `wrong` only."
        case .call, .otherwise: "Write the text behind the arrow of an outcome."
        case .case: "Write the word that it belongs to before the `|`."
        }
    }
}

/// What a question can ask for.
enum AskType: String, CaseIterable, Hashable, Sendable {
    case msisdn, money, number, text, secret, choice, pattern

    /// All of them, for a sentence.
    static let list = allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")

    /// How a question of this type is written.
    var example: String {
        switch self {
        case .msisdn, .choice: "ask name: \(rawValue)"
        case .money: "ask amount: money 1.00 ... me.balance"
        case .number: "ask months: number 1 ... 12"
        case .text: "ask note: text 1 ... 20"
        case .secret: "ask pin: secret 4 ... 6"
        case .pattern: "ask meter: pattern \"[0-9]{11}\" 11"
        }
    }
}

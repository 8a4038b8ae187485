// SPDX-License-Identifier: Apache-2.0

/// What a line is, told by its first token and by what it stands under.
enum LineRole: Hashable, Sendable {
    case menu, dial, sms, screen, flow, service
    /// A setting with its values, or `wrong` under `menu`.
    case setting
    case otherwise
    /// An outcome and where it leads.
    case arm
    /// `|` and text.
    case text
    /// `|` and text that goes on with what the line above begins.
    case moreText
    case option
    case `case`
    /// A word of a `case` and its text.
    case word
    case each
    /// `wrong`, `below` or `above` and its text.
    case said
    case ask, call
    /// The `end` of a screen, which has nothing under it.
    case endOfScreen
    /// The `end` of a flow and what stands under it.
    case endOfFlow
    /// An arrow alone.
    case go
    /// `within` or `retries` of a service.
    case serviceLimit
    /// `record` under a service, and a field with its type under it.
    case record, field
    /// An operation of a service, and an outcome under it.
    case operation, outcome

    /// The role of a line of a file without mistakes, under a line or at the left margin.
    init(_ line: MenuLine, under parent: LineRole?) {
        let first = line.tokens.first
        let keyword = first.flatMap { $0.kind == .word ? MenuKeyword(rawValue: $0.text) : nil }
        switch parent {
        case nil: self = Self.definition(keyword)
        case .menu: self = first?.text == "otherwise" ? .otherwise : .setting
        case .otherwise, .call: self = .arm
        case .case: self = .word
        case .flow: self = Self.step(keyword)
        case .service: self = Self.ofService(line.tokens)
        case .record: self = .field
        case .operation: self = .outcome
        case .screen, .ask, .endOfFlow: self = Self.part(first, keyword)
        default: self = .moreText
        }
    }

    private static func definition(_ keyword: MenuKeyword?) -> LineRole {
        switch keyword {
        case .menu: .menu
        case .dial: .dial
        case .sms: .sms
        case .flow: .flow
        case .service: .service
        default: .screen
        }
    }

    private static func step(_ keyword: MenuKeyword?) -> LineRole {
        switch keyword {
        case .ask: .ask
        case .call: .call
        case .end: .endOfFlow
        default: .go
        }
    }

    private static func ofService(_ tokens: [MenuToken]) -> LineRole {
        if tokens.dropFirst().first?.text == "(" { return .operation }
        return tokens.first?.text == ServiceWord.record.rawValue ? .record : .serviceLimit
    }

    private static func part(_ first: MenuToken?, _ keyword: MenuKeyword?) -> LineRole {
        switch (first?.kind, keyword) {
        case (.bar, _): .text
        case (.key, _): .option
        case (_, .case): .case
        case (_, .each): .each
        case (_, .end): .endOfScreen
        default: .said
        }
    }

    /// Whether the line is `dial` or `sms`, whose neighbours may stand close to it.
    var isRoute: Bool { self == .dial || self == .sms }

    /// Whether lines other than more text can stand under the line.
    var opensBlock: Bool {
        switch self {
        case .menu, .screen, .flow, .otherwise, .case, .ask, .call, .endOfFlow: true
        case .service, .record, .operation: true
        default: false
        }
    }
}

// SPDX-License-Identifier: Apache-2.0

/// A string to dial or an SMS command with what it means, in the words of the menu.
public struct Shortcut: Hashable, Sendable {
    /// How it reaches the menu.
    public let kind: Kind
    /// The parts between stars, or the words of the message.
    public let parts: [Part]
    /// The screen or flow with what it is handed, as `detail("last")`.
    public let target: String
    /// The keys that lead to the same place when they are pressed one by one after the service
    /// code alone; empty where there are none.
    public let keys: [String]

    /// How a shortcut reaches a menu.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A dialled string.
        case dial
        /// A message.
        case sms
    }

    /// A part of a dialled string or a word of a message.
    public enum Part: Hashable, Sendable {
        /// Digits or a word that must stand there.
        case literal(String)
        /// A word that may stand there, `[TO]`.
        case optional(String)
        /// What people type for a question or parameter of the target, `{amount: money}`.
        case argument(name: String, type: String)
        /// A whole message that no other command takes, `*`.
        case anything
    }

    /// Makes a shortcut of its parts.
    public init(kind: Kind, parts: [Part], target: String, keys: [String] = []) {
        self.kind = kind
        self.parts = parts
        self.target = target
        self.keys = keys
    }

    /// The string or the message as a menu has it: `*789*1*{amount: money}#`.
    public var source: String {
        let texts = parts.map(\.source)
        return switch kind {
        case .dial: "*" + texts.joined(separator: "*") + "#"
        case .sms: texts.joined(separator: " ")
        }
    }

    /// The line of a lock: `dial *789*4# -> account = *789# 4`.
    public var line: String {
        guard !keys.isEmpty else { return meaning }
        return "\(meaning) = \(codeAlone) \(keys.joined(separator: " "))"
    }
}

extension Shortcut.Part {
    /// The part as it is written in a menu.
    var source: String {
        switch self {
        case .literal(let text): text
        case .optional(let word): "[\(word)]"
        case .argument(let name, let type): "{\(name): \(type)}"
        case .anything: "*"
        }
    }

    /// The digits or the word, nil for the others.
    var literal: String? { if case .literal(let text) = self { text } else { nil } }
}

extension Shortcut {
    /// Two with one form are the same to whoever dials or sends them.
    var form: [String] {
        [kind.rawValue]
            + parts.map { part in
                if case .argument = part { "{}" } else { part.source.uppercased() }
            }
    }

    /// What never changes in it: two with the same differ at most in what people type between.
    var fixedParts: [String] {
        [kind.rawValue] + parts.compactMap { $0.literal?.uppercased() }
    }

    /// The line without the keys, as a menu has it.
    var meaning: String { "\(kind.rawValue) \(source) -> \(target)" }

    /// The string that its keys follow.
    private var codeAlone: String {
        "*" + parts.dropLast(keys.count).map(\.source).joined(separator: "*") + "#"
    }
}

extension Shortcut: Comparable {
    /// Orders as a lock does: strings to dial before commands, then by what is dialled or sent.
    public static func < (left: Shortcut, right: Shortcut) -> Bool {
        if left.kind != right.kind { return left.kind == .dial }
        if left.source != right.source { return left.source < right.source }
        return left.line < right.line
    }
}

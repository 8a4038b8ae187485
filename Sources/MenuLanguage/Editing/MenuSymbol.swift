// SPDX-License-Identifier: Apache-2.0
public import Dialogue
public import SourceText

/// What a name in a menu stands for, whichever place writes it.
public struct MenuSymbol: Hashable, Sendable {
    /// The sort of thing.
    public let kind: Kind
    /// The name as it is written.
    public let name: String
    /// The screen, flow, service or record that it belongs to; empty where there is none.
    public let owner: String
    /// Where it is bound, in UTF-8 octets of its file, which tells bindings of one name apart.
    let place: Int

    /// The sorts of things that have names.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A menu, by the line `menu NAME`.
        case menu
        /// A screen.
        case screen
        /// A flow.
        case flow
        /// A question of a flow, and its answer.
        case question
        /// A parameter of a screen or flow.
        case parameter
        /// The result of a call.
        case result
        /// What `as` binds.
        case binding
        /// The item of `each`.
        case item
        /// An included file.
        case file
        /// A service.
        case service
        /// An operation of a service.
        case operation
        /// An outcome of an operation.
        case outcome
        /// A field of a record.
        case field
        /// A record of a service.
        case record
        /// A language of the menu.
        case language
        /// A value that the language gives: `me`, `typed`, `least`, `most`.
        case given
        /// A place that the language gives: `back`, `home`, `continue`, `resume`.
        case way
        /// A setting under `menu`.
        case setting
    }

    init(_ kind: Kind, _ name: String, owner: String = "", place: Int = 0) {
        self.kind = kind
        self.name = name
        self.owner = owner
        self.place = place
    }

    /// Whether it is declared in a menu, so that it can have another name.
    public var canBeRenamed: Bool {
        switch kind {
        case .screen, .flow, .question, .parameter, .result, .binding, .item: true
        case .menu, .file, .service, .operation, .outcome, .field, .record, .language: false
        case .given, .way, .setting: false
        }
    }
}

/// One place where a name is written.
public struct MenuOccurrence: Hashable, Sendable {
    /// What the name stands for.
    public let symbol: MenuSymbol
    /// Where it is written.
    public let range: SourceRange
    /// Whether the name is made here.
    public let isDeclaration: Bool
    /// The type of the value up to this name, where it is a value whose type is known.
    public let type: ValueType?
}

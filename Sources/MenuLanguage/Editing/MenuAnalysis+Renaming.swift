// SPDX-License-Identifier: Apache-2.0
import Dialogue
public import SourceText

/// Why a name cannot be changed, in one sentence for the author.
public struct MenuRenameError: Error, Hashable, Sendable {
    /// The sentence.
    public let reason: String

    init(_ reason: String) { self.reason = reason }
}

extension MenuAnalysis {
    /// The name at a place that can be changed, or why it cannot.
    public func renameable(at offset: Int, in file: String) throws(MenuRenameError)
        -> MenuOccurrence
    {
        guard let found = occurrence(at: offset, in: file) else {
            throw MenuRenameError(
                "There is no name here. Put the cursor on a screen, flow, question or value."
            )
        }
        guard isRenameable(found.symbol) else {
            throw MenuRenameError(
                "`\(found.symbol.name)` is not a name of this menu, so it stays as it is."
            )
        }
        return found
    }

    /// Every place that changes when the name at a place becomes another.
    ///
    /// - Returns: the places by file; each is replaced by the new name.
    /// - Throws: why the name cannot become the other: it is no name, a word of the language, or
    ///   taken where it would be seen.
    public func renaming(at offset: Int, in file: String, to name: String)
        throws(MenuRenameError) -> [SourceRange]
    {
        let symbol = try renameable(at: offset, in: file).symbol
        guard name != symbol.name else { return [] }
        guard name.unicodeScalars.first?.isMenuLetter == true,
            name.unicodeScalars.allSatisfy(\.isMenuWord)
        else {
            throw MenuRenameError(
                "`\(name)` is not a name: a name is one word of letters, digits and `_` that does "
                    + "not begin with a digit. Nothing was changed."
            )
        }
        if Self.declarable.contains(symbol.kind) {
            try checkDeclared(name, for: symbol)
        } else {
            try checkFree(name, for: symbol)
        }
        return occurrences(of: symbol).map(\.range)
    }

    /// What a menu names itself where it declares a service.
    private static let declarable: Set<MenuSymbol.Kind> = [.service, .operation, .record, .field]

    /// Whether the menu makes a name itself, so that it can make another.
    private func isRenameable(_ symbol: MenuSymbol) -> Bool {
        symbol.canBeRenamed
            || Self.declarable.contains(symbol.kind) && !declarations(of: symbol).isEmpty
    }

    private func checkDeclared(_ name: String, for symbol: MenuSymbol) throws(MenuRenameError) {
        let other = MenuSymbol(symbol.kind, name, owner: symbol.owner)
        let promised = symbol.kind == .service && contracts.contains { $0.name == name }
        let isType = symbol.kind == .record && MenuParser.serviceTypes.contains(name)
        if promised || isType || !declarations(of: other).isEmpty {
            throw Self.taken(name, by: other)
        }
    }

    private func checkFree(_ name: String, for symbol: MenuSymbol) throws(MenuRenameError) {
        let reserved: [String]
        switch symbol.kind {
        case .screen, .flow: reserved = MenuVocabulary.ways
        case .question: reserved = MenuVocabulary.ways + MenuVocabulary.values
        default: reserved = MenuVocabulary.values + MenuVocabulary.conditions
        }
        if reserved.contains(name) {
            throw MenuRenameError(
                "`\(name)` is a word of the language, so it cannot be a name. Nothing was changed."
            )
        }
        if symbol.kind == .screen || symbol.kind == .flow {
            if let other = definitions[name] { throw Self.taken(name, by: other) }
            // A question of the same name would take the arrows of its own flow.
            let users = Set(owners(using: symbol))
            for owner in users.sorted() {
                if let local = locals[owner]?[name], local.symbol.kind == .question {
                    throw Self.taken(name, by: local.symbol)
                }
            }
            return
        }
        if let other = locals[symbol.owner]?[name] { throw Self.taken(name, by: other.symbol) }
        let bindings = occurrences.filter {
            $0.isDeclaration && $0.symbol.kind == .binding && $0.symbol.owner == symbol.owner
        }
        if symbol.kind != .binding, let other = bindings.first(where: { $0.symbol.name == name }) {
            throw Self.taken(name, by: other.symbol)
        }
        if symbol.kind == .question, let other = definitions[name],
            owners(using: other).contains(symbol.owner)
        {
            throw Self.taken(name, by: other)
        }
    }

    /// The screens and flows from which an arrow leads to a thing.
    private func owners(using symbol: MenuSymbol) -> [String] {
        let uses = occurrences(of: symbol).filter { !$0.isDeclaration }.map(\.range)
        return uses.compactMap { use in
            occurrences.last { other in
                other.isDeclaration && other.range.file == use.file
                    && other.range.lower <= use.lower
                    && (other.symbol.kind == .screen || other.symbol.kind == .flow)
            }?.symbol.name
        }
    }

    private static func taken(_ name: String, by other: MenuSymbol) -> MenuRenameError {
        let place = other.owner.isEmpty ? "" : " of `\(other.owner)`"
        return MenuRenameError(
            "`\(name)` is taken by a \(other.kind.rawValue)\(place). Nothing was changed."
        )
    }
}

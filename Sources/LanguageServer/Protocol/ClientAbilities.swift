// SPDX-License-Identifier: Apache-2.0

/// What the editor can do, as it says in `initialize`.
struct ClientAbilities: Sendable {
    var encoding = PositionEncoding.utf16
    /// Whether places to fill in can be part of a completion.
    var snippets = false
    /// Whether it can be asked to watch files.
    var watchesFiles = false
    /// Whether an outline may have levels.
    var outlineLevels = false

    init() {}

    init(_ capabilities: JSONValue) {
        let text = capabilities["textDocument"]
        let encodings = capabilities["general"]["positionEncodings"].elements
        encoding = PositionEncoding(offered: encodings.compactMap(\.string))
        snippets = text["completion"]["completionItem"]["snippetSupport"].bool ?? false
        outlineLevels =
            text["documentSymbol"]["hierarchicalDocumentSymbolSupport"].bool ?? false
        let watched = capabilities["workspace"]["didChangeWatchedFiles"]
        watchesFiles = watched["dynamicRegistration"].bool ?? false
    }
}

// SPDX-License-Identifier: Apache-2.0
public import Dialogue
public import SourceText

/// A menu as an editor sees it: what compiling it gave, and what every name in it stands for.
///
/// It is made of any text, also while it is half written, and its findings are those of
/// ``MenuCompiler``. Positions are UTF-8 octets from the start of a file.
public struct MenuAnalysis: Sendable {
    /// The file with the line `menu NAME`.
    public let main: String
    /// What the compiler says.
    public let compilation: MenuCompilation
    /// What the services promise that the menu may name.
    public let contracts: [ServiceContract]
    /// Every place where a name is written, by file and place.
    public let occurrences: [MenuOccurrence]

    let draft: DraftMenu
    /// The menu in each language whose texts could be read, that of the menu itself first.
    let drafts: [LanguageDraft]
    let files: [MenuFileSyntax]
    let definitions: [String: MenuSymbol]
    let locals: [String: [String: OccurrenceCollector.Local]]

    /// Reads a menu and everything that it includes.
    ///
    /// - Parameters:
    ///   - main: the file with the line `menu NAME`.
    ///   - contracts: what the services promise.
    ///   - read: the text of an included file by its path, as ``MenuCompiler`` asks for it.
    public init(
        main: SourceFile,
        contracts: [ServiceContract],
        read: (String) -> Result<String, MenuReadError>
    ) {
        var kept: (drafts: [LanguageDraft], files: [MenuFileSyntax])?
        let compilation = MenuCompiler.compile(
            main: main,
            contracts: contracts,
            keep: { kept = ($0, $1) },
            read: read
        )
        self.init(main.path, compilation, contracts, kept)
    }

    /// Reads one file whose menu is not known; only how it is written is judged.
    ///
    /// - Parameters:
    ///   - part: the file.
    ///   - contracts: what the services promise.
    public init(part: SourceFile, contracts: [ServiceContract]) {
        var kept: (drafts: [LanguageDraft], files: [MenuFileSyntax])?
        let compilation = MenuCompiler.compile(
            main: part,
            contracts: contracts,
            keep: { kept = ($0, $1) },
            read: { _ in .failure(.notFound) }
        )
        var written = MenuCompilation(
            program: nil,
            diagnostics: MenuParser.parse(part).diagnostics,
            sources: compilation.sources,
            proof: nil
        )
        written.measures = compilation.measures
        self.init(part.path, written, contracts, kept)
    }

    private init(
        _ main: String,
        _ compilation: MenuCompilation,
        _ contracts: [ServiceContract],
        _ kept: (drafts: [LanguageDraft], files: [MenuFileSyntax])?
    ) {
        let all = kept?.drafts ?? []
        let draft = all.first?.draft ?? DraftMenu(settings: MenuSettings())
        var collector = OccurrenceCollector(draft)
        collector.collect(kept?.files ?? [])
        self.main = main
        self.compilation = compilation
        self.contracts = contracts
        self.draft = draft
        drafts = all.prefix(1) + all.dropFirst().filter { $0.path != nil }
        files = kept?.files ?? []
        occurrences = collector.occurrences
        definitions = collector.definitions
        locals = collector.locals
    }
}

extension MenuAnalysis {
    /// The name at a place, the narrowest where several touch it.
    public func occurrence(at offset: Int, in file: String) -> MenuOccurrence? {
        occurrences.filter { $0.range.file == file && $0.range.touches(offset) }
            .min { $0.range.utf8Count < $1.range.utf8Count }
    }

    /// Every place where a thing is named, by file and place.
    public func occurrences(of symbol: MenuSymbol) -> [MenuOccurrence] {
        occurrences.filter { $0.symbol == symbol }
    }

    /// Where a thing is declared: one place, or more when a name is taken twice by mistake.
    ///
    /// An included file is declared at its start, and a language at that of its translations.
    public func declarations(of symbol: MenuSymbol) -> [SourceRange] {
        if symbol.kind == .file {
            return [SourceRange(file: symbol.name, lower: 0, upper: 0)]
        }
        if symbol.kind == .language,
            let path = drafts.first(where: { $0.code == symbol.name })?.path
        {
            return [SourceRange(file: path, lower: 0, upper: 0)]
        }
        return occurrences.filter { $0.symbol == symbol && $0.isDeclaration }.map(\.range)
    }

    /// Whether a text begins a menu, and what it includes: the paths that ``MenuCompiler`` reads.
    ///
    /// - Returns: nil for a file without a line `menu NAME`.
    public static func includes(of file: SourceFile) -> [String]? {
        guard beginsMenu(file.text) else { return nil }
        let headers = MenuParser.parse(file).syntax.headers
        guard !headers.isEmpty else { return nil }
        let settings = headers.flatMap(\.settings).filter { $0.name.text == "include" }
        return settings.flatMap { $0.values.joined() }
            .map { SourceLoader.path(of: $0.text, beside: file.path) }
    }

    /// Whether a line of a text begins with the word `menu`, told without reading all of it.
    private static func beginsMenu(_ text: String) -> Bool {
        let text = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
        return text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true)
            .contains { $0.starts(with: "menu".utf8) }
    }
}

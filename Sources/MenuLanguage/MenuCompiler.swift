// SPDX-License-Identifier: Apache-2.0
public import Dialogue
public import GSM
public import SourceText

/// Turns menu source into a program, or into findings that say what keeps it from being one.
public enum MenuCompiler {
    /// Compiles a menu and everything it includes.
    ///
    /// - Parameters:
    ///   - main: the file with the line `menu NAME`.
    ///   - contracts: what the services promise that the menu may name in `services`.
    ///   - network: the network to prove the screens for, in place of the menu's own setting.
    ///   - country: whose phone numbers are understood, in place of the menu's own setting.
    ///   - read: the text of an included file by its path, which is that of the including file
    ///     with its last part replaced; a failure becomes a finding at the include. It is also
    ///     asked for `shortcuts.lock` beside the main file, which may be
    ///     ``MenuReadError/notFound``.
    /// - Returns: the program when there is no error, and every finding in source order.
    public static func compile(
        main: SourceFile,
        contracts: [ServiceContract],
        network: NetworkProfile? = nil,
        country: Country? = nil,
        read: (String) -> Result<String, MenuReadError>
    ) -> MenuCompilation {
        compile(
            main: main,
            contracts: contracts,
            network: network,
            country: country,
            keep: { _, _ in },
            read: read
        )
    }

    /// Compiles, and hands over what was understood even where there are errors.
    static func compile(
        main: SourceFile,
        contracts: [ServiceContract],
        network: NetworkProfile? = nil,
        country: Country? = nil,
        keep: ([LanguageDraft], [MenuFileSyntax]) -> Void,
        read: (String) -> Result<String, MenuReadError>
    ) -> MenuCompilation {
        var loader = SourceLoader()
        loader.load(main, read: read)
        var settings = SettingsReader(contracts: contracts, findings: loader.findings)
        let services = loader.files.flatMap(\.services)
        settings.read(loader.header, services: services, network: network, country: country)
        var builder = DraftBuilder(settings: settings.settings, findings: settings.findings)
        builder.build(loader.files)
        var findings = builder.findings
        let draft = builder.draft
        let graph = MenuGraph(draft)
        var confirming: Set<Int> = []
        if !findings.hasErrors || builder.isWhole {
            confirming = draft.checkGraph(graph, &findings)
        }
        draft.checkKeys(&findings)
        let languages = languages(of: draft, &loader, main, read, &findings)
        keep(languages, loader.files)
        let fit = FitProver.prove(languages, graph: graph, sources: loader.sources, &findings)
        if builder.isWhole { draft.checkUnused(&findings) }
        let witnesses = Witnesses(draft)
        draft.checkInputs(witnesses, &findings)
        draft.addWitnesses(witnesses, &findings)
        var sources = loader.sources
        let shortcuts = PublishedShortcuts(loader.files, draft: draft, sources: sources)
        // Half of a file is no reason to say that a shortcut is gone.
        if !loader.findings.hasErrors,
            let lock = checkShortcuts(shortcuts, of: draft, main: main, read: read, &findings)
        {
            sources.insert(lock)
        }
        let program = program(languages, fit.errorReserves, confirming, loader.version, findings)
        var compilation = MenuCompilation(
            program: program,
            diagnostics: findings.inOrder,
            sources: sources,
            proof: program == nil ? nil : fit.proof
        )
        compilation.measures = fit.proof
        compilation.shortcuts = shortcuts.entries.map(\.shortcut)
        if program != nil {
            compilation.services = settings.settings.declared
            compilation.sites = draft.states.map(StateSite.init)
        }
        compilation.extraction = MessageExtraction(
            draft: draft,
            proof: fit.proof,
            files: loader.paths
        )
        return compilation
    }

    /// What runs; nil when anything forbids it.
    private static func program(
        _ languages: [LanguageDraft],
        _ errorReserves: [[Int: Int]],
        _ confirming: Set<Int>,
        _ version: UInt64,
        _ findings: Findings
    ) -> MenuProgram? {
        guard !findings.hasErrors else { return nil }
        return ProgramWriter.program(
            languages,
            errorReserves: errorReserves,
            confirming: confirming,
            version: version
        )
    }

    /// The menu in each of its languages, the one that it is written in first.
    ///
    /// A language whose file cannot be read has the texts of the first.
    private static func languages(
        of draft: DraftMenu,
        _ loader: inout SourceLoader,
        _ main: SourceFile,
        _ read: (String) -> Result<String, MenuReadError>,
        _ findings: inout Findings
    ) -> [LanguageDraft] {
        let isWhole = !findings.hasErrors
        var languages = [LanguageDraft(draft.settings.language, draft)]
        let also = draft.settings.alsoIsUnderstood ? draft.settings.also : []
        let files = loader.loadTranslations(also, of: main, read: read, &findings)
        let texts = files.isEmpty ? nil : MenuTexts(draft)
        for (language, file) in zip(also, files) {
            guard let file, let texts else {
                languages.append(LanguageDraft(language.text, draft))
                continue
            }
            var reader = TranslationReader(
                file,
                language: language.text,
                texts: texts,
                findings: findings
            )
            let translated = reader.translate(draft, isWhole: isWhole)
            findings = reader.findings
            languages.append(LanguageDraft(language.text, translated, path: file.path))
        }
        return languages
    }
}

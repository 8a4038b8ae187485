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
    ///   - read: the text of an included file by its path, which is that of the including file
    ///     with its last part replaced; a failure becomes a finding at the include.
    /// - Returns: the program when there is no error, and every finding in source order.
    public static func compile(
        main: SourceFile,
        contracts: [ServiceContract],
        network: NetworkProfile? = nil,
        read: (String) -> Result<String, MenuReadError>
    ) -> MenuCompilation {
        compile(main: main, contracts: contracts, network: network, keep: { _, _ in }, read: read)
    }

    /// Compiles, and hands over what was understood even where there are errors.
    static func compile(
        main: SourceFile,
        contracts: [ServiceContract],
        network: NetworkProfile? = nil,
        keep: (DraftMenu, [MenuFileSyntax]) -> Void,
        read: (String) -> Result<String, MenuReadError>
    ) -> MenuCompilation {
        var loader = SourceLoader()
        loader.load(main, read: read)
        var settings = SettingsReader(contracts: contracts, findings: loader.findings)
        settings.read(loader.header)
        if let network { settings.settings.profile = network }
        var builder = DraftBuilder(settings: settings.settings, findings: settings.findings)
        builder.build(loader.files)
        var findings = builder.findings
        let draft = builder.draft
        keep(draft, loader.files)
        let graph = MenuGraph(draft)
        if !findings.hasErrors || builder.isWhole {
            draft.checkGraph(graph, &findings)
        }
        draft.checkKeys(&findings)
        let prover = FitProver(draft, graph: graph, sources: loader.sources)
        let fit = prover.prove(&findings)
        let diagnostics = findings.inOrder
        guard !findings.hasErrors else {
            return MenuCompilation(
                program: nil,
                diagnostics: diagnostics,
                sources: loader.sources,
                proof: nil,
                measures: fit.proof
            )
        }
        let writer = ProgramWriter(draft: draft, errorReserves: fit.errorReserves)
        return MenuCompilation(
            program: writer.program(version: loader.version),
            diagnostics: diagnostics,
            sources: loader.sources,
            proof: fit.proof
        )
    }
}

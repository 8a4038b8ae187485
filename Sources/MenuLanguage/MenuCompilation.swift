// SPDX-License-Identifier: Apache-2.0
public import Dialogue
public import SourceText

/// What compiling a menu gave.
public struct MenuCompilation: Sendable {
    /// The program, nil when there is an error.
    public let program: MenuProgram?
    /// What was found, in source order, without the consequences of other findings.
    public let diagnostics: [Diagnostic]
    /// Every file that was read, for rendering the findings.
    public let sources: SourceSet
    /// That every screen fits; nil when there is an error.
    public let proof: MenuProof?
    /// Every screen at its largest, also those that do not fit; with errors of other kinds some
    /// may be missing.
    public internal(set) var measures: MenuProof?
    /// The strings to dial and SMS commands in the order they are written, also those that break
    /// a promise; what `shortcuts.lock` is written from.
    public internal(set) var shortcuts: [Shortcut] = []
    /// The services of others that the menu declares; empty when there is an error.
    public internal(set) var services: [DeclaredService] = []
    /// Where each state of the program is written; empty without a program.
    public internal(set) var sites: [StateSite] = []
    /// What the texts of the menu are taken from; nil when nothing was compiled.
    var extraction: MessageExtraction?

    /// Makes a result from its parts; its measures are those of the proof.
    init(
        program: MenuProgram?,
        diagnostics: [Diagnostic],
        sources: SourceSet,
        proof: MenuProof?
    ) {
        self.program = program
        self.diagnostics = diagnostics
        self.sources = sources
        self.proof = proof
        measures = proof
    }

    /// Every text of the menu that can be translated, in source order; made anew at each call.
    ///
    /// With errors some may be missing.
    public var messages: [MenuMessage] { extraction?.messages ?? [] }
}

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
    public let measures: MenuProof?
    /// Where each state of the program is written; empty without a program.
    public let sites: [StateSite]

    /// Makes a result from its parts; without measures they are those of the proof.
    public init(
        program: MenuProgram?,
        diagnostics: [Diagnostic],
        sources: SourceSet,
        proof: MenuProof?,
        measures: MenuProof? = nil,
        sites: [StateSite] = []
    ) {
        self.program = program
        self.diagnostics = diagnostics
        self.sources = sources
        self.proof = proof
        self.measures = measures ?? proof
        self.sites = sites
    }
}

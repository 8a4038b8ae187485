// SPDX-License-Identifier: Apache-2.0
public import SourceText

/// What bringing a `.menu` file into its canonical form gave.
public struct Formatting: Sendable {
    /// The canonical text; the text as it was when there is an error.
    public let text: String
    /// What is wrong with how the file is written, in source order.
    public let diagnostics: [Diagnostic]

    /// Makes a result of its parts.
    public init(text: String, diagnostics: [Diagnostic]) {
        self.text = text
        self.diagnostics = diagnostics
    }
}

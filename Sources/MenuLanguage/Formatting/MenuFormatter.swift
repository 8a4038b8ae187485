// SPDX-License-Identifier: Apache-2.0
public import SourceText

/// Lays `.menu` files out in the one way they are written.
///
/// Only blanks, empty lines and line ends change: every token and every comment stays on its line,
/// and what stands behind `|` stays octet for octet. A file that is laid out twice does not change
/// the second time. The time is linear in the length of the file.
public enum MenuFormatter {
    /// How far the lines under a line are indented, in columns.
    public static let indentationColumns = 4

    /// The widest label, outcome, word of a `case` or target that a column makes room for, in
    /// characters.
    ///
    /// A wider one stands as it is, and what follows it on its line begins behind it; the column of
    /// its neighbours is that of the widest that is not wider than this.
    public static let cellColumnsMax = 32

    /// The widest dialled string or SMS command that the arrows of its neighbours make room for, in
    /// characters.
    public static let routeColumnsMax = 56

    /// Brings a file into its canonical form.
    ///
    /// - Parameter file: any text.
    /// - Returns: the canonical text. A file with an error in how it is written, or whose canonical
    ///   text would be longer than a menu file can be, comes back unchanged, its diagnostics say
    ///   why.
    public static func format(_ file: SourceFile) -> Formatting {
        let diagnostics = MenuParser.parse(file).diagnostics
        guard !diagnostics.hasErrors else {
            return Formatting(text: file.text, diagnostics: diagnostics)
        }
        var writer = LayoutWriter(MenuOutline(MenuTokens(file)))
        let text = writer.text()
        guard text.utf8.count <= SyntaxLimits.fileOctetsMax else {
            let mistake = LayoutMistake.fileTooLong(octetsMax: SyntaxLimits.fileOctetsMax)
            let tooLong = Diagnostic(SyntaxDiagnostic.layout(mistake), at: file.range(0, 0))
            return Formatting(text: file.text, diagnostics: [tooLong] + diagnostics)
        }
        return Formatting(text: text, diagnostics: diagnostics)
    }
}

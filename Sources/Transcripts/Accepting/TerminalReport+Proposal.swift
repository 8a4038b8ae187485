// SPDX-License-Identifier: Apache-2.0

extension TerminalReport {
    /// A change that is asked about: its place, the lines of its step, and why.
    public func proposal(_ change: ProposedChange) -> String {
        "\(TerminalText.oneLine(change.path)), line \(change.line)\n\n"
            + change.lines.map(show).joined() + "\n"
            + change.reasons.map { "\($0)\n" }.joined()
    }
}

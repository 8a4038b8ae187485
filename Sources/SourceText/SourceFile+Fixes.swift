// SPDX-License-Identifier: Apache-2.0

extension SourceFile {
    /// The file with changes made to its text, and the changes that were made.
    ///
    /// Changes of other files, outside the text or inside a character are passed over; of several
    /// that overlap or insert at one place only the first in the file is made.
    public func applying(
        _ fixes: some Sequence<Diagnostic.FixIt>
    ) -> (file: SourceFile, made: [Diagnostic.FixIt]) {
        let own = fixes.filter { $0.range.file == path && $0.range.upper <= utf8Count }
            .filter { isWhole($0.range) }
            .sorted { $0.range < $1.range }
        var made: [Diagnostic.FixIt] = []
        var text = ""
        var end = 0
        for fix in own {
            if let last = made.last, fix.range.lower < end || fix.range.start == last.range.start {
                continue
            }
            text += self.text(in: range(end, fix.range.lower)) + fix.replacement
            end = fix.range.upper
            made.append(fix)
        }
        text += self.text(in: range(end, utf8Count))
        return (SourceFile(path: path, text: text), made)
    }

    /// Whether a range begins and ends between scalars.
    private func isWhole(_ range: SourceRange) -> Bool {
        text(in: range).utf8.count == range.utf8Count
            && text(in: range.end).isEmpty
    }
}

extension DiagnosticRenderer {
    /// A change as one line: its place, the old text, an arrow and the new text.
    ///
    /// - Parameters:
    ///   - fix: The change.
    ///   - file: The file as it was before the change.
    /// - Returns: The line with its end.
    public func renderFix(_ fix: Diagnostic.FixIt, in file: SourceFile) -> String {
        let line = file.location(at: fix.range.lower).line
        let old = Glyphs.named(file.text(in: fix.range))
        let new = Glyphs.named(fix.replacement[...])
        let place = "\(Glyphs.oneLine(file.path)):\(line)"
        if fix.range.isEmpty { return "\(place): \(new) put in\n" }
        return fix.replacement.isEmpty
            ? "\(place): \(old) taken out\n" : "\(place): \(old) → \(new)\n"
    }
}

extension Glyphs {
    /// A stretch of text between back quotes, or by number where it could not be seen.
    fileprivate static func named(_ text: Substring) -> String {
        if text == "\u{FEFF}" { return "U+FEFF" }
        if !text.isEmpty, text.allSatisfy({ $0 == " " }) {
            return text.count == 1 ? "1 blank" : "\(text.count) blanks"
        }
        return "`\(oneLine(String(text)))`"
    }
}

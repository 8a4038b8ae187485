// SPDX-License-Identifier: Apache-2.0

/// The line that a range begins in, laid out for a terminal, and where its carets stand.
struct Excerpt {
    /// `path:line:column`, or the path alone when the file is not at hand.
    let place: String
    /// Where the carets begin, `nil` when the file is not at hand.
    let location: SourceLocation?
    /// The line as it is shown: tabs are spaces, control characters pictures, no spaces at its end.
    let shown: String
    /// The display column, counted from 0, of the first caret.
    let caretColumn: Int
    /// The number of carets, at least 1.
    let caretCount: Int

    init(_ range: SourceRange, of file: SourceFile?) {
        let path = Glyphs.oneLine(range.file)
        guard let file else {
            (place, location, shown, caretColumn, caretCount) = (path, nil, "", 0, 1)
            return
        }
        let lower = Excerpt.anchor(range, in: file)
        let location = file.location(at: lower)
        let lineStart = file.lineStart(location.line)
        let line = Glyphs.laidOut(
            file.line(location.line),
            from: lower - lineStart,
            to: max(range.upper, lower) - lineStart
        )
        self.place = "\(path):\(location)"
        self.location = location
        self.shown = line.text
        self.caretColumn = line.lowerColumn
        self.caretCount = max(1, line.upperColumn - line.lowerColumn)
    }

    /// Where to point: what is missing at the end of a file is missed behind its last line.
    private static func anchor(_ range: SourceRange, in file: SourceFile) -> Int {
        let lower = min(range.lower, file.utf8Count)
        guard lower == file.utf8Count, lower > 0, file.line(file.lineCount).isEmpty else {
            return lower
        }
        let last = file.lineCount - 1
        return file.lineStart(last) + file.line(last).utf8.count
    }
}

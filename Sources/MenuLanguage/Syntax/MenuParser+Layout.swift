// SPDX-License-Identifier: Apache-2.0
import SourceText

extension MenuParser {
    /// Reports what is wrong with a file whatever its lines say.
    mutating func checkLayout(_ tokens: MenuTokens) {
        if !tokens.byteOrderMark.isEmpty {
            let range = file.range(0, tokens.byteOrderMark.utf8.count)
            report(
                .layout(.byteOrderMark),
                at: range,
                fix: Diagnostic.FixIt(range: range, replacement: "")
            )
        }
        checkTabs(tokens.lines.filter { !$0.tokens.isEmpty })
        for line in tokens.lines { checkControls(line) }
    }

    /// The printed name of a control character, nil for other text.
    ///
    /// ISO/IEC 6429: C0, DEL and C1. A tab between tokens is a blank.
    func controlName(_ text: String) -> String? {
        guard let scalar = text.unicodeScalars.first,
            scalar.properties.generalCategory == .control
        else { return nil }
        let digits = String(scalar.value, radix: 16, uppercase: true)
        if scalar == "\t" { return "tab" }
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    private mutating func checkTabs(_ lines: [MenuLine]) {
        let tabbed = lines.filter { $0.indentation.utf8.contains(UInt8(ascii: "\t")) }
        guard let first = tabbed.first else { return }
        report(
            .layout(.tabIndentation(more: tabbed.count - 1)),
            at: file.range(first.lower, first.lower + first.indentation.utf8.count)
        )
    }

    private mutating func checkControls(_ line: MenuLine) {
        for token in line.tokens where checkControls(token) { return }
        if let comment = line.comment { _ = checkControls(comment) }
    }

    /// Reports the first control character of a token, and says whether there is one.
    private mutating func checkControls(_ token: MenuToken) -> Bool {
        if !token.text.utf8.allSatisfy({ 0x20..<0x7F ~= $0 }) {
            var offset = token.lower
            for scalar in token.text.unicodeScalars {
                if let name = controlName(String(scalar)) {
                    let range = file.range(offset, offset + String(scalar).utf8.count)
                    report(.layout(.controlCharacter(name)), at: range)
                    return true
                }
                offset += String(scalar).utf8.count
            }
        }
        return false
    }
}

// SPDX-License-Identifier: Apache-2.0

/// Makes text of a file or a phone harmless for a terminal.
enum TerminalText {
    /// The text with control characters as pictures (U+2400…), so that it steers no terminal.
    static func oneLine(_ text: String) -> String {
        if text.utf8.allSatisfy({ 0x20..<0x7F ~= $0 }) { return text }
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0..<0x20: shown.append(Unicode.Scalar(scalar.value + 0x2400) ?? "\u{FFFD}")
            case 0x7F: shown.append("\u{2421}")
            case 0x80..<0xA0, 0x202A...0x202E, 0x2066...0x2069: shown.append("\u{FFFD}")
            default: shown.append(scalar)
            }
        }
        return String(shown)
    }

    /// A path as one word of a shell.
    static func argument(_ path: String) -> String {
        let isPlain = path.utf8.allSatisfy { octet in
            switch octet {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
            default: Array("_-./+,@".utf8).contains(octet)
            }
        }
        let shown = oneLine(path)
        return isPlain && !path.isEmpty
            ? shown
            : "'"
                + shown.split(separator: "'", omittingEmptySubsequences: false)
                .joined(separator: "'\\''") + "'"
    }
}

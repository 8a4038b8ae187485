// SPDX-License-Identifier: Apache-2.0

/// What text must become to stand in XML.
public enum XMLText {
    /// The text as content or as a value between double quotes (XML 1.0 sections 2.2 and 2.4).
    ///
    /// Characters that XML cannot hold are written as U+FFFD.
    public static func escaped(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "\"": "&quot;"
            case "\n", "\t": String(scalar)
            case "\0"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": "\u{FFFD}"
            default: String(scalar)
            }
        }.joined()
    }
}

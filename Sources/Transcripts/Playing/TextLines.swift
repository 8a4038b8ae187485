// SPDX-License-Identifier: Apache-2.0

/// Cuts what a phone shows into its lines.
enum TextLines {
    /// The lines between line feeds; a carriage return before one belongs to the line.
    static func of(_ text: String) -> [String] {
        var text = text
        return text.withUTF8 { octets in
            var lines: [String] = []
            var rest = octets[...]
            while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                lines.append(String(decoding: rest[..<end], as: UTF8.self))
                rest = rest[(end + 1)...]
            }
            lines.append(String(decoding: rest, as: UTF8.self))
            return lines
        }
    }
}

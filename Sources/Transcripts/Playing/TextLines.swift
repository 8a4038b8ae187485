// SPDX-License-Identifier: Apache-2.0

/// Cuts what a phone shows into its lines.
enum TextLines {
    /// The lines between line feeds; a carriage return before one belongs to the line.
    static func of(_ text: String) -> [String] {
        text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
    }
}

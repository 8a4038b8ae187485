// SPDX-License-Identifier: Apache-2.0

/// How a language is written in a transcript: `sw`, `pt-BR`.
enum LanguageWord {
    /// Whether a word is 2 or 3 small letters, and then perhaps parts of 2 to 8 letters and digits
    /// behind dashes (BCP 47).
    static func isCode(_ word: String) -> Bool {
        let parts = word.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard let first = parts.first, 2...3 ~= first.count, parts.count <= 4,
            first.allSatisfy({ 0x61...0x7A ~= $0 })
        else { return false }
        return parts.dropFirst().allSatisfy { part in
            2...8 ~= part.count
                && part.allSatisfy { octet in
                    48...57 ~= octet || 0x41...0x5A ~= octet || 0x61...0x7A ~= octet
                }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0

/// What a phone may be called.
enum PhoneName {
    /// Whether a word is 1 to 32 letters, digits, dashes and underscores and begins with a letter.
    static func isName(_ word: String) -> Bool {
        guard let first = word.utf8.first, isLetter(first),
            word.utf8.count <= TranscriptLimits.nameOctetsMax
        else { return false }
        return word.utf8.allSatisfy { octet in
            isLetter(octet) || 48...57 ~= octet || octet == UInt8(ascii: "-")
                || octet == UInt8(ascii: "_")
        }
    }

    private static func isLetter(_ octet: UInt8) -> Bool {
        0x41...0x5A ~= octet || 0x61...0x7A ~= octet
    }
}

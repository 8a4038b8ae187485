// SPDX-License-Identifier: Apache-2.0

extension StringProtocol {
    /// The columns the text takes where every letter is as wide as its neighbour: 2 for East Asian
    /// wide characters and emoji, 0 for marks over a letter (Unicode Standard Annex #11).
    public var displayColumns: Int { reduce(0) { $0 + Glyphs.width($1) } }
}

// SPDX-License-Identifier: Apache-2.0

/// The places in a comment `#:`, divided by blanks; a file name with blanks stands between U+2068
/// and U+2069.
enum POReferences {
    private static let begin: Unicode.Scalar = "\u{2068}"
    private static let end: Unicode.Scalar = "\u{2069}"

    /// The places of a comment.
    static func split(_ comment: String) -> [String] {
        var places: [String] = []
        var place = String.UnicodeScalarView()
        var isQuoted = false
        var rest = comment.unicodeScalars[...]
        // Looking for the other mark each time would make a row of marks slow.
        var marksLeft = rest.count { $0 == end }
        while let scalar = rest.popFirst() {
            if scalar == end { marksLeft -= 1 }
            switch scalar {
            case begin: isQuoted = isQuoted || (place.isEmpty && marksLeft > 0)
            case end: isQuoted = false
            case _ where isQuoted || !isBlank(scalar): place.append(scalar)
            default:
                if !place.isEmpty { places.append(String(place)) }
                place.removeAll()
            }
        }
        return place.isEmpty ? places : places + [String(place)]
    }

    /// A place as it is written.
    static func written(_ place: String) -> String {
        let scalars = place.unicodeScalars.map { $0 == "\n" ? " " : $0 }
            .filter { $0 != begin && $0 != end }
        guard scalars.contains(where: isBlank) else { return text(scalars[...]) }
        let digits = scalars.reversed().prefix { ("0"..."9").contains($0) }.count
        let colon = scalars.count - digits - 1
        guard digits > 0, colon > 0, scalars[colon] == ":",
            scalars[colon...].allSatisfy({ !isBlank($0) })
        else { return "\(begin)\(text(scalars[...]))\(end)" }
        return "\(begin)\(text(scalars[..<colon]))\(end)\(text(scalars[colon...]))"
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars))
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        [" ", "\t", "\r", "\u{0B}", "\u{0C}"].contains(scalar)
    }
}

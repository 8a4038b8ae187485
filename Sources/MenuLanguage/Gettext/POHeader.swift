// SPDX-License-Identifier: Apache-2.0
public import SourceText

/// The first entry of a PO file, which says whose texts these are and how they are written.
public struct POHeader: Hashable, Sendable {
    /// The fields as they are written, each line a name, a colon and a value.
    public var text: String
    /// The comment at the head of the file, a line each.
    public var translatorComments: [String]
    /// The words behind `#,`; a template's header is `fuzzy`.
    public var flags: [String]
    /// Where the fields are written; empty for a new header or none.
    public var range: SourceRange

    /// Makes a header of its fields in their order.
    public init(fields: [(name: String, value: String)] = []) {
        text = fields.map { "\($0.name): \($0.value)\n" }.joined()
        (translatorComments, flags) = ([], [])
        range = SourceRange(file: "", lower: 0, upper: 0)
    }

    /// Whether there is no header at all.
    public var isEmpty: Bool { text.isEmpty && translatorComments.isEmpty && flags.isEmpty }

    /// A field by its name, whatever its case; nil where there is none.
    ///
    /// Setting replaces the value in its place or adds a field behind the last; setting nil takes
    /// the field away. All other lines stay as they are.
    public subscript(_ name: String) -> String? {
        get { lines.lazy.compactMap { Self.field($0) }.first { Self.same($0.name, name) }?.value }
        set {
            var lines = lines
            let place = lines.firstIndex { line in
                Self.field(line).map { Self.same($0.name, name) } ?? false
            }
            switch (place, newValue) {
            case (let place?, let value?): lines[place] = "\(name): \(value)"
            case (let place?, nil): lines.remove(at: place)
            case (nil, let value?): lines.append("\(name): \(value)")
            case (nil, nil): return
            }
            text = lines.map { $0 + "\n" }.joined()
        }
    }

    /// The fields in their order; a line without a colon is none.
    public var fields: [(name: String, value: String)] { lines.compactMap { Self.field($0) } }

    /// The name of the character set in `Content-Type`; nil where it is not said.
    public var charset: String? {
        guard let type = self["Content-Type"] else { return nil }
        for part in type.split(separator: ";") {
            let words = part.split(separator: "=", maxSplits: 1)
            guard words.count == 2, Self.same(Self.trimmed(words[0]), "charset") else { continue }
            return Self.trimmed(words[1])
        }
        return nil
    }

    /// The lines of the text without their ends.
    private var lines: [String] {
        var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines.map { String($0) }
    }

    private static func field(_ line: String) -> (name: String, value: String)? {
        let parts = line.unicodeScalars.split(
            separator: ":",
            maxSplits: 1,
            omittingEmptySubsequences: false
        )
        guard parts.count == 2 else { return nil }
        return (trimmed(Substring(parts[0])), trimmed(Substring(parts[1])))
    }

    private static func same(_ left: String, _ right: String) -> Bool {
        left.lowercased() == right.lowercased()
    }

    private static func trimmed(_ text: Substring) -> String {
        let blanks: Set<Unicode.Scalar> = [" ", "\t", "\r"]
        var scalars = text.unicodeScalars[...]
        while let first = scalars.first, blanks.contains(first) { scalars.removeFirst() }
        while let last = scalars.last, blanks.contains(last) { scalars.removeLast() }
        return String(scalars)
    }
}

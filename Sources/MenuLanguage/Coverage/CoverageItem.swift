// SPDX-License-Identifier: Apache-2.0

/// Something that can be visited, where it is written, and how often it was visited.
public struct CoverageItem: Hashable, Sendable, Codable {
    /// What it is.
    public let key: CoverageKey
    /// The label of an option, the operation of an outcome, the first line of a text; may be empty.
    public let text: String
    /// The condition under which an option is drawn, as written; nil for always.
    public let condition: String?
    /// The file it is written in; nil where that is not known.
    public let file: String?
    /// The line of that file, counted from 1.
    public let line: Int?
    /// Other lines that are read with it: those of a text, or an arrow under `otherwise`.
    public let also: [Place]
    /// How often it was visited, by the code of the language, as `en`.
    public internal(set) var visits: [String: Int] = [:]
    /// How many of the visits belong to scenes that failed, by the code of the language.
    public internal(set) var failing: [String: Int] = [:]

    /// A line of a file.
    public struct Place: Hashable, Sendable, Codable, Comparable {
        /// The path of the file.
        public let file: String
        /// The line, counted from 1.
        public let line: Int

        /// By path, then by line.
        public static func < (one: Place, other: Place) -> Bool {
            (one.file, one.line) < (other.file, other.line)
        }
    }

    /// How often it was visited in any language.
    public var count: Int { visits.values.reduce(0) { $0.saturated(adding: $1) } }

    /// Whether it was visited, and by scenes that failed alone.
    public var isOnlyFailing: Bool {
        !failing.isEmpty && visits.allSatisfy { $1 <= failing[$0, default: 0] }
    }

    /// Where it is written; nil where that is not known.
    public var place: Place? {
        file.map { Place(file: $0, line: line ?? 1) }
    }

    private enum CodingKeys: String, CodingKey {
        case state, kind, key, text, condition, file, line, also, visits, failing
    }

    init(
        _ key: CoverageKey,
        text: String,
        condition: String? = nil,
        place: Place? = nil,
        also: [Place] = []
    ) {
        self.key = key
        self.text = text
        self.condition = condition
        file = place?.file
        line = place?.line
        self.also = also
    }

    /// Reads an item of a report.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        key = CoverageKey(
            state: try values.decode(String.self, forKey: .state),
            kind: try values.decode(CoverageKey.Kind.self, forKey: .kind),
            key: try values.decodeIfPresent(String.self, forKey: .key) ?? ""
        )
        text = try values.decodeIfPresent(String.self, forKey: .text) ?? ""
        condition = try values.decodeIfPresent(String.self, forKey: .condition)
        file = try values.decodeIfPresent(String.self, forKey: .file)
        line = try values.decodeIfPresent(Int.self, forKey: .line)
        also = try values.decodeIfPresent([Place].self, forKey: .also) ?? []
        visits = try values.decode([String: Int].self, forKey: .visits)
        failing = try values.decodeIfPresent([String: Int].self, forKey: .failing) ?? [:]
    }

    /// Writes the item flat: state, kind, key, text, condition, file, line, also, visits, failing;
    /// what is empty is left out, `visits` never.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(key.state, forKey: .state)
        try values.encode(key.kind, forKey: .kind)
        if !key.key.isEmpty { try values.encode(key.key, forKey: .key) }
        if !text.isEmpty { try values.encode(text, forKey: .text) }
        try values.encodeIfPresent(condition, forKey: .condition)
        try values.encodeIfPresent(file, forKey: .file)
        try values.encodeIfPresent(line, forKey: .line)
        if !also.isEmpty { try values.encode(also, forKey: .also) }
        try values.encode(visits, forKey: .visits)
        if !failing.isEmpty { try values.encode(failing, forKey: .failing) }
    }
}

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
    /// How often it was visited, by the code of the language, as `en`.
    public internal(set) var visits: [String: Int] = [:]

    /// How often it was visited in any language.
    public var count: Int { visits.values.reduce(0, +) }

    private enum CodingKeys: String, CodingKey {
        case state, kind, key, text, condition, file, line, visits
    }

    init(
        _ key: CoverageKey,
        text: String,
        condition: String? = nil,
        file: String? = nil,
        line: Int? = nil
    ) {
        self.key = key
        self.text = text
        self.condition = condition
        self.file = file
        self.line = line
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
        visits = try values.decode([String: Int].self, forKey: .visits)
    }

    /// Writes the item flat: state, kind, key, text, condition, file, line, visits.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(key.state, forKey: .state)
        try values.encode(key.kind, forKey: .kind)
        if !key.key.isEmpty { try values.encode(key.key, forKey: .key) }
        if !text.isEmpty { try values.encode(text, forKey: .text) }
        try values.encodeIfPresent(condition, forKey: .condition)
        try values.encodeIfPresent(file, forKey: .file)
        try values.encodeIfPresent(line, forKey: .line)
        try values.encode(visits, forKey: .visits)
    }
}

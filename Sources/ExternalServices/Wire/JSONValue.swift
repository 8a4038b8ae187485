// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A value of RFC 8259 whose whole numbers are told from fractions.
indirect enum JSONValue: Hashable, Sendable {
    case null
    case flag(Bool)
    case whole(Int64)
    /// A number with a fraction or out of 64 bits.
    case fraction(Double)
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])

    /// Reads a text, nil when it is not JSON.
    init?(octets: [UInt8]) {
        guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(octets)) else {
            return nil
        }
        self = value
    }

    /// The value as text in UTF-8, the fields of objects by name.
    var octets: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { Array($0) } ?? []
    }

    /// What the value is called in a sentence.
    var kind: String {
        switch self {
        case .null: "nothing"
        case .flag: "yes or no"
        case .whole: "a whole number"
        case .fraction: "a fraction"
        case .text: "a text"
        case .list: "a list"
        case .object: "an object"
        }
    }
}

extension JSONValue: Codable {
    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let whole = try? container.decode(Int64.self) {
            self = .whole(whole)
        } else if let fraction = try? container.decode(Double.self) {
            self = .fraction(fraction)
        } else if let object = try? container.decode([String: JSONValue].self) {
            self = .object(object)
        } else {
            self = .list(try container.decode([JSONValue].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .flag(let flag): try container.encode(flag)
        case .whole(let whole): try container.encode(whole)
        case .fraction(let fraction): try container.encode(fraction)
        case .text(let text): try container.encode(text)
        case .list(let list): try container.encode(list)
        case .object(let object): try container.encode(object)
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import Foundation

extension JSONValue {
    /// Reads a value from its octets, nil when they are no JSON text in UTF-8.
    ///
    /// Values nested deeper than Foundation's 512 levels are refused as well.
    public init?(octets: some Sequence<UInt8>) {
        guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(octets)) else {
            return nil
        }
        self = value
    }

    /// The value as JSON text without white space, names in the order of their letters.
    public var text: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // A number that is not finite is the only thing that cannot be written, and none is made.
        guard let data = try? encoder.encode(self) else { return "null" }
        return String(decoding: data, as: UTF8.self)
    }

    /// The value as JSON text in lines, names in the order of their letters.
    var prettyText: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        guard let data = try? encoder.encode(self) else { return "null\n" }
        return String(decoding: data, as: UTF8.self) + "\n"
    }
}

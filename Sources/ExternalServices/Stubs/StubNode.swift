// SPDX-License-Identifier: Apache-2.0
import Dialogue

/// A value of a stub as it is written; what type it has the contract says.
indirect enum StubNode: Hashable, Sendable {
    case text(String)
    case list([StubNode])
    case fields([String: StubNode])

    /// The value as a service would send it, when it is to be of a type.
    ///
    /// What cannot be of the type goes along as it is, so that the check of answers says why.
    func json(_ type: ValueType?, in contract: ServiceContract) -> JSONValue {
        switch (self, type) {
        case (.text(let text), .number): return Int64(text).map { .whole($0) } ?? .text(text)
        case (.text(let text), .flag):
            return Self.flags[text.lowercased()].map { .flag($0) } ?? .text(text)
        case (.text(let text), _): return .text(text)
        case (.list(let items), .list(let record, _)):
            return .list(items.map { $0.json(.record(record), in: contract) })
        case (.list(let items), _): return .list(items.map { $0.json(nil, in: contract) })
        case (.fields(let fields), _):
            var record: RecordType?
            if case .record(let name) = type {
                record = contract.records.first { $0.name == name }
            }
            var object: [String: JSONValue] = [:]
            for (name, node) in fields {
                let type = record?.fields.first { $0.name == name }?.type
                object[name] = node.json(type, in: contract)
            }
            return .object(object)
        }
    }

    private static let flags = ["true": true, "yes": true, "false": false, "no": false]
}

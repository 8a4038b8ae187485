// SPDX-License-Identifier: Apache-2.0

/// Finds whose code was dialled, by whole segments and the longest code first.
///
/// Whole segments keep `*38#` from swallowing `*384#`. A search looks at each dialled segment once,
/// however many codes there are.
public struct ServiceCodeTable<Value> {
    /// A node for each known beginning of a code; the first is the root.
    private var nodes = [Node()]

    fileprivate struct Node {
        var value: Value?
        var children: [String: Int] = [:]
    }

    /// Makes an empty table.
    public init() {}

    /// Enters a code and gives back the value it had before, `nil` for a new code.
    @discardableResult
    public mutating func insert(_ code: ServiceCode, _ value: Value) -> Value? {
        var node = 0
        for segment in code.segments {
            if let child = nodes[node].children[segment] {
                node = child
            } else {
                nodes[node].children[segment] = nodes.count
                node = nodes.count
                nodes.append(Node())
            }
        }
        let previous = nodes[node].value
        nodes[node].value = value
        return previous
    }

    /// Finds the longest code that the dialled one begins with, and the segments left over.
    public func match(_ dialled: ServiceCode) -> (value: Value, rest: [String])? {
        var node = 0
        var found: (value: Value, length: Int)?
        for (index, segment) in dialled.segments.enumerated() {
            guard let child = nodes[node].children[segment] else { break }
            node = child
            if let value = nodes[node].value { found = (value, index + 1) }
        }
        return found.map { ($0.value, Array(dialled.segments.dropFirst($0.length))) }
    }
}

extension ServiceCodeTable: Sendable where Value: Sendable {}
extension ServiceCodeTable.Node: Sendable where Value: Sendable {}

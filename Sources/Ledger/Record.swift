// SPDX-License-Identifier: Apache-2.0

/// The name of a small document kept beside the money.
public struct RecordKey: Hashable, Comparable, Sendable {
    /// What sort of document it is, in the user's own numbering.
    public let kind: UInt16
    /// Which one of its sort.
    public let id: UInt64

    /// Makes the name of a document.
    public init(kind: UInt16, id: UInt64) {
        self.kind = kind
        self.id = id
    }

    /// Whether the left name sorts first.
    public static func < (left: RecordKey, right: RecordKey) -> Bool {
        (left.kind, left.id) < (right.kind, right.id)
    }
}

/// A small opaque document of the ledger's user that changes in the same commit as money.
public struct Record: Hashable, Sendable {
    /// The name of the document.
    public let key: RecordKey
    /// How often it was written: 1 when new.
    public let version: UInt64
    /// The document; the ledger never looks inside.
    public let body: [UInt8]

    package init(key: RecordKey, version: UInt64, body: [UInt8]) {
        self.key = key
        self.version = version
        self.body = body
    }
}

/// A document to be written by a command.
public struct RecordChange: Hashable, Sendable {
    /// The name of the document.
    public var key: RecordKey
    /// The version that was read; 0 when it must be new; nil to write whatever is there.
    public var expectedVersion: UInt64?
    /// The whole new document.
    public var body: [UInt8]

    /// Describes a document to write.
    public init(key: RecordKey, expectedVersion: UInt64?, body: [UInt8]) {
        self.key = key
        self.expectedVersion = expectedVersion
        self.body = body
    }
}

extension RecordKey: CustomStringConvertible {
    /// Kind and number, as in `3/17`.
    public var description: String { "\(kind)/\(id)" }
}

extension Record: CustomStringConvertible, CustomReflectable {
    /// Name, version and size: the body may hold a secret and is never printed.
    public var description: String { "record \(key) version \(version), \(body.count) bytes" }

    /// Nothing beyond the description, so that a dump shows no secret either.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension RecordChange: CustomStringConvertible, CustomReflectable {
    /// Name and size: the body may hold a secret and is never printed.
    public var description: String { "change of record \(key), \(body.count) bytes" }

    /// Nothing beyond the description, so that a dump shows no secret either.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

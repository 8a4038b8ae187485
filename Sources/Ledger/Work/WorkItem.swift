// SPDX-License-Identifier: Apache-2.0

/// The number of an item in the queue of work: 1, 2, 3 and so on, never given twice.
public struct WorkID: RawRepresentable, Hashable, Comparable, Sendable {
    /// The number; 0 for an item that no store has taken yet.
    public let rawValue: Int64

    /// Makes the identifier with a number.
    public init(rawValue: Int64) { self.rawValue = rawValue }

    /// Makes the identifier with a number.
    public init(_ rawValue: Int64) { self.rawValue = rawValue }

    /// The number before the first.
    public static let zero = WorkID(0)

    /// Whether the left number was given first.
    public static func < (left: WorkID, right: WorkID) -> Bool { left.rawValue < right.rawValue }
}

/// Something to be done at a moment, kept in the ledger itself until it is done.
///
/// It is added in the commit of the command that wants it, and finished in the commit of the
/// command that does it (``LedgerCommand/finishes``): so it is done once, or not yet.
public struct WorkItem: Hashable, Sendable, Identifiable {
    /// The number the store gave it; 0 before that.
    public package(set) var id: WorkID
    /// The first transfer of the command that added it, zero when that moved nothing; an item
    /// that is put off, which is its copy added again, keeps it.
    public package(set) var transfer: TransferID
    /// When it is to be done; what is due first is done first, and of equals the lower number.
    public var due: Timestamp
    /// What is to be done, in the user's own numbering.
    public var kind: UInt16
    /// For whom or to what, in the user's own numbering.
    public var subject: UInt64
    /// What else is needed, at most ``LedgerLimits/workBodyBytesMax``; the ledger never looks in.
    public var body: [UInt8]

    /// Describes an item; the store gives it a number.
    public init(due: Timestamp, kind: UInt16, subject: UInt64, body: [UInt8] = []) {
        id = .zero
        transfer = .zero
        self.due = due
        self.kind = kind
        self.subject = subject
        self.body = body
    }

    /// An item as a store kept it.
    package init(id: WorkID, transfer: TransferID, _ item: WorkItem) {
        self = item
        self.id = id
        self.transfer = transfer
    }
}

extension WorkItem: CustomStringConvertible, CustomReflectable {
    /// Number, kind and size: subject and body may name a person and are never printed.
    public var description: String {
        "work \(id.rawValue) of kind \(kind) due \(due.milliseconds), \(body.count) bytes"
    }

    /// Nothing beyond the description, so that a dump shows no more either.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

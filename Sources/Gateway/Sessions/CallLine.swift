// SPDX-License-Identifier: Apache-2.0

/// Names a call: whose session it is, and at which position it was made.
struct CallID: Hashable, Sendable {
    let place: SessionPlace
    let session: SessionID
    let position: UInt32
}

/// The calls of one phone, done one after another, so that a new session sees how the last ended.
///
/// Touched only under the lock of its shard.
final class CallLine {
    /// A call that waits or is under way.
    struct Entry {
        let id: CallID
        let request: ServiceRequest
    }

    /// The call that a service works on.
    private(set) var current: Entry
    /// At most one for each live session of the phone.
    private var waiting: [Entry] = []

    init(_ first: Entry) {
        current = first
    }

    func append(_ entry: Entry) {
        waiting.append(entry)
    }

    /// Takes a call back that no service has seen; false when one works on it already.
    func withdraw(_ id: CallID) -> Bool {
        guard let index = waiting.firstIndex(where: { $0.id == id }) else { return false }
        waiting.remove(at: index)
        return true
    }

    /// Goes on to the next call, which is to be performed now; nil when the line is empty.
    func next(at now: Instant) -> Entry? {
        guard !waiting.isEmpty else { return nil }
        let next = waiting.removeFirst()
        let request = ServiceRequest(
            key: next.request.key,
            subscriber: next.request.subscriber,
            call: next.request.call,
            at: max(now, next.request.at)
        )
        current = Entry(id: next.id, request: request)
        return current
    }
}

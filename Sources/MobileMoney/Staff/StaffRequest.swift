// SPDX-License-Identifier: Apache-2.0
public import Gateway
import Ledger

/// What one member of staff asked for and another one approves or rejects.
public struct StaffRequest: Hashable, Sendable, Identifiable {
    /// Where a request stands.
    public enum State: String, CaseIterable, Hashable, Sendable {
        /// It waits for a second member of staff.
        case open
        /// It was approved and done.
        case done
        /// It was rejected, or taken back by whoever asked.
        case rejected
        /// It was approved, and the ledger refused; nothing was done.
        case failed
        /// Nobody approved it in time; nothing was done.
        case expired
    }

    /// How long a request waits, in seconds: a day.
    public static let lifeSeconds = 86_400
    /// Most requests that wait at once.
    public static let openMax = 1_000

    /// Its number: 1, 2, 3 and so on.
    public let id: UInt64
    /// What is asked for.
    public let operation: StaffOperation
    /// Who asked.
    public let requester: String
    /// Why.
    public let reason: String
    /// When it was asked.
    public let at: Instant
    /// Where it stands; an open one whose time is over is ``State/expired``.
    public internal(set) var state: State
    /// Who approved or rejected it; nil while it is open.
    public internal(set) var decider: String?
    /// The version of its document; 0 when it is not yet kept.
    var version: UInt64 = 0

    /// When it is too late to approve it.
    public var expires: Instant { at.adding(seconds: Self.lifeSeconds) }

    /// The request as it stands at a moment.
    func standing(at now: Instant) -> StaffRequest {
        guard state == .open, now.milliseconds >= expires.milliseconds else { return self }
        var late = self
        late.state = .expired
        return late
    }
}

extension StaffRequest {
    /// What is written of a request.
    struct Body: Hashable, Sendable {
        var words: [String]
        var requester: String
        var reason: String
        var at: Int64
        var state: String
        var decider: String?
    }

    /// Makes a request from its document.
    init(id: UInt64, body: Body, version: UInt64, tariff: Tariff) throws(WalletFault) {
        guard let state = State(rawValue: body.state) else { throw .unreadable(.staffRequest) }
        do throws(StaffRefusal) {
            operation = try StaffOperation(words: body.words, tariff: tariff)
        } catch {
            throw .unreadable(.staffRequest)
        }
        self.id = id
        requester = body.requester
        reason = body.reason
        at = Instant(milliseconds: body.at)
        self.state = state
        decider = body.decider
        self.version = version
    }

    /// The change that writes the request over the version that was read.
    func change(_ tariff: Tariff) -> RecordChange {
        let body = Body(
            words: operation.words(tariff),
            requester: requester,
            reason: reason,
            at: at.milliseconds,
            state: state.rawValue,
            decider: decider
        )
        return RecordChange(
            key: RecordKind.staffRequest.key(id),
            expectedVersion: version,
            body: body.recordBytes
        )
    }
}

extension StaffRequest.Body: RecordBody {
    static let kind = RecordKind.staffRequest

    /// More words than any operation has are no request.
    private static let wordsMax = 8

    init(from reader: inout RecordReader) {
        words = []
        let count = reader.int()
        if 0...Self.wordsMax ~= count { for _ in 0..<count { words.append(reader.text()) } }
        requester = reader.text()
        reason = reader.text()
        at = reader.signed()
        state = reader.text()
        decider = reader.optional { $0.text() }
    }

    func write(to writer: inout RecordWriter) {
        writer.write(words.count)
        for word in words { writer.write(word) }
        writer.write(requester)
        writer.write(reason)
        writer.write(at)
        writer.write(state)
        writer.write(decider) { $0.write($1) }
    }
}

extension StaffRequest.Body: CustomStringConvertible, CustomReflectable {
    /// The state alone: the words hold numbers in full.
    var description: String { "request \(state)" }

    /// A mirror without children, so that dumping a request shows no full number.
    var customMirror: Mirror { Mirror(self, children: []) }
}

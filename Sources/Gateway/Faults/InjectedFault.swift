// SPDX-License-Identifier: Apache-2.0

/// Something that is made to go wrong on purpose, and how often.
///
/// Phones are named as they are registered, operations as `money.send`.
public struct InjectedFault: Hashable, Sendable {
    /// What goes wrong.
    public var kind: Kind
    /// On which of its occasions.
    public var frequency: Frequency

    /// Makes a fault, which happens once unless said otherwise.
    public init(_ kind: Kind, _ frequency: Frequency = .once) {
        self.kind = kind
        self.frequency = frequency
    }

    /// What can go wrong.
    public enum Kind: Hashable, Sendable {
        /// With a short message on its way to a phone.
        case message(Message, phone: String)
        /// With what a phone dials or answers.
        case turn(Turn, phone: String)
        /// With a call of a service.
        case service(Service, operation: String)
        /// The gateway is killed and started again: the turn is done, its answer dies with it.
        case kill
        /// The gateway is killed at one of the commits of its ledger to come, counted from 1, and
        /// started again.
        case killAtCommit(Int, CommitEnd)
        /// The gateway is killed when it has handed over one of the messages of its ledger to
        /// come, counted from 1, and not noted that it did; and started again.
        case killAfterMessage(Int)
        /// The clock on the gateway's wall jumps by so many milliseconds before a turn.
        case jumpClock(milliseconds: Int64)
    }

    /// What can go wrong with a short message.
    public enum Message: Hashable, Sendable {
        /// It never comes.
        case drop
        /// It comes so much later.
        case delay(milliseconds: Int64)
        /// It comes twice.
        case double
        /// It comes after the one that was sent after it.
        case reorder
    }

    /// What can go wrong with a turn.
    public enum Turn: Hashable, Sendable {
        /// An answer is delivered twice with one turn key.
        case double
        /// An answer reaches the gateway so much later.
        case late(milliseconds: Int64)
        /// An answer is delivered again after the turn that came after it.
        case reorder
        /// The turn is done; its reply is lost, and the session with it.
        case loseReply
        /// The phone dials again what it dialled last while a service works on its turn.
        case redial
        /// The network releases the session, and the answer never arrives.
        case release
        /// The subscriber hangs up while a service works on her turn.
        case hangUp
    }

    /// What can go wrong with a call.
    public enum Service: Hashable, Sendable {
        /// It is done at once and answered so much later.
        case slow(milliseconds: Int64)
        /// It is not done, and said to be unavailable.
        case fail
        /// It is done, and its answer is lost.
        case failAfter
        /// It is done, and answered by what its contract does not know.
        case wrong
    }

    /// On which occasions a fault happens.
    public enum Frequency: Hashable, Sendable {
        /// On the next so many, 1 and more.
        case times(Int)
        /// On every one.
        case always
        /// On one in so many, 1 and more, drawn from the seed.
        case oneIn(Int)

        /// On the next one only.
        public static let once = Frequency.times(1)
    }
}

extension InjectedFault {
    /// A turn delivered twice, once.
    public static func doubleTurn(phone: String) -> InjectedFault {
        InjectedFault(.turn(.double, phone: phone))
    }

    /// A reply that is lost, once.
    public static func loseReply(phone: String) -> InjectedFault {
        InjectedFault(.turn(.loseReply, phone: phone))
    }

    /// A call that is answered later, once.
    public static func slow(operation: String, milliseconds: Int64) -> InjectedFault {
        InjectedFault(.service(.slow(milliseconds: milliseconds), operation: operation))
    }
}

/// A fault that was asked for, with how often it happened so far.
public struct ArmedFault: Hashable, Sendable {
    /// Names it in its ``FaultBook``.
    public let id: Int
    /// The fault.
    public let fault: InjectedFault
    /// How often it happened.
    public internal(set) var happened = 0

    /// Makes it, as one that is read from a list.
    public init(id: Int, fault: InjectedFault, happened: Int = 0) {
        self.id = id
        self.fault = fault
        self.happened = happened
    }

    /// Whether it happens no more.
    public var isSpent: Bool {
        if case .times(let count) = fault.frequency { happened >= count } else { false }
    }

    /// Whether it happened as often as it was asked to, and at least once.
    public var isMet: Bool {
        if case .times = fault.frequency { isSpent } else { happened > 0 }
    }
}

// SPDX-License-Identifier: Apache-2.0
public import Gateway

/// The faults as they are written, behind `!` in a transcript and behind `FAULT` on the line.
public enum FaultForm: String, Hashable, Sendable, CaseIterable {
    /// A message never comes.
    case dropMessage = "drop sms"
    /// A message comes later.
    case delayMessage = "delay sms"
    /// A message comes twice.
    case doubleMessage = "double sms"
    /// Two messages swap.
    case reorderMessages = "reorder sms"
    /// An answer is delivered twice.
    case doubleTurn = "double turn"
    /// An answer is delivered later.
    case lateTurn = "late turn"
    /// An answer is delivered again after the next one.
    case reorderTurn = "reorder turn"
    /// A turn is done and its reply lost.
    case loseReply = "lose reply"
    /// The phone dials again while a service works.
    case redial
    /// The network releases the session.
    case release
    /// The subscriber hangs up while a service works.
    case hangUp = "hangup"
    /// A call is answered later.
    case slow
    /// A call is not done.
    case fail
    /// A call is done and its answer lost.
    case failAfter = "fail after"
    /// A call is answered by what its contract does not know.
    case wrong
    /// The gateway is killed and started again.
    case kill = "kill gateway"
    /// The gateway is killed before a commit of its ledger.
    case killBeforeCommit = "kill gateway before commit"
    /// The gateway is killed after a commit of its ledger.
    case killAfterCommit = "kill gateway after commit"
    /// The gateway is killed after a message, before it notes that it was handed over.
    case killAfterMessage = "kill gateway after sms"
    /// The gateway's clock jumps.
    case jumpClock = "jump clock"

    /// The form of a fault.
    public init(_ fault: InjectedFault) {
        switch fault.kind {
        case .message(.drop, _): self = .dropMessage
        case .message(.delay, _): self = .delayMessage
        case .message(.double, _): self = .doubleMessage
        case .message(.reorder, _): self = .reorderMessages
        case .turn(.double, _): self = .doubleTurn
        case .turn(.late, _): self = .lateTurn
        case .turn(.reorder, _): self = .reorderTurn
        case .turn(.loseReply, _): self = .loseReply
        case .turn(.redial, _): self = .redial
        case .turn(.release, _): self = .release
        case .turn(.hangUp, _): self = .hangUp
        case .service(.slow, _): self = .slow
        case .service(.fail, _): self = .fail
        case .service(.failAfter, _): self = .failAfter
        case .service(.wrong, _): self = .wrong
        case .kill: self = .kill
        case .killAtCommit(_, .before): self = .killBeforeCommit
        case .killAtCommit(_, .after): self = .killAfterCommit
        case .killAfterMessage: self = .killAfterMessage
        case .jumpClock: self = .jumpClock
        }
    }

    /// How it is written, with `once` for how often.
    public var usage: String {
        switch self {
        case .dropMessage, .doubleMessage, .reorderMessages, .doubleTurn, .reorderTurn, .loseReply,
            .redial, .release, .hangUp:
            "\(rawValue) PHONE once"
        case .delayMessage, .lateTurn: "\(rawValue) PHONE 30s once"
        case .slow: "slow SERVICE.OPERATION 20s once"
        case .fail: "fail SERVICE.OPERATION once"
        case .failAfter: "fail SERVICE.OPERATION after once"
        case .wrong: "wrong SERVICE.OPERATION once"
        case .kill: "kill gateway once"
        case .killBeforeCommit, .killAfterCommit: "\(rawValue) 2 once"
        case .killAfterMessage: "\(rawValue) 1 once"
        case .jumpClock: "jump clock 2h once"
        }
    }

    /// Whether it happens on the way between a phone and the gateway, and not behind it.
    public var isOfNetwork: Bool {
        switch self {
        case .slow, .fail, .failAfter, .wrong, .kill, .killBeforeCommit, .killAfterCommit,
            .killAfterMessage, .jumpClock:
            false
        default: true
        }
    }

    /// Whether it strikes inside the gateway's process, which only a world in this process allows.
    public var isOfProcess: Bool {
        self == .killBeforeCommit || self == .killAfterCommit || self == .killAfterMessage
    }
}

extension InjectedFault {
    /// The fault as it is written, such as `delay sms baraka 30s once`.
    public var words: String { "\(what) \(often)" }

    private var what: String {
        let form = FaultForm(self).rawValue
        switch kind {
        case .message(.delay(let time), let phone), .turn(.late(let time), let phone):
            return "\(form) \(phone) \(ClockText.text(ofMilliseconds: time))"
        case .message(_, let phone), .turn(_, let phone): return "\(form) \(phone)"
        case .service(.slow(let time), let operation):
            return "slow \(operation) \(ClockText.text(ofMilliseconds: time))"
        case .service(.failAfter, let operation): return "fail \(operation) after"
        case .service(_, let operation): return "\(form) \(operation)"
        case .kill: return form
        case .killAtCommit(let number, _), .killAfterMessage(let number): return "\(form) \(number)"
        case .jumpClock(let time):
            let sign = time < 0 ? "-" : ""
            let length = time == .min ? .max : abs(time)
            return "\(form) \(sign)\(ClockText.text(ofMilliseconds: length))"
        }
    }

    private var often: String {
        switch frequency {
        case .times(1): "once"
        case .times(2): "twice"
        case .times(let count): "\(count) times"
        case .always: "always"
        case .oneIn(let count): "1 in \(count)"
        }
    }
}

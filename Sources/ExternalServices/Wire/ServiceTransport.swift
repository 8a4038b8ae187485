// SPDX-License-Identifier: Apache-2.0

/// Carries calls to services, and tells time: everything about them that is not a value.
public protocol ServiceTransport: Sendable {
    /// Posts a request and reports once what came of it, on any thread, at once or later.
    ///
    /// - Parameters:
    ///   - request: what is posted.
    ///   - milliseconds: how long to wait for the whole answer.
    ///   - completion: called once.
    func send(
        _ request: WireRequest,
        milliseconds: Int64,
        completion: @escaping @Sendable (TransportOutcome) -> Void
    )

    /// Does something so much later.
    func after(milliseconds: Int64, _ work: @escaping @Sendable () -> Void)
}

/// What came of posting a request.
public enum TransportOutcome: Hashable, Sendable {
    /// A whole answer: its status, its content type and its body.
    case answered(status: Int, contentType: String?, body: [UInt8])
    /// The answer is longer than ``CallLimits/answerOctetsMax``.
    case tooLong
    /// Nothing was sent, for this reason.
    case notSent(String)
    /// The request was sent, and no whole answer came, for this reason.
    case lost(String)
    /// Time ran out; whether the request had been sent.
    case outOfTime(sent: Bool)
}

extension TransportOutcome {
    /// What the outcome means for a call, and what is wrong with it, if something is.
    func judged(by reader: AnswerReader) -> (outcome: AttemptOutcome, why: String?) {
        switch self {
        case .answered(200, let type, let body):
            guard Self.isJSON(type) else {
                return (.unreadable, "its content type is not application/json")
            }
            do throws(BadAnswer) {
                return (.answered(try reader.result(of: body)), nil)
            } catch {
                return (.unreadable, error.description)
            }
        case .answered(let status, _, _) where status == 429 || status == 503:
            return (.turnedAway, "status \(status)")
        case .answered(let status, _, _):
            return (status >= 500 ? .broke : .unreadable, "status \(status)")
        case .tooLong:
            return (.unreadable, "it is longer than \(CallLimits.answerOctetsMax) octets")
        case .notSent(let why): return (.notSent, why)
        case .lost(let why): return (.lost, why)
        case .outOfTime(let sent):
            return (sent ? .outOfTimeAfter : .outOfTimeBefore, "time ran out")
        }
    }

    /// Whether a content type is `application/json`, whatever its parameters (RFC 9110, 8.3).
    private static func isJSON(_ type: String?) -> Bool {
        guard let type else { return false }
        let name = type.prefix { $0 != ";" && $0 != " " && $0 != "\t" }
        return name.lowercased() == "application/json"
    }
}

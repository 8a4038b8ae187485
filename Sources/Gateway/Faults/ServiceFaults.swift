// SPDX-License-Identifier: Apache-2.0
public import Dialogue
public import GSM

/// Services as a ``FaultBook`` wants them: slow, failing, wrong, or never told what was seen.
public struct ServiceFaults: ServicePort {
    private let services: any ServicePort
    private let faults: FaultBook

    /// Puts faults before services.
    public init(_ services: any ServicePort, _ faults: FaultBook) {
        self.services = services
        self.faults = faults
    }

    /// Does a call, unless it fails, and reports what becomes of its outcome.
    public func perform(
        _ request: ServiceRequest,
        completion: @escaping @Sendable (ServiceResult) -> Void
    ) {
        guard faults.isActive else { return services.perform(request, completion: completion) }
        let name = request.call.service.prefix { $0 != "@" }
        let effect = faults.effect(ofCall: "\(name).\(request.call.operation)")
        var pass = completion
        if faults.begin(callOf: request.subscriber) {
            pass = { [faults] result in
                faults.pass(outcomeOf: request.subscriber) { completion(result) }
            }
        }
        switch effect?.fault {
        case nil: services.perform(request, completion: pass)
        case .slow(let milliseconds):
            let due = request.at.adding(milliseconds: milliseconds)
            services.perform(request) { [faults, pass] result in
                faults.hold(until: due, dies: true) { _ in pass(result) }
            }
        case .fail: pass(.unavailable)
        case .failAfter:
            let lost = request.call.posts ? ServiceResult.unsure : .unavailable
            services.perform(request) { [pass] _ in pass(lost) }
        case .wrong:
            let wrong = Self.wrong(effect?.dice ?? 0)
            services.perform(request) { [pass] _ in pass(wrong) }
        }
    }

    /// Passes the note on; an answer is lost where the screens of this phone are being lost.
    public func telling(_ key: ServiceKey, subscriber: MSISDN, at now: Instant) -> Telling {
        let telling = services.telling(key, subscriber: subscriber, at: now)
        return { [faults] isHeard in
            telling(isHeard && !faults.isUnheard(key, of: subscriber))
        }
    }

    /// The language that the services keep.
    public func language(of subscriber: MSISDN) -> String? { services.language(of: subscriber) }

    /// Has the services keep a language.
    public func keep(language code: String, of subscriber: MSISDN, at now: Instant) {
        services.keep(language: code, of: subscriber, at: now)
    }

    /// Answers that are none: a name that no contract has, nothing where something is due, and
    /// values of another shape.
    private static func wrong(_ dice: UInt64) -> ServiceResult {
        let garbage = "<html>502 Bad Gateway</html>"
        let answers = [
            ServiceResult(garbage), ServiceResult.ok(.list([.list([])])),
            ServiceResult.ok(.record([.text(garbage)])),
            ServiceResult.ok(.record((0..<40).map { .number(-$0) })),
        ]
        return answers[Int(dice % UInt64(answers.count))]
    }
}

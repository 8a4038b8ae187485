// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Foundation
import GSM
import Gateway
import Logging

/// Octets a live session: the growth of resident memory while many phones stand at a question.
struct SessionBench {
    var program: MenuProgram
    var scale: Int

    func run() throws {
        let gateway = Gateway(
            menus: [program],
            services: ReadyServices(),
            configuration: GatewayConfiguration(seed: 7),
            logger: Logger(label: "bench", factory: { _ in SwiftLogNoOpLogHandler() })
        )
        let sessions = 100_000 * scale
        let at = Instant(milliseconds: 1_000_000)
        open(0..<1_000, in: gateway, at)
        let before = Self.residentOctets()
        open(1_000..<1_000 + sessions, in: gateway, at)
        let after = Self.residentOctets()
        guard gateway.liveSessions == sessions + 1_000 else {
            throw CommandFailure(
                .failed,
                "Only \(gateway.liveSessions) sessions stand at their question, so nothing was "
                    + "measured. The answers in MachineBench no longer fit the menu."
            )
        }
        BenchRun.report(
            "sessions",
            Double(after - before) / Double(sessions),
            "octets a live session",
            "mark 1,024; \(gateway.liveSessions) live"
        )
    }

    /// Dials and answers up to the question for an amount, with a payee remembered.
    private func open(_ numbers: Range<Int>, in gateway: Gateway, _ at: Instant) {
        for number in numbers {
            guard let phone = MSISDN(digits: 254_700_000_000 + UInt64(number)) else { continue }
            gateway.dial("*789#", from: phone, at: at) { _ in }
            for key in MachineBench.keys.prefix(2) {
                gateway.answer(key, from: phone, turn: nil, at: at) { _ in }
            }
        }
    }

    static func residentOctets() -> Int {
        let statm = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
        let pages = statm.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        return pages * Int(getpagesize())
    }
}

/// The wallet's answers ready made, for measuring what is in front of it.
struct ReadyServices: ServicePort {
    func perform(
        _ request: ServiceRequest,
        completion: @escaping @Sendable (ServiceResult) -> Void
    ) {
        completion(MachineBench.answer(request.call))
    }

    func telling(_ key: ServiceKey, subscriber: MSISDN, at now: Instant) -> Telling {
        { _ in }
    }
}

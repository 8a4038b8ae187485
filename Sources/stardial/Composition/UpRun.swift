// SPDX-License-Identifier: Apache-2.0
import Dialogue
import ExternalServices
import GSM
import Ledger
import MenuLanguage
import MobileMoney
import ServiceLifecycle
import Transports
import UnixSignals

/// What `stardial up` does.
struct UpRun {
    var options: RunningEmulator.Options
    var host: String
    var linePort: Int

    func run() async throws {
        let isNew = options.ledger.isNew
        let running = try await RunningEmulator.start(options)
        let server = LineServer(
            configuration: LineServer.Configuration(host: host, port: linePort),
            handsets: running.emulator.handsets,
            desk: running.desk,
            now: { running.clock.now() },
            logger: running.logger
        )
        let port: Int
        do {
            port = try await server.bind()
        } catch {
            throw CommandFailure(
                .failed,
                "The line cannot listen at \(host):\(linePort): \(error). "
                    + "Is another stardial up? --line-port 0 picks a free port."
            )
        }
        let text = welcome(running, port: port, isNew: isNew)
        let group = ServiceGroup(
            services: [
                Welcome(tell: { Terminal.write(text) }),
                server,
                Ticker(emulator: running.emulator, clock: running.clock),
                MenuWatcher(
                    path: options.menus,
                    tariff: options.tariff,
                    emulator: running.emulator,
                    tell: { Terminal.write($0) }
                ),
            ],
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: running.logger
        )
        try await group.run()
        running.emulator.store.close()
        Terminal.line("stardial is down.")
    }

    private func welcome(_ running: RunningEmulator, port: Int, isNew: Bool) -> String {
        let proofs = running.shelf.entries.compactMap(\.compilation.proof).map(MenuCheck.sentence)
        var text = "stardial is up.\n"
        text += proofs.map { "  Menu     \($0)\n" }.joined()
        for service in running.shelf.services {
            let way = options.stubs.map { "answered from \($0)" } ?? "at \(service.address)"
            text += "  Service  \(service.contract.name) \(way)\n"
        }
        text += "  Ledger   \(options.ledger.name)\(isNew ? ", a new one" : "")\n"
        text += "  Line     \(host):\(port)\n"
        let format = running.shelf.tariff.map {
            AmountFormat(code: $0.currency.code, minorDigits: $0.currency.minorDigits)
        }
        for phone in running.phones {
            let id = running.emulator.wallet?.account(of: phone.opening.msisdn)
            let balance = id.flatMap(running.emulator.store.account)?.balance ?? 0
            text +=
                "  Phone    \(phone.handset) \(phone.opening.msisdn.e164), PIN \(phone.pin), "
                + (format?.text(minorUnits: balance) ?? "") + "\n"
        }
        text += "\nPaste this into another terminal:\n\n"
        text += "  nc \(host) \(port)\n"
        text += "  phone \(running.phones.first?.handset ?? "ann +254712000009")\n"
        text += "  \(running.firstCode)\n"
        text += "\nOr take a phone: stardial phone\(phoneOptions(port)). Ctrl-C ends it.\n"
        return text
    }

    /// What finds this gateway's line, where it is not the usual one, a blank before each.
    private func phoneOptions(_ port: Int) -> String {
        let isUsual = ["127.0.0.1", "0.0.0.0", "localhost"].contains(host)
        return (isUsual ? "" : " --host \(host)")
            + (port == LineServer.portDefault ? "" : " --port \(port)")
    }
}

/// Says that all is up once signals are listened to, so that whoever reads it can send one.
///
/// Services are described in the log, and so this one does not hold its text, which shows PINs.
private struct Welcome: Service {
    let tell: @Sendable () -> Void

    func run() async throws {
        tell()
        try await gracefulShutdown()
    }
}

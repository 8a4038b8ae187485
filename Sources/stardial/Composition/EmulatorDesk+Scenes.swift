// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import MobileMoney
import SourceText
import Transcripts
import Transports

/// Scenes on the line: worlds of their own, transcripts that are played here, fresh phones.
extension EmulatorDesk {
    func beginScene(
        _ settings: [String: String],
        reply: @escaping DeskReply<LineWorld>
    ) {
        aside { reply(Result { () throws(DeskRefusal) in try self.scene(settings) }) }
    }

    private func scene(_ settings: [String: String]) throws(DeskRefusal) -> LineWorld {
        guard isPlayground else {
            throw DeskRefusal(
                .notAllowed,
                "The ledger is on disk, so no world was begun. Start with --ledger memory."
            )
        }
        do throws(WorldFailure) {
            let setup = try SceneShelf.setup(settings)
            let (world, shelf) = try scenes.builder().scene(setup)
            let handsets = world.handsets
            let clock = EmulatorClock(heldAt: setup.clock, faults: handsets.faults)
            let desk = SceneDesk(
                world: world,
                clock: clock,
                setup: setup,
                tariff: shelf.tariff,
                outer: self
            )
            return LineWorld(handsets: handsets, desk: desk, now: { clock.now() })
        } catch {
            throw DeskRefusal(.malformed, error.message)
        }
    }

    func play(_ path: String, reply: @escaping DeskReply<LineReply>) {
        aside { reply(Result { () throws(DeskRefusal) in try self.report(of: path) }) }
    }

    /// Plays what lies at a path under the working folder.
    private func report(of path: String) throws(DeskRefusal) -> LineReply {
        guard let place = SceneShelf.placeServed(path) else {
            throw DeskRefusal(
                .notAllowed,
                "Nothing was played; only paths under the folder that this gateway runs in are. "
                    + "Name one as in PLAY Transcripts/mavuno."
            )
        }
        let runner = TranscriptRunner(
            worlds: scenes.builder(),
            jobs: 1,
            read: MenuShelf.readForInclude
        )
        var outcomes: [TranscriptOutcome] = []
        do throws(CommandFailure) {
            for file in try TranscriptRun.transcripts(at: place) {
                guard file.hasSuffix(".ussd") else {
                    throw CommandFailure(.usage, "\(path) is no transcript; they end in .ussd.")
                }
                let text = try MenuShelf.text(of: file)
                outcomes.append(runner.run(SourceFile(path: file, text: text)))
            }
        } catch {
            throw DeskRefusal(.failed, error.description)
        }
        let (summary, report) = (RunSummary(outcomes), TerminalReport())
        let text = outcomes.map(report.line).joined() + report.failures(summary)
        return LineReply(
            summary.succeeded ? .transcript : .diagnostics,
            String(report.summary(summary).dropLast()),
            lines: text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
                .map { String($0) }
        )
    }

    /// The settings of a phone without `fresh`, which asks that its wallet be made now.
    func settings(
        of request: PhoneRequest,
        _ msisdn: MSISDN,
        _ wallet: WalletService
    ) throws(DeskRefusal) -> [String: String] {
        var settings = request.settings
        guard settings.removeValue(forKey: "fresh") == "yes" else { return request.settings }
        guard wallet.account(of: msisdn) == nil else {
            throw DeskRefusal(
                .notAllowed,
                "\(request.name) has a wallet here already, so it cannot be made fresh."
            )
        }
        return settings
    }

    var capabilityLines: [String] {
        let gateway = emulator.gateway
        let menus = gateway.menus.map(\.name).map { name in
            "menu \(name) \(gateway.languages(ofMenu: name).joined(separator: " "))"
        }
        return menus + [
            isPlayground ? "worlds own" : "worlds shared",
            "clock \(isPlayground ? "movable" : "real")",
            "faults \(isPlayground ? "whole" : "network")",
        ]
    }
}

// SPDX-License-Identifier: Apache-2.0
import Foundation
import GSM
import Gateway
import Synchronization
import Transcripts

/// Makes worlds for scenes out of the menus that a gateway serves, as their files are now.
final class SceneShelf: Sendable {
    private let menus: String
    private let made = Mutex<(stamp: [String], builder: SceneBuilder)?>(nil)

    /// - Parameter menus: the menu file or the folder of menus that is served.
    init(menus: String) { self.menus = menus }

    /// What makes worlds; menus that have been saved since are compiled again.
    func builder() -> SceneBuilder {
        let stamp = MenuWatcher.stamp(menus)
        return made.withLock { made in
            if let made, made.stamp == stamp { return made.builder }
            let folder =
                MenuShelf.isFolder(menus) ? menus : menus.parentFolder
            let builder = SceneBuilder(folder: folder.isEmpty ? "." : folder)
            made = (stamp, builder)
            return builder
        }
    }

    /// What the words behind `RESET` ask for.
    static func setup(_ settings: [String: String]) throws(WorldFailure) -> WorldSetup {
        let known: Set = ["menu", "clock", "seed", "network", "tariff", "stubs"]
        if let other = settings.keys.sorted().first(where: { !known.contains($0) }) {
            let names = known.sorted().joined(separator: ", ")
            throw WorldFailure("RESET knows no \(other). It knows \(names).")
        }
        guard let seed = UInt64(settings["seed"] ?? "0") else {
            throw WorldFailure("seed is a whole number, such as seed=42.")
        }
        var clock = SystemClock.now()
        if let text = settings["clock"] {
            guard let date = try? Date(text, strategy: .iso8601),
                abs(date.timeIntervalSince1970) < secondsMax
            else { throw WorldFailure("clock is like clock=2026-11-20T06:00:00Z.") }
            clock = Instant(milliseconds: Int64(date.timeIntervalSince1970) * 1_000)
        }
        if let network = settings["network"], NetworkProfile.named(network) == nil {
            throw WorldFailure("There is no network profile \(network).")
        }
        var stubs: String?
        if let path = settings["stubs"] {
            stubs = placeServed(path)
            guard stubs != nil else {
                throw WorldFailure("The stubs lie outside the folder that this gateway runs in.")
            }
        }
        let names = [settings["menu"], settings["tariff"]].compactMap(\.self)
        guard names.allSatisfy(isName) else {
            throw WorldFailure("Menus and tariffs are asked for by name, as menu=mavuno.")
        }
        return WorldSetup(
            menu: settings["menu"] ?? "",
            network: settings["network"],
            clock: clock,
            seed: seed,
            phones: [],
            stubs: stubs,
            tariff: settings["tariff"]
        )
    }

    /// A path as it was given when it lies under the working folder, whatever links are on the
    /// way; else nil.
    static func placeServed(_ path: String) -> String? {
        let here = URL(fileURLWithPath: ".").resolvingSymlinksInPath().path
        let there = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        return there == here || there.hasPrefix(here + "/") ? path : nil
    }

    /// Times that a clock can be set to lie within so many seconds of 1970.
    private static let secondsMax: Double = 1e11

    /// Whether a word is a name and no path.
    private static func isName(_ word: String) -> Bool {
        !word.isEmpty && word.utf8.allSatisfy { $0 > 0x20 && $0 != 0x2F && $0 != 0x7F }
            && !word.hasPrefix(".")
    }
}

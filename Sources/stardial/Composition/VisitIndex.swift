// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Foundation
import GSM
import MenuLanguage
import SourceText
import Transcripts

/// Which scene visits what, as it was when each was last played: `.stardial/visits.json`.
///
/// It holds no text of a scene and nothing that a phone showed, only names of states and digests.
struct VisitIndex: Codable {
    var schema = Self.currentSchema
    /// The program that played; what another one noted is not relied on.
    var program = Self.thisProgram
    /// The scenes by the paths of their files.
    var scenes: [String: Scene] = [:]

    /// A scene as it was played.
    struct Scene: Codable {
        var passed: Bool
        /// The digest of what holds for the whole menu.
        var whole: String
        /// The digests of the files beside the menu by path: the scene's own, what it takes in,
        /// its stubs, its tariff.
        var parts: [String: String]
        /// The digests of the states it was at, by language and name.
        var states: [String: [String: String]]
    }

    static let currentSchema = "stardial-visits/1"
    static let path = ".stardial/visits.json"

    /// What this program is told by: its size and when it was built.
    private static let thisProgram: String = {
        let path = Bundle.main.executablePath ?? ""
        let facts = try? FileManager.default.attributesOfItem(atPath: path)
        let time = (facts?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        return "\(facts?[.size] ?? 0) \(time)"
    }()

    /// The index as it is kept; empty when there is none, or none that can be relied on.
    static func kept() -> VisitIndex {
        guard let data = FileManager.default.contents(atPath: path),
            let index = try? JSONDecoder().decode(VisitIndex.self, from: data),
            index.schema == currentSchema, index.program == thisProgram
        else { return VisitIndex() }
        return index
    }

    /// Notes what scenes visited; where it cannot be written, more is played the next time.
    static func keep(_ visits: [String: VisitTally.SceneVisit], menus: String) {
        var index = kept()
        var shelf = FingerprintShelf(menus: menus)
        for (path, visit) in visits {
            index.scenes[path] = nil
            guard let menu = shelf.menu(visit.setup),
                let parts = SceneParts(path, visit.setup, menu)
            else { continue }
            var states: [String: [String: String]] = [:]
            for place in visit.places {
                let digest = menu.fingerprints.state(place.state, in: place.language)
                states[place.language, default: [:]][place.state] = digest ?? ""
            }
            index.scenes[path] = Scene(
                passed: visit.passed,
                whole: menu.fingerprints.whole,
                parts: parts.digests,
                states: states
            )
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(index) else { return }
        try? FileManager.default.createDirectory(
            atPath: path.parentFolder,
            withIntermediateDirectories: true
        )
        try? data.write(to: URL(fileURLWithPath: path), options: .atomic)
    }
}

/// The menus of scenes, each compiled once, with the digests of their states.
struct FingerprintShelf {
    /// A menu as scenes play it.
    struct Menu {
        /// Where it lies.
        var path: String
        /// Every file that it was made of.
        var files: [String]
        /// The tariff that it was compiled for; nil for none.
        var tariff: String?
        var fingerprints: MenuFingerprints
    }

    let menus: String
    private var known: [String: Menu?] = [:]

    init(menus: String) { self.menus = menus }

    /// The menu of a scene; nil when it is not there or has errors.
    mutating func menu(_ setup: WorldSetup) -> Menu? {
        let key = "\(setup.menu) \(setup.network ?? "") \(setup.tariff ?? "")"
        if let menu = known[key] { return menu }
        let path = MenuShelf.path(of: setup.menu, under: menus)
        let menu = path.flatMap { Self.menu(setup, at: $0, heedsLock: true) }
        known[key] = .some(menu)
        return menu
    }

    /// The menu of a scene at a path, which may be that of another revision.
    static func menu(_ setup: WorldSetup, at path: String, heedsLock: Bool) -> Menu? {
        guard
            let shelf = try? MenuShelf(
                path: path,
                tariff: setup.tariff,
                network: setup.network.flatMap(NetworkProfile.named),
                heedsLock: heedsLock
            ),
            let entry = shelf.entries.first(where: {
                $0.compilation.program?.name == setup.menu
            }), let program = entry.compilation.program
        else { return nil }
        let folder =
            MenuShelf.isFolder(path) ? path : path.parentFolder
        return Menu(
            path: path,
            files: entry.compilation.sources.files.map(\.path),
            tariff: try? TariffShelf.path(beside: folder, named: setup.tariff),
            fingerprints: MenuFingerprints(program)
        )
    }
}

/// The files that a scene is made of beside its menu, with their digests.
struct SceneParts {
    let digests: [String: String]

    /// Nil when one of them cannot be read.
    init?(_ path: String, _ setup: WorldSetup, _ menu: FingerprintShelf.Menu) {
        var left = [path, setup.stubs, menu.tariff].compactMap(\.self)
        var digests: [String: String] = [:]
        while let path = left.popLast() {
            guard digests[path] == nil else { continue }
            guard digests.count < Self.partsMax,
                let data = FileManager.default.contents(atPath: path)
            else { return nil }
            let text = String(decoding: data, as: UTF8.self)
            digests[path] = text.digest
            guard path.hasSuffix(".ussd") else { continue }
            let folder = path.parentFolder
            for line in text.split(separator: "\n") where line.hasPrefix("+ ") {
                let name = line.dropFirst(2).split(separator: " ").first.map(String.init) ?? ""
                left.append(folder.isEmpty ? name : "\(folder)/\(name)")
            }
        }
        self.digests = digests
    }

    /// Most files of one scene.
    static let partsMax = 64
}

// SPDX-License-Identifier: Apache-2.0
import Foundation
import MobileMoney
import SourceText

/// What is checked under some paths: the tariffs, and the paths of menus.
struct CheckedFiles {
    /// Tariffs that were asked for, and those that the menus are made for.
    private(set) var tariffs: [TariffShelf.Entry] = []
    /// The files and folders that have menus.
    private(set) var menus: [String] = []
    /// The tariffs that were asked for, by path.
    private var asked: Set<String> = []

    /// Sorts out paths and reads their tariffs.
    ///
    /// - Parameters:
    ///   - paths: menus, tariffs, and folders of them.
    ///   - tariff: the name of the tariff for the menus; nil for the nearest one.
    /// - Throws: what cannot be read or chosen; findings are in the entries.
    init(_ paths: [String], tariff: String?) throws(CommandFailure) {
        for path in paths {
            if path.hasSuffix(Tariff.fileEnding) {
                try add(path, isAsked: true)
                continue
            }
            let isFolder = MenuShelf.isFolder(path)
            let own = isFolder ? TariffShelf.files(in: path) : []
            for file in own { try add(file, isAsked: true) }
            if !own.isEmpty, !Self.hasMenus(path) { continue }
            menus.append(path)
            let folder = isFolder ? path : path.parentFolder
            if let used = try TariffShelf.path(beside: folder, named: tariff) {
                try add(used, isAsked: false)
            }
        }
    }

    /// Whether a tariff has errors: then menus are not looked at, for they are made for it.
    var isBroken: Bool { tariffs.contains { $0.reading.tariff == nil } }

    /// All that was found in tariffs.
    var findings: [Diagnostic] { tariffs.flatMap(\.reading.findings) }

    /// The texts of the tariffs.
    var sources: [SourceFile] { tariffs.map(\.file) }

    /// A line for each tariff that was asked for and has no errors.
    var sentences: [String] {
        tariffs.filter { asked.contains($0.file.path) }.compactMap(TariffShelf.sentence)
    }

    private mutating func add(_ path: String, isAsked: Bool) throws(CommandFailure) {
        if isAsked { asked.insert(path) }
        guard !tariffs.contains(where: { $0.file.path == path }) else { return }
        tariffs.append(try TariffShelf.entry(at: path))
    }

    private static func hasMenus(_ folder: String) -> Bool {
        (try? MenuShelf.mainFiles(at: folder)) != nil
    }
}

// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Foundation
import GSM
import MenuLanguage
import MobileMoney
import SourceText
import Synchronization
import Transcripts

/// Everything that a menu is made of, as files under `Menus/` of a bundle.
struct BundledMenu {
    /// The files by name, the menu's own first.
    private(set) var files: [(name: String, text: String)] = []
    /// What a menu reads from disk that the scene carries, by path.
    private(set) var besides: [(path: String, text: String)] = []

    /// Finds out what a menu is made of by compiling it and keeping what is read.
    ///
    /// - Parameters:
    ///   - setup: what the scene needs; a menu that it carries is read from it.
    ///   - folder: where menus lie.
    /// - Throws: a menu or tariff that is not there or cannot be read.
    init(_ setup: WorldSetup, folder: String) throws(CommandFailure) {
        let carried = setup.attachments.menuPath(of: setup.menu)
        guard let path = carried ?? MenuShelf.path(of: setup.menu, under: folder) else {
            throw CommandFailure(
                .unreadable,
                MenuShelf.missing(setup.menu, under: folder)
            )
        }
        let mains = carried == nil ? try MenuShelf.mainFiles(at: path) : [path]
        let near = MenuShelf.isFolder(path) ? path : path.parentFolder
        let tariff = try TariffShelf.path(
            beside: carried == nil ? near : folder,
            named: setup.tariff
        )
        var entry: TariffShelf.Entry?
        if let tariff { entry = try TariffShelf.entry(at: tariff) }
        let contracts = entry?.reading.tariff.map { [MobileMoneyContract.contract(for: $0)] } ?? []
        let read = Mutex<[(path: String, text: String)]>([])
        for main in mains {
            let attached = setup.attachments.text(at: main)
            let text = if let attached { attached } else { try MenuShelf.text(of: main) }
            let compilation = MenuCompiler.compile(
                main: SourceFile(path: main, text: text),
                contracts: contracts,
                network: setup.network.flatMap(NetworkProfile.named),
                read: { path in
                    if let text = setup.attachments.text(at: path) { return .success(text) }
                    let found = MenuShelf.readForInclude(path)
                    if case .success(let text) = found { read.withLock { $0.append((path, text)) } }
                    return found
                }
            )
            let isMeant = mains.count == 1 || compilation.program?.name == setup.menu
            let found = read.withLock { read in
                defer { read = [] }
                return read
            }
            if carried != nil {
                besides = found
            } else if isMeant {
                add([(main, text)] + found, folder)
            }
        }
        if let entry { add([(entry.file.path, entry.file.text)], folder) }
    }

    /// Names files as they lie below a folder, or below the nearest one above it that has all.
    private mutating func add(_ found: [(path: String, text: String)], _ folder: String) {
        let parts = found.map { Self.parts($0.path) }
        var base = Self.parts(folder)
        while !base.isEmpty, !parts.allSatisfy({ $0.starts(with: base) }) { base.removeLast() }
        for (parts, file) in zip(parts, found) {
            let name = "Menus/" + parts.dropFirst(base.count).joined(separator: "/")
            if !files.contains(where: { $0.name == name }) { files.append((name, file.text)) }
        }
    }

    private static func parts(_ path: String) -> [String] {
        let whole = URL(fileURLWithPath: path).standardizedFileURL.path
        return whole.split(separator: "/").map(String.init)
    }
}

// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Foundation
import GSM
import MenuLanguage
import MobileMoney
import SourceText

/// The menus of a file or a folder, read from disk and compiled against the wallet's contract.
struct MenuShelf {
    /// One menu and what the compiler says of it.
    struct Entry {
        var path: String
        var compilation: MenuCompilation
    }

    var entries: [Entry]
    /// The tariff that the wallet's contract was made of; without one menus have no services.
    var tariff: Tariff?

    /// The programs, when every menu compiled.
    var programs: [MenuProgram]? {
        let programs = entries.compactMap(\.compilation.program)
        return programs.count == entries.count ? programs : nil
    }

    var diagnostics: [Diagnostic] { entries.flatMap(\.compilation.diagnostics) }

    /// Puts compiled menus and the tariff that they were made of together.
    init(entries: [Entry], tariff: Tariff?) {
        self.entries = entries
        self.tariff = tariff
    }

    /// Reads and compiles.
    ///
    /// - Parameters:
    ///   - path: a `.menu` file with a `menu` line, or a folder: each file in it that has such a
    ///     line is a menu of its own.
    ///   - named: the tariff to take, `kenya` for `kenya.tariff.yaml`, whose country is then the
    ///     menu's; nil for the nearest one.
    ///   - network: the profile to prove against in place of each menu's own.
    ///   - readsTranslations: whether translations are read; else each language has an empty file.
    ///   - heedsLock: whether menus are held to `shortcuts.lock` beside them.
    /// - Throws: what cannot be read; findings in menus are in the entries.
    init(
        path: String,
        tariff named: String? = nil,
        network: NetworkProfile? = nil,
        readsTranslations: Bool = true,
        heedsLock: Bool = true
    ) throws(CommandFailure) {
        let mains = try Self.mainFiles(at: path)
        let folder = Self.isFolder(path) ? path : path.parentFolder
        tariff = try TariffShelf.tariff(beside: folder, named: named)
        let contracts = tariff.map { [MobileMoneyContract.contract(for: $0)] } ?? []
        entries = []
        for main in mains {
            let file = SourceFile(path: main, text: try Self.text(of: main))
            let compilation = MenuCompiler.compile(
                main: file,
                contracts: contracts,
                network: network,
                country: named == nil ? nil : tariff?.country,
                read: { path in
                    if !readsTranslations, path.hasSuffix(".po") { return .success("") }
                    let isLock = path == ShortcutLock.path(beside: main)
                    return isLock && !heedsLock ? .failure(.notFound) : Self.readForInclude(path)
                }
            )
            entries.append(Entry(path: main, compilation: compilation))
        }
    }

    /// The menus' files: the path itself, or the files of the folder that begin a menu.
    static func mainFiles(at path: String) throws(CommandFailure) -> [String] {
        guard isFolder(path) else { return [path] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        let menus = names.sorted().filter { $0.hasSuffix(".menu") }.map { path + "/" + $0 }
        let mains = menus.filter {
            beginsMenu((try? String(contentsOfFile: $0, encoding: .utf8)) ?? "")
        }
        guard !mains.isEmpty else {
            throw CommandFailure(
                .unreadable,
                "There is no menu in \(path): no .menu file there has a line that begins with "
                    + "`menu`. Name a file or another folder."
            )
        }
        return mains
    }

    private static func beginsMenu(_ text: String) -> Bool {
        text.split(separator: "\n").contains { $0.hasPrefix("menu ") }
    }

    static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            && isFolder.boolValue
    }

    /// Where the menu of a name lies under a folder, or nil.
    static func path(of menu: String, under folder: String) -> String? {
        for candidate in ["\(folder)/\(menu)", "\(folder)/\(menu).menu"]
        where FileManager.default.fileExists(atPath: candidate) {
            return candidate
        }
        let below = FileManager.default.enumerator(atPath: folder)
        while let name = below?.nextObject() as? String {
            guard name.hasSuffix(".menu") else { continue }
            let text = (try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)) ?? ""
            let lines = text.split(separator: "\n")
            if lines.contains(where: { $0.split(separator: " ").prefix(2) == ["menu", menu[...]] })
            {
                return "\(folder)/\(name)"
            }
        }
        return nil
    }

    static func text(of path: String) throws(CommandFailure) -> String {
        guard !isFolder(path) else {
            throw CommandFailure(.unreadable, "\(path) is a folder. Name one file of it.")
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandFailure(.unreadable, "\(path) cannot be read. Is the name right?")
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw CommandFailure(
                .unreadable,
                "\(path) is not UTF-8 text. Save it as UTF-8 and try again."
            )
        }
        return text
    }

    /// The text of a file that another includes.
    @Sendable static func readForInclude(_ path: String) -> Result<String, MenuReadError> {
        guard FileManager.default.fileExists(atPath: path) else { return .failure(.notFound) }
        do throws(CommandFailure) {
            return .success(try text(of: path))
        } catch {
            let isThere = FileManager.default.fileExists(atPath: path)
            return .failure(isThere ? MenuReadError("it is not text in UTF-8") : .notFound)
        }
    }
}

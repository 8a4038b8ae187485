// SPDX-License-Identifier: Apache-2.0
import Dialogue
import MenuLanguage
import SourceText

/// The files that are open, and the menus that they belong to.
///
/// What is open counts, whatever stands on disk. Menus are read when somebody asks, and kept until
/// one of their files changes.
struct Workspace: Sendable {
    let files: FileAccess
    /// The files that are open, by path.
    private(set) var open: [String: Document] = [:]
    /// Why services could not be told, for the author; each sentence is told once.
    private(set) var complaints: [String] = []
    private var analyses: [String: MenuAnalysis] = [:]
    private var parts: [String: MenuAnalysis] = [:]
    private var mains: [String: [String]] = [:]
    private var contracts: [String: [ServiceContract]] = [:]

    /// A file that is open.
    struct Document: Sendable {
        /// Its address, as the editor writes it.
        var uri: String
        var version: Int?
        var file: SourceFile
    }

    init(_ files: FileAccess) { self.files = files }

    /// Puts a text in place of what stands on disk.
    mutating func set(_ document: Document) {
        let path = document.file.path
        let before = open[path]
        open[path] = document
        let isMain = MenuAnalysis.includes(of: document.file) != nil
        let wasMain = before.map { MenuAnalysis.includes(of: $0.file) != nil } ?? true
        if isMain || wasMain { mains = [:] }
        forget(path)
    }

    /// Lets what stands on disk count again.
    mutating func close(_ path: String) {
        open[path] = nil
        mains = [:]
        forget(path)
    }

    /// Drops what was known of files, some of which have changed on disk.
    mutating func forgetAll() {
        analyses = [:]
        parts = [:]
        mains = [:]
        contracts = [:]
    }

    /// The menus that a file belongs to; empty when none includes it.
    mutating func menus(of path: String) -> [MenuAnalysis] {
        mainFiles(of: path).map { analysis(of: $0) }
    }

    /// The menu that a file belongs to, or what the file says by itself.
    mutating func menu(of path: String) -> MenuAnalysis? {
        if let menu = menus(of: path).first { return menu }
        if Self.isBeside(path) { return nil }
        if let part = parts[path] { return part }
        guard let file = file(path) else { return nil }
        let part = MenuAnalysis(part: file, contracts: contracts(for: path))
        parts[path] = part
        return part
    }

    /// A file as it is now, nil when it cannot be read.
    func file(_ path: String) -> SourceFile? {
        if let document = open[path] { return document.file }
        guard case .success(let text) = files.text(path) else { return nil }
        return SourceFile(path: path, text: text)
    }

    /// The address of a file, as the editor writes it.
    func uri(of path: String) -> String { open[path]?.uri ?? FileURI.uri(of: path) }

    /// The menus and translations beside a file, by name, those that are only open included.
    func neighbours(of path: String) -> [String] {
        let folder = Self.folder(of: path)
        let unsaved = open.keys.filter { Self.folder(of: $0) == folder }
            .map { String($0.dropFirst(folder.utf8.count + 1)) }
        return Set(files.names(folder) + unsaved)
            .filter { $0.hasSuffix(".menu") || $0.hasSuffix(".po") }.sorted()
    }

    /// Takes the sentences that were not told yet.
    mutating func takeComplaints() -> [String] {
        defer { complaints = [] }
        return complaints
    }

    /// The folder of a path, without the slash behind it.
    static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    }

    private mutating func forget(_ path: String) {
        // A menu may include a file that was not there, from its folder or the one below.
        let folder = Self.folder(of: path)
        let near = [folder, Self.folder(of: folder)]
        parts[path] = nil
        analyses = analyses.filter { main, analysis in
            !near.contains(Self.folder(of: main)) && analysis.compilation.sources[path] == nil
        }
    }

    /// The main files of a file: itself, or those in its folder and the one above that include it.
    private mutating func mainFiles(of path: String) -> [String] {
        if let known = mains[path] { return known }
        var found: [String] = []
        if Self.isBeside(path) {
            found = owners(of: path)
        } else if let file = file(path), MenuAnalysis.includes(of: file) != nil {
            found = [path]
        } else {
            let folder = Self.folder(of: path)
            for place in [folder, Self.folder(of: folder)] where found.isEmpty && !place.isEmpty {
                for name in neighbours(of: place + "/") where name.hasSuffix(".menu") {
                    let main = "\(place)/\(name)"
                    guard main != path, let file = file(main),
                        MenuAnalysis.includes(of: file)?.contains(path) == true
                    else { continue }
                    found.append(main)
                }
            }
        }
        mains[path] = found
        return found
    }

    /// Whether a file is no menu but stands beside one: translations, or `shortcuts.lock`.
    static func isBeside(_ path: String) -> Bool {
        path.hasSuffix(".po") || path.hasSuffix("/shortcuts.lock")
    }

    /// The main files that a file beside them belongs to.
    private func owners(of path: String) -> [String] {
        let folder = Self.folder(of: path)
        return neighbours(of: path).filter { $0.hasSuffix(".menu") }.map { "\(folder)/\($0)" }
            .filter { main in
                let mayOwn = !path.hasSuffix(".po") || path.hasPrefix(main.dropLast(4))
                guard mayOwn, let file = file(main) else { return false }
                return MenuAnalysis.includes(of: file) != nil
            }
    }

    private mutating func analysis(of main: String) -> MenuAnalysis {
        if let known = analyses[main] { return known }
        let file = file(main) ?? SourceFile(path: main, text: "")
        let (open, files) = (open, files)
        let analysis = MenuAnalysis(main: file, contracts: contracts(for: main)) { path in
            open[path].map { .success($0.file.text) } ?? files.text(path)
        }
        analyses[main] = analysis
        return analysis
    }

    private mutating func contracts(for path: String) -> [ServiceContract] {
        let folder = Self.folder(of: path)
        if let known = contracts[folder] { return known }
        var found: [ServiceContract] = []
        switch files.contracts(folder) {
        case .success(let promised): found = promised
        case .failure(let error): complaints.append(error.reason)
        }
        contracts[folder] = found
        return found
    }
}

// SPDX-License-Identifier: Apache-2.0
import Foundation
import Ledger
import MobileMoney
import SourceText

/// The tariffs that lie on disk: which one menus are made for, and what is wrong with them.
enum TariffShelf {
    /// One file and what was found in it.
    struct Entry {
        var file: SourceFile
        var reading: Tariff.Reading
    }

    /// How many folders are looked through for a tariff, that of the menus included.
    private static let foldersAboveMax = 3

    /// The tariff for the menus of a folder: beside them, or in the nearest folder above that has
    /// one.
    ///
    /// - Parameters:
    ///   - folder: where the menus lie.
    ///   - name: `kenya` for `kenya.tariff.yaml`; nil for the only one of its folder, or the one
    ///     there that says `default: true`.
    /// - Returns: the tariff; nil when there is none.
    /// - Throws: what cannot be read or chosen, or is wrong in the file.
    static func tariff(
        beside folder: String,
        named name: String? = nil
    ) throws(CommandFailure) -> Tariff? {
        guard let path = try path(beside: folder, named: name) else { return nil }
        let entry = try entry(at: path)
        if let tariff = entry.reading.tariff { return tariff }
        let found = DiagnosticRenderer().render(entry.reading.findings, in: [entry.file])
        throw CommandFailure(.findings, "The tariff has errors.\n\n\(found)")
    }

    /// The path of the tariff for the menus of a folder, as ``tariff(beside:named:)`` finds it.
    static func path(
        beside folder: String,
        named name: String?
    ) throws(CommandFailure) -> String? {
        var above = folder.isEmpty ? "." : folder
        var seen: [String] = []
        for _ in 0..<foldersAboveMax {
            let files = names(in: above).map { join(above, $0) }
            seen += files.map(title)
            if let name {
                if let file = files.first(where: { title($0) == name }) { return file }
            } else if !files.isEmpty {
                return try chosen(of: files)
            }
            guard let next = parent(of: above) else { break }
            above = next
        }
        guard let name else { return nil }
        let hint = DidYouMean.closest(to: name, among: seen).map { " Did you mean \($0)?" } ?? ""
        let known =
            seen.isEmpty ? "There is none at all" : "There are: \(seen.joined(separator: ", "))"
        throw CommandFailure(
            .unreadable,
            "There is no tariff \(name) beside the menus or above them.\(hint) \(known)."
        )
    }

    /// One line for a tariff without errors.
    static func sentence(_ entry: Entry) -> String? {
        guard let tariff = entry.reading.tariff else { return nil }
        let charges = [tariff.send, tariff.withdraw, tariff.deposit]
        let count = charges.reduce(0) { sum, charge in
            sum + charge.bands.count + charge.steps.reduce(0) { $0 + $1.bands.count }
                + charge.commission.count
        }
        let levels = tariff.levels.count == 1 ? "1 level" : "\(tariff.levels.count) levels"
        let bands = count == 1 ? "1 band" : "\(count) bands"
        return "\(title(entry.file.path)): \(tariff.currency.code), \(levels), \(bands): every "
            + "amount has one price."
    }

    /// The files of a folder that are tariffs, by name.
    static func files(in folder: String) -> [String] { names(in: folder).map { join(folder, $0) } }

    /// Reads one tariff.
    static func entry(at path: String) throws(CommandFailure) -> Entry {
        let file = SourceFile(path: path, text: try MenuShelf.text(of: path))
        return Entry(file: file, reading: Tariff.read(file))
    }

    /// The tariff to take of several that nobody named.
    private static func chosen(of files: [String]) throws(CommandFailure) -> String {
        if files.count == 1 { return files[0] }
        var defaults: [String] = []
        for file in files where Tariff.isDefault(try MenuShelf.text(of: file)) {
            defaults.append(file)
        }
        if defaults.count == 1 { return defaults[0] }
        let names = files.map(title).joined(separator: ", ")
        throw CommandFailure(
            .usage,
            "It is not clear which tariff is meant: \(names). Name one with --tariff, or with "
                + "`tariff:` in a transcript, or write `default: true` into one of them."
        )
    }

    /// The folder above, named the same way: relative to here, or from the root.
    private static func parent(of folder: String) -> String? {
        if URL(fileURLWithPath: folder).standardizedFileURL.path == "/" { return nil }
        let isAbove = folder.split(separator: "/").allSatisfy { $0 == ".." || $0 == "." }
        if isAbove { return folder + "/.." }
        let parent = folder.parentFolder
        return parent.isEmpty ? "." : parent
    }

    private static func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
            .filter { $0.hasSuffix(Tariff.fileEnding) }
    }

    private static func title(_ path: String) -> String {
        String(path.fileName.dropLast(Tariff.fileEnding.count))
    }

    private static func join(_ folder: String, _ name: String) -> String {
        folder == "." ? name : folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    }
}

// SPDX-License-Identifier: Apache-2.0
import Foundation
import MenuLanguage
import SourceText
import Transcripts

/// What `stardial fmt` does: brings menus and transcripts into their canonical form, or tells what
/// would change.
struct MenuFormat {
    var paths: [String]
    /// Whether files that are not canonical are named, and nothing is changed.
    var checks: Bool
    /// Whether what would change is shown, and nothing is changed.
    var shows: Bool

    /// The path that stands for standard input and standard output.
    static let standardInput = "-"

    /// Reads all files before it changes one.
    ///
    /// Ends with ``ExitStatus/findings`` when a file has mistakes, or is not canonical and that was
    /// asked; with ``ExitStatus/unreadable`` when a file cannot be read, and then nothing changes.
    func run() throws {
        var files: [SourceFile] = []
        var seen: Set<String> = []
        for path in try paths.flatMap(Self.menus) where seen.insert(path).inserted {
            files.append(SourceFile(path: path, text: try Self.text(of: path)))
        }
        let laidOut = files.map { (file: $0, result: Self.laidOut($0)) }
        report(laidOut.map { ($0.file, $0.result.diagnostics) })
        let mistaken = laidOut.count { $0.result.diagnostics.hasErrors }
        var rewritten = RewrittenFiles(mistaken: mistaken)
        for (file, result) in laidOut {
            let differs = !result.text.utf8.elementsEqual(file.text.utf8)
            rewritten.changed += differs ? 1 : 0
            try tell(file, result.text, differs: differs)
        }
        let share =
            "\(rewritten.changed) of \(files.count) \(files.count == 1 ? "file is" : "files are")"
        let demand = "\(share) laid out otherwise. Run `stardial fmt` to change that."
        try rewritten.conclude(checks ? demand : nil)
    }

    /// A file in its layout; what stands in it tells a transcript, as standard input has no name.
    private static func laidOut(_ file: SourceFile) -> (text: String, diagnostics: [Diagnostic]) {
        guard isTranscript(file) else {
            let result = MenuFormatter.format(file)
            return (result.text, result.diagnostics)
        }
        let result = TranscriptFormatter.format(file)
        return (result.text, result.diagnostics)
    }

    private static func isTranscript(_ file: SourceFile) -> Bool {
        file.path.hasSuffix(".ussd") || file.path == standardInput && file.text.hasPrefix("ussd/")
    }

    /// A file, or another text of it, as it can be shown: a transcript without its PINs.
    private static func shown(_ file: SourceFile, _ text: String? = nil) -> SourceFile {
        let shown = SourceFile(path: file.path, text: text ?? file.text)
        guard isTranscript(file) else { return shown }
        return TranscriptParser.parseAlone(file).0.hidingSecrets(in: shown)
    }

    /// Writes the mistakes of each file to standard error; what is said to standard output may be a
    /// menu.
    private func report(_ found: [(file: SourceFile, diagnostics: [Diagnostic])]) {
        let style: DiagnosticRenderer.Style = Terminal.wantsColour(.errors) ? .ansi : .plain
        let renderer = DiagnosticRenderer(style: style)
        for (file, diagnostics) in found {
            let errors = diagnostics.filter { $0.severity == .error }
            guard !errors.isEmpty else { continue }
            Terminal.write(renderer.render(errors, in: [Self.shown(file)]) + "\n", to: .errors)
        }
    }

    private func tell(_ file: SourceFile, _ text: String, differs: Bool) throws(CommandFailure) {
        if shows {
            guard differs else { return }
            let (before, after) = (Self.shown(file), Self.shown(file, text))
            Terminal.write(LayoutDiff(before.text, after.text).unified(path: file.path))
        } else if checks {
            if differs { Terminal.line(file.path) }
        } else if file.path == Self.standardInput {
            Terminal.write(text)
        } else if differs {
            try RewrittenFiles.write(text, to: file.path)
            Terminal.line("Laid out \(file.path)")
        }
    }

    /// The menus and transcripts that a path stands for, in the order of their names.
    private static func menus(at path: String) throws(CommandFailure) -> [String] {
        var isFolder: ObjCBool = false
        guard path != standardInput,
            FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
            isFolder.boolValue
        else { return [path] }
        let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
        let below = FileManager.default.enumerator(atPath: path)
        var found: [String] = []
        while let name = below?.nextObject() as? String {
            if name.hasSuffix(".menu") || name.hasSuffix(".ussd") {
                found.append("\(folder)/\(name)")
            }
        }
        guard !found.isEmpty else {
            throw CommandFailure(
                .unreadable,
                "There is no .menu or .ussd file in \(path). Name a file or another folder."
            )
        }
        return found.sorted()
    }

    private static func text(of path: String) throws(CommandFailure) -> String {
        guard path == standardInput else { return try MenuShelf.text(of: path) }
        let data = FileHandle.standardInput.readDataToEndOfFile()
        guard let text = String(validating: data, as: UTF8.self) else {
            throw CommandFailure(.unreadable, "Standard input is not UTF-8 text.")
        }
        return text
    }
}

// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import LanguageServer
import Transcripts

/// What `stardial lsp` does: carries messages between an editor and the server.
struct LspRun {
    /// An editor that can be set up.
    enum Editor: String, CaseIterable, ExpressibleByArgument {
        case vscode
        case neovim
    }

    var editor: Editor?
    var folder: String?

    /// The most octets that are read at once.
    static let readOctetsMax = 65_536

    func run() throws {
        switch editor {
        case nil:
            guard folder == nil else {
                throw CommandFailure(.usage, "A folder goes with --editor vscode alone.")
            }
            try serve()
        case .neovim: Terminal.write(EditorSetup.neovim)
        case .vscode: try writeExtension()
        }
    }

    /// Reads, answers and writes until the editor says `exit` or goes away.
    private func serve() throws(CommandFailure) {
        var reader = MessageReader()
        var server = LanguageServer(files: .onDisk, version: Stardial.versionNumber)
        var buffer = [UInt8](repeating: 0, count: Self.readOctetsMax)
        while server.exitCode == nil {
            let count = read(STDIN_FILENO, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                throw CommandFailure(.findings, "The editor went away without saying exit.")
            }
            reader.append(buffer[..<count])
            var contents: [[UInt8]] = []
            while let piece = reader.next() {
                switch piece {
                case .message(let content): contents.append(content)
                case .skipped(let why): Self.send([server.complaint(why)])
                }
            }
            if !contents.isEmpty { Self.send(server.receive(contents)) }
        }
        if server.exitCode != 0 {
            throw CommandFailure(.findings, "The editor said exit without shutdown.")
        }
    }

    private static func send(_ messages: [JSONValue]) {
        var octets = messages.flatMap { MessageWriter.octets($0) }[...]
        while !octets.isEmpty {
            let written = octets.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { return }
            octets = octets.dropFirst(written)
        }
    }

    private func writeExtension() throws(CommandFailure) {
        guard let folder else {
            throw CommandFailure(
                .usage,
                "Name the folder for the extension: stardial lsp --editor vscode DIR"
            )
        }
        let transcripts = TextMateGrammar.transcripts(
            settings: TranscriptVocabulary.settings,
            phoneSettings: TranscriptVocabulary.phoneSettings,
            endings: TranscriptVocabulary.endings
        )
        let files = EditorSetup.visualStudioCode(
            grammars: [.menu, transcripts],
            version: Stardial.versionNumber
        )
        do {
            for (path, text) in files {
                let file = URL(fileURLWithPath: folder).appendingPathComponent(path)
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(),
                    withIntermediateDirectories: true
                )
                try Data(text.utf8).write(to: file, options: .atomic)
            }
        } catch {
            throw CommandFailure(
                .failed,
                "\(folder) cannot be written. May you write there? What was written so far stays."
            )
        }
        Terminal.line("\(files.count) files were written to \(folder). Its README.md says more.")
    }
}

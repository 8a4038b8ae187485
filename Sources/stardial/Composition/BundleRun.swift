// SPDX-License-Identifier: Apache-2.0
import Foundation
import MenuLanguage
import SourceText
import Transcripts

/// What `stardial bundle` does with scenes.
struct BundleRun {
    var paths: [String]
    var menus: String
    /// A file for one scene, a folder for several; nil for beside the scene.
    var output: String?
    /// Whether nothing is said in the bundle of what it is.
    var isPlain: Bool

    /// The comment at the top of a bundle.
    static let remark = "One file with all that it needs. Play it with: stardial test FILE"

    /// Bundles each scene; several keep their places below the folder that was named.
    func run() throws(CommandFailure) {
        var scenes: [(path: String, name: String)] = []
        for path in paths {
            let isFolder = MenuShelf.isFolder(path)
            for scene in try TranscriptRun.transcripts(at: path) {
                let name =
                    isFolder
                    ? String(scene.dropFirst(path.count + 1))
                    : scene.fileName
                scenes.append((scene, name))
            }
        }
        guard !scenes.isEmpty else {
            let folders = paths.joined(separator: ", ")
            throw CommandFailure(
                .unreadable,
                "There is no .ussd file in \(folders). Nothing was written. Name another folder."
            )
        }
        let isOne = scenes.count == 1 && paths.first == scenes.first?.path
        guard isOne || output != nil && output != "-" else {
            throw CommandFailure(.usage, "For several scenes name a folder: -o FOLDER.")
        }
        var menus = Menus(folder: menus)
        for (path, name) in scenes {
            let place = isOne ? output ?? Self.place(of: path) : "\(output ?? ".")/\(name)"
            let bundle = try bundle(of: path, &menus)
            if place == "-" {
                try OutputFile("-").write(bundle.text)
                continue
            }
            guard Self.isElsewhere(place, path) else {
                throw CommandFailure(
                    .usage,
                    "\(place) is the scene itself. Name another file with -o. Nothing was written."
                )
            }
            try UnpackedFolder.makeFolder(of: place)
            try RewrittenFiles.write(bundle.text, to: place)
            Terminal.line("Wrote \(place): \(path) and \(bundle.count) files")
        }
    }

    /// The menus that were looked at, since many scenes have the same.
    private struct Menus {
        let folder: String
        private var known: [String: BundledMenu] = [:]

        init(folder: String) { self.folder = folder }

        mutating func menu(_ setup: WorldSetup) throws(CommandFailure) -> BundledMenu {
            guard setup.attachments.isEmpty else { return try BundledMenu(setup, folder: folder) }
            let key = "\(setup.menu) \(setup.network ?? "") \(setup.tariff ?? "")"
            if let menu = known[key] { return menu }
            let menu = try BundledMenu(setup, folder: folder)
            known[key] = menu
            return menu
        }
    }

    private func bundle(
        of path: String,
        _ menus: inout Menus
    ) throws(CommandFailure) -> (text: String, count: Int) {
        let file = SourceFile(path: path, text: try MenuShelf.text(of: path))
        let (transcript, found) = TranscriptParser.parse(file, read: MenuShelf.readForInclude)
        if found.hasErrors {
            let sources = ([file] + transcript.inclusions.map(\.file)).map {
                transcript.hidingSecrets(in: $0)
            }
            throw CommandFailure(
                .findings,
                DiagnosticRenderer().render(found, in: SourceSet(sources))
                    + "\(path) was not bundled. Mend it first."
            )
        }
        var bundle = SceneBundle(file, transcript)
        bundle.attachParts(of: transcript)
        let setup = transcript.header.setup
        let menu = try menus.menu(setup)
        for (name, text) in menu.files { bundle.attach(name, text) }
        for (place, text) in menu.besides {
            guard let name = bundle.name(ofFileAt: place) else {
                throw CommandFailure(
                    .findings,
                    "\(path) was not bundled. Its menu reads \(place), which lies outside the "
                        + "scene's folder. Attach that file to the scene."
                )
            }
            bundle.attach(name, text)
        }
        if let stubs = setup.stubs, !bundle.hasFile(at: stubs) {
            let text = try MenuShelf.text(of: stubs)
            let inside = bundle.name(ofFileAt: stubs)
            let name = inside ?? bundle.freeName("stubs/\(stubs.fileName)")
            if inside == nil { bundle.setStubs(name) }
            bundle.attach(name, text)
        }
        if !isPlain { bundle.setRemark(Self.remark) }
        do {
            return (try bundle.text(), bundle.files.count)
        } catch {
            throw CommandFailure(.findings, "\(path) was not bundled. \(error.description)")
        }
    }

    private static func place(of path: String) -> String {
        let stem = path.hasSuffix(".ussd") ? String(path.dropLast(5)) : path
        return stem + ".bundle.ussd"
    }

    private static func isElsewhere(_ one: String, _ other: String) -> Bool {
        func real(_ path: String) -> String {
            URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        }
        return real(one) != real(other)
    }
}

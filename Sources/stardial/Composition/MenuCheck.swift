// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import GSM
import MenuLanguage
import SourceText

/// What `stardial check` does: compiles, and tells what it found or proved.
struct MenuCheck {
    /// How findings are written.
    enum Form: String, CaseIterable, ExpressibleByArgument {
        case human
        case short
        case json
        case sarif
        case github
        case junit

        /// Whether it is read by people, who are also told what was proved.
        var isForPeople: Bool { self == .human || self == .short }
    }

    var paths: [String]
    /// The name of a profile, `all`, or nil for each menu's own.
    var network: String?
    /// The name of the tariff that the menus are checked with; nil for the nearest one.
    var tariff: String?
    var form: Form
    /// Whether findings are mended first where the change is certain.
    var fixes = false
    /// Whether the shortcuts are locked as they are now.
    var locks = false

    /// Writes findings and proofs; ends with ``ExitStatus/findings`` when a menu has an error.
    func run() throws {
        let comparesAll = network == "all"
        if comparesAll, !form.isForPeople {
            throw CommandFailure(
                .usage,
                "The table of --network all is for people to read. Take --format human, or name "
                    + "one profile."
            )
        }
        let profile = comparesAll ? nil : try namedProfile()
        if fixes {
            let made = try MenuFixes(paths: paths, tariff: tariff, network: profile).make()
            Terminal.write(made, to: form.isForPeople ? .output : .errors)
        }
        let files = try CheckedFiles(paths, tariff: tariff)
        if files.isBroken {
            report([], files)
            throw CommandFailure(.findings, "")
        }
        var entries = try entries(files, profile)
        if locks {
            let said = try lock(entries, files)
            Terminal.write(said, to: form.isForPeople ? .output : .errors)
            entries = try self.entries(files, profile)
        }
        report(entries, files)
        if comparesAll {
            for entry in entries {
                Terminal.write(try NetworkTable(entry, tariff: tariff).text)
            }
        }
        if entries.contains(where: { $0.compilation.program == nil }) {
            throw CommandFailure(.findings, "")
        }
    }

    private func entries(
        _ files: CheckedFiles,
        _ profile: NetworkProfile?
    ) throws -> [MenuShelf.Entry] {
        var entries: [MenuShelf.Entry] = []
        for path in files.menus {
            entries += try MenuShelf(path: path, tariff: tariff, network: profile).entries
        }
        return entries
    }

    /// Writes the locks; with errors that forbid it, they are shown first.
    private func lock(
        _ entries: [MenuShelf.Entry],
        _ files: CheckedFiles
    ) throws -> String {
        do {
            return try MenuLock(entries: entries).write()
        } catch let failure as CommandFailure {
            if failure.status == .findings { report(entries, files) }
            throw failure
        }
    }

    private func namedProfile() throws(CommandFailure) -> NetworkProfile? {
        guard let network else { return nil }
        if let profile = NetworkProfile.named(network) { return profile }
        let names = NetworkProfile.all.map(\.name)
        let hint =
            DidYouMean.closest(to: network, among: names).map { " Did you mean \($0)?" } ?? ""
        throw CommandFailure(
            .usage,
            "There is no network profile \(network).\(hint) There are: "
                + names.joined(separator: ", ") + ", and all for every one of them."
        )
    }

    private func report(_ entries: [MenuShelf.Entry], _ files: CheckedFiles) {
        let renderer = DiagnosticRenderer(style: Terminal.wantsColour() ? .ansi : .plain)
        let found = files.findings + entries.flatMap(\.compilation.diagnostics)
        let sources = SourceSet(entries.flatMap(\.compilation.sources.files) + files.sources)
        switch form {
        case .human: Terminal.write(renderer.render(found, in: sources))
        case .short: Terminal.write(renderer.renderShort(found, in: sources))
        case .json: Terminal.write(renderer.renderJSON(found, in: sources))
        case .sarif: Terminal.write(renderer.renderSARIF(found, in: sources, by: Self.tool))
        case .github: Terminal.write(renderer.renderGitHub(found, in: sources))
        case .junit:
            Terminal.write(renderer.renderJUnit(found, in: sources, suite: "stardial check"))
        }
        guard form.isForPeople else { return }
        for sentence in files.sentences { Terminal.line(sentence) }
        for entry in entries {
            if let proof = entry.compilation.proof {
                Terminal.line(Self.sentence(proof))
            }
        }
        if !found.isEmpty {
            Terminal.line(renderer.summary(of: found))
        }
    }

    /// This program as reports name it, with a sentence for every finding.
    private static var tool: DiagnosticRenderer.Tool {
        let rules = FindingPages.all.map { ($0.id, $0.summary) }
        return DiagnosticRenderer.Tool(
            name: Stardial.configuration.commandName ?? "",
            version: Stardial.versionNumber,
            rules: Dictionary(rules, uniquingKeysWith: { first, _ in first })
        )
    }

    /// One line for a menu that is proved.
    static func sentence(_ proof: MenuProof) -> String {
        let languages = proof.languages.count.counted("language")
        let fullest = proof.largest.first.map {
            " The fullest is \($0.name) "
                + (proof.languages.count > 1 ? "in \($0.language) " : "")
                + "with \($0.units) of \($0.limit) "
                + ($0.alphabet == .gsm7 ? "septets." : "UCS-2 units.")
        }
        return "\(proof.menu): \(proof.screens.counted("screen")), \(languages) "
            + "(\(proof.languages.joined(separator: " "))), \(proof.texts.counted("text")): "
            + "every screen fits \(proof.network)." + (fullest ?? "")
    }
}

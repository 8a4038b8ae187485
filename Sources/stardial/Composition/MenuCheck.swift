// SPDX-License-Identifier: Apache-2.0
import GSM
import MenuLanguage
import SourceText

/// What `stardial check` does: compiles, and tells what it found or proved.
struct MenuCheck {
    /// How findings are written.
    enum Form {
        case human
        case short
        case json
    }

    var paths: [String]
    var network: String?
    var form: Form

    /// Writes findings and proofs; ends with ``ExitStatus/findings`` when a menu has an error.
    func run() throws {
        let profile = try namedProfile()
        var entries: [MenuShelf.Entry] = []
        for path in paths {
            entries += try MenuShelf(path: path, network: profile).entries
        }
        report(entries)
        if entries.contains(where: { $0.compilation.program == nil }) {
            throw CommandFailure(.findings, "")
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
                + names.joined(separator: ", ") + "."
        )
    }

    private func report(_ entries: [MenuShelf.Entry]) {
        let renderer = DiagnosticRenderer(style: Terminal.wantsColour() ? .ansi : .plain)
        for entry in entries {
            let found = entry.compilation
            switch form {
            case .human:
                Terminal.write(renderer.render(found.diagnostics, in: found.sources))
            case .short:
                Terminal.write(renderer.renderShort(found.diagnostics, in: found.sources))
            case .json:
                Terminal.write(renderer.renderJSON(found.diagnostics, in: found.sources))
            }
        }
        guard form != .json else { return }
        for entry in entries {
            if let proof = entry.compilation.proof {
                Terminal.line(Self.sentence(proof))
            }
        }
        let findings = entries.flatMap(\.compilation.diagnostics)
        if !findings.isEmpty {
            Terminal.line(renderer.summary(of: findings))
        }
    }

    /// One line for a menu that is proved.
    static func sentence(_ proof: MenuProof) -> String {
        let languages =
            "\(proof.languages.count) "
            + (proof.languages.count == 1 ? "language" : "languages")
        let fullest = proof.largest.first.map {
            " The fullest is \($0.name) with \($0.units) of \($0.limit) "
                + ($0.alphabet == .gsm7 ? "septets." : "UCS-2 units.")
        }
        return "\(proof.menu): \(proof.screens) screens, \(languages) "
            + "(\(proof.languages.joined(separator: " "))), \(proof.texts) texts: "
            + "every screen fits \(proof.network)." + (fullest ?? "")
    }
}

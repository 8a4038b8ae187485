// SPDX-License-Identifier: Apache-2.0
import Foundation
import MenuLanguage
import Transcripts

/// What an exploration found, for a reader and for programs.
struct ExplorationReport {
    let universe: Coverage
    let shape: MenuShape
    let found: Exploration
    /// What the given transcripts visit.
    let known: Set<CoverageKey>
    /// How many transcripts are missing.
    let missing: Int
    let written: ExploredFiles.Written?

    /// The report in plain words.
    var text: String {
        var text = "\(universe.menu)\n" + shape.text + "\n" + reached
        let never = unreached
        if !never.isEmpty {
            text += "\nNever reached:\n" + never.map { "  \(line($0))\n" }.joined()
        }
        return text + closing
    }

    /// The report as one JSON object.
    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let object = Object(
            menu: universe.menu,
            shape: shape,
            scenes: found.played,
            turns: found.turns,
            endedBy: found.endedBy,
            coverage: visited(found.visited),
            unreached: unreached.map {
                Unreached(
                    state: $0.key.state,
                    kind: $0.key.kind,
                    key: $0.key.key,
                    file: $0.file,
                    line: $0.line,
                    why: why($0)
                )
            },
            transcriptsMissing: missing,
            written: written?.paths,
            notWritten: written?.failures
        )
        return String(decoding: try encoder.encode(object), as: UTF8.self) + "\n"
    }

    private struct Object: Encodable {
        var menu: String
        var shape: MenuShape
        var scenes: Int
        var turns: Int
        var endedBy: String?
        var coverage: Coverage
        var unreached: [Unreached]
        var transcriptsMissing: Int
        var written: [String]?
        var notWritten: [String]?
    }

    private struct Unreached: Encodable {
        var state: String
        var kind: CoverageKey.Kind
        var key: String
        var file: String?
        var line: Int?
        var why: String
    }

    private var reached: String {
        let summary = CoverageReport([visited(found.visited)]).summary
        let ended = found.endedBy.map { "\($0)\n" } ?? ""
        return "explored: \(found.played) scenes, \(found.turns) turns\n\(ended)\(summary)\n"
    }

    private var closing: String {
        var text = "\n"
        if !known.isEmpty {
            let summary = CoverageReport([visited(known)]).summary
            text += "given \(summary)\n"
        }
        let noun = missing == 1 ? "transcript reaches" : "transcripts reach"
        text +=
            missing == 0
            ? "Nothing was reached that is not visited already.\n"
            : "\(missing) \(noun) what is not visited yet"
                + (written == nil ? "; --write DIR writes them.\n" : ".\n")
        guard let written else { return text }
        for path in written.paths { text += "wrote \(path)\n" }
        for failure in written.failures { text += "not written: \(failure)\n" }
        return text
    }

    private func visited(_ keys: Set<CoverageKey>) -> Coverage {
        var coverage = universe
        let language = universe.languages.first ?? "en"
        for key in keys { coverage.add(key, language: language) }
        return coverage
    }

    private var unreached: [CoverageItem] {
        universe.items.filter { !found.visited.contains($0.key) && !known.contains($0.key) }
    }

    private func line(_ item: CoverageItem) -> String {
        let place = item.file.map { "\($0):\(item.line ?? 1): " } ?? ""
        let label = item.key.key.isEmpty ? "" : " \(item.key.key)"
        return "\(place)\(item.key.state) \(item.key.kind.rawValue)\(label): \(why(item))"
    }

    /// Why something was perhaps not reached.
    private func why(_ item: CoverageItem) -> String {
        let shown = CoverageKey.Kind.allCases.filter(\.isShown)
        let isPlaceKnown = shown.contains {
            found.visited.contains(CoverageKey(state: item.key.state, kind: $0))
        }
        switch item.key.kind {
        case .outcome:
            let isCallKnown = found.visited.contains {
                $0.state == item.key.state && $0.kind == .outcome
            }
            return isCallKnown
                ? "\(item.text) never ended so." : "\(item.text) was never called here."
        case .screen, .question, .end: return "no way that was tried leads here."
        case .option:
            guard isPlaceKnown else { return "its place was never shown." }
            return item.condition.map { "never so: \($0)" } ?? "it was never taken."
        case .page:
            return isPlaceKnown ? "the list never had a second page." : "its place was never shown."
        default: return isPlaceKnown ? "it was never tried." : "its place was never shown."
        }
    }
}

extension MenuShape {
    /// The shape in plain words.
    fileprivate var text: String {
        var text = "written: \(screens) screens, \(questions) questions, \(ends) ends, "
        text += "\(calls) calls; \(optionRows) rows of options\n"
        for place in guarded { text += "  \(place.state): \(place.rows) rows of options\n" }
        for list in lists { text += "  \(list.state): a list of up to \(list.pages) pages\n" }
        text += names("only back or home from", leadOnlyBack)
        text += names("only an end after", leadOnlyToEnd)
        text += names("no way out of", inescapable)
        for way in longest {
            let late = way.seconds > sessionSeconds ? ", longer than a session" : ""
            text += "  far: \(way.entry) to \(way.state), \(way.keys) keys, "
            text += "about \(way.seconds) of \(sessionSeconds) s\(late)\n"
        }
        return text
    }

    private func names(_ what: String, _ states: [String]) -> String {
        states.isEmpty ? "" : "  \(what): \(states.joined(separator: ", "))\n"
    }
}

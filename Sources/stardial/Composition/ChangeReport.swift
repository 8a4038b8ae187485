// SPDX-License-Identifier: Apache-2.0
import Foundation
import MenuLanguage

/// What differs between two versions of menus, written for people, programs and reviews.
struct ChangeReport {
    /// What was compared, as it was named.
    var old: String
    var new: String
    var menus: [MenuChanges] = []
    /// Menus that are new or gone.
    var sentences: [String] = []
    /// The lines of `shortcuts.lock` that differ, and promises that are not kept.
    var promises: [String] = []
    var scenes: [TranscriptComparison.Difference] = []
    /// What the reader should know of how the versions were compared.
    var remarks: [String] = []

    /// Whether a phone shows the same; what is promised can differ all the same.
    var isEmpty: Bool {
        sentences.isEmpty && scenes.isEmpty && menus.allSatisfy(\.isEmpty)
    }

    /// A heading and what stands under it.
    private struct Section {
        var title: String
        var lines: [String]
    }

    private static let sessionsTitle =
        "Open sessions go on in the old version; who dials anew finds"

    func text(_ form: MenuComparison.Form) throws -> String {
        switch form {
        case .json: return try json()
        case .human:
            return sections.map { section in
                "\(section.title)\n" + section.lines.map { "  \($0)\n" }.joined() + "\n"
            }.joined() + "\(summary)\n"
        case .markdown:
            return sections.map { section in
                "### \(Self.escaped(section.title))\n\n"
                    + section.lines.map { "- \(Self.escaped($0))\n" }.joined() + "\n"
            }.joined() + "\(summary)\n"
        }
    }

    private static let nothing = "Nothing that a phone would show changes."

    private var sections: [Section] {
        var sections: [Section] = []
        if !sentences.isEmpty { sections.append(Section(title: "Menus", lines: sentences)) }
        for menu in menus {
            let prefix = menus.count > 1 ? "\(menu.menu): " : ""
            for group in menu.groups {
                let lines = group.changes.map { change in
                    let place = change.place == (group.new ?? group.old) ? "" : change.place
                    return (place.isEmpty ? "" : "\(place): ") + change.sentence
                }
                sections.append(Section(title: prefix + group.title, lines: lines))
            }
            let waiting = menu.sessions.flatMap { place in
                place.sentences.map { "\(place.place): \($0)" }
            }
            if !waiting.isEmpty {
                sections.append(Section(title: prefix + Self.sessionsTitle, lines: waiting))
            }
        }
        if !promises.isEmpty {
            sections.append(Section(title: "Promises in shortcuts.lock", lines: promises))
        }
        if !scenes.isEmpty {
            let lines = scenes.map { "\($0.path):\($0.line) \($0.sentence)" }
            sections.append(Section(title: "Transcripts", lines: lines))
        }
        if !remarks.isEmpty { sections.append(Section(title: "Remarks", lines: remarks)) }
        return sections
    }

    private var summary: String {
        if isEmpty { return Self.nothing }
        let groups = menus.flatMap(\.groups)
        let changes = groups.reduce(sentences.count) { $0 + $1.changes.count }
        let places = groups.count { $0.old != nil || $0.new != nil }
        let touched = places == 1 ? "1 screen or flow" : "\(places) screens and flows"
        return "\(changes.counted("change")), \(touched) touched, "
            + "\(scenes.count.counted("transcript")) to look at."
    }

    private struct Whole: Encodable {
        let old: String
        let new: String
        let menus: [MenuChanges]
        let sentences: [String]
        let promises: [String]
        let transcripts: [TranscriptComparison.Difference]
        let remarks: [String]
    }

    private func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let whole = Whole(
            old: old,
            new: new,
            menus: menus,
            sentences: sentences,
            promises: promises,
            transcripts: scenes,
            remarks: remarks
        )
        return String(decoding: try encoder.encode(whole), as: UTF8.self) + "\n"
    }

    /// A line in which only what stands between back quotes means something in Markdown.
    private static func escaped(_ text: String) -> String {
        var isCode = false
        return text.map { character in
            if character == "`" { isCode.toggle() }
            return !isCode && "\\*_[]<>|#~".contains(character) ? "\\\(character)" : "\(character)"
        }.joined()
    }
}

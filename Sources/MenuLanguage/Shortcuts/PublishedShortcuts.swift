// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import SourceText

/// The shortcuts of a menu as it is written, each with its place.
struct PublishedShortcuts {
    /// A shortcut and where it is written.
    struct Entry {
        var shortcut: Shortcut
        /// The string or the whole command.
        var range: SourceRange
        /// Where its arrow ends.
        var target: SourceRange
        /// The name alone of where it leads.
        var targetName: String
    }

    private(set) var entries: [Entry] = []

    /// Reads the routes of all files; one whose arrow is missing is left out.
    init(_ files: [MenuFileSyntax], draft: DraftMenu, sources: SourceSet) {
        var keys: [SourceRange: [String]] = [:]
        for dial in draft.dials { keys[dial.range] = draft.keysEqual(to: dial) }
        for file in files {
            for dial in file.dials {
                add(.dial, dial.segments, dial.target, dial.string, sources, keys[dial.string])
            }
            for command in file.commands {
                add(.sms, command.words, command.target, command.range, sources, nil)
            }
        }
    }

    private mutating func add(
        _ kind: Shortcut.Kind,
        _ segments: [SegmentSyntax],
        _ target: TargetSyntax?,
        _ range: SourceRange,
        _ sources: SourceSet,
        _ keys: [String]?
    ) {
        let parts = segments.compactMap(Shortcut.Part.init)
        guard let target, parts.count == segments.count else { return }
        let text = WrittenText.spaced(sources.text(in: target.range) ?? "")
        entries.append(
            Entry(
                shortcut: Shortcut(kind: kind, parts: parts, target: text, keys: keys ?? []),
                range: range,
                target: target.range,
                targetName: target.name.text
            )
        )
    }
}

extension DraftMenu {
    /// The digits behind the service code, when pressing them as keys, one by one, leads to where
    /// the string leads; else nothing.
    ///
    /// Only options are followed, since an answer would make something of what was pressed.
    func keysEqual(to dial: DraftDial) -> [String] {
        guard dial.isLiteral, let home = home(of: dial), home.segments.count < dial.segments.count
        else { return [] }
        let keys = dial.segments.dropFirst(home.segments.count).compactMap(\.literal)
        var place = home.jump.target
        for key in keys {
            guard let shown = shown(at: place),
                let jump = shown.first(where: { $0.key.text == key && $0.condition == nil })?.jump
            else { return [] }
            place = jump.target
        }
        return place == dial.jump.target ? keys : []
    }

    /// The options of the screen that an arrow leads to, nil when it leads to none.
    private func shown(at target: DraftJump.Target) -> [DraftChoice]? {
        guard let first = state(of: target) else { return nil }
        // A screen that shows `me` has the call of `me` before it.
        for index in [first, first + 1] where states.indices.contains(index) {
            guard states[index].entry == first, case .screen(let screen) = states[index].kind
            else { continue }
            return screen.choices
        }
        return nil
    }
}

// SPDX-License-Identifier: Apache-2.0

/// Writes PO files in the one form in which GNU gettext writes them.
///
/// Lines are at most 79 columns wide where blanks let them be broken; a text of several lines has
/// each in quotes of its own. What is read from the written text equals what was written.
public enum POWriter {
    /// The whole file: the header, the texts in use, the texts kept, each behind an empty line.
    public static func text(of file: POFile) -> String {
        var blocks: [String] = []
        if !file.header.isEmpty { blocks.append(header(file.header)) }
        blocks += file.entries.map { entry($0, prefix: "") }
        blocks += file.obsolete.map { entry($0, prefix: "#~ ") }
        let closing = comments("#", file.closingComments)
        if !closing.isEmpty { blocks.append(closing) }
        return blocks.joined(separator: "\n")
    }

    private static func header(_ header: POHeader) -> String {
        comments("#", header.translatorComments) + flags(header.flags)
            + POWrapping.lines("msgid", "", prefix: "")
            + POWrapping.lines("msgstr", header.text, prefix: "")
    }

    private static func entry(_ entry: POEntry, prefix: String) -> String {
        let before = prefix.isEmpty ? "#| " : "#~| "
        var text = comments("#", entry.translatorComments)
        text += comments("#.", entry.extractedComments)
        text += references(entry.references)
        text += flags(entry.flags)
        func add(_ keyword: POToken.Keyword, _ value: String?, _ prefix: String) {
            guard let value else { return }
            text += POWrapping.lines(keyword.rawValue, value, prefix: prefix)
        }
        add(.context, entry.previousContext, before)
        add(.source, entry.previousSource, before)
        add(.plural, entry.previousPlural, before)
        add(.context, entry.context, prefix)
        add(.source, entry.source, prefix)
        add(.plural, entry.plural, prefix)
        if entry.plural == nil {
            add(.translation, entry.translations.first ?? "", prefix)
        } else {
            for (number, form) in entry.translations.enumerated() {
                let name = "\(POToken.Keyword.translation.rawValue)[\(number)]"
                text += POWrapping.lines(name, form, prefix: prefix)
            }
        }
        return text
    }

    private static func comments(_ mark: String, _ lines: [String]) -> String {
        lines.flatMap { line in
            line.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
                .map { $0.isEmpty ? "\(mark)\n" : "\(mark) \(ending(String($0)))\n" }
        }.joined()
    }

    /// A line that does not run on into the next, as one with a `\` at its end would.
    private static func ending(_ line: String) -> String {
        line.utf8.last == UInt8(ascii: "\\") ? line + " " : line
    }

    private static func references(_ places: [String]) -> String {
        var text = ""
        var column = 0
        for place in places.map(POReferences.written) where !place.isEmpty {
            let columns = POWrapping.columns(of: place) + 1
            if column == 0 || (column > 2 && column + columns > POWrapping.columnsMax) {
                text += column == 0 ? "#:" : "\n#:"
                column = 2
            }
            text += " \(place)"
            column += columns
        }
        return text.isEmpty ? "" : text + "\n"
    }

    private static func flags(_ flags: [String]) -> String {
        flags.isEmpty ? "" : "#, \(flags.joined(separator: ", "))\n"
    }
}

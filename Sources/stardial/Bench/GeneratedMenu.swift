// SPDX-License-Identifier: Apache-2.0
import MenuLanguage
import SourceText

/// A menu of many small screens, a tree of options, in several languages.
struct GeneratedMenu {
    let screens: Int
    /// The main file, the files it includes and a translation for each further language.
    let files: [String: String]

    /// How many screens a file has.
    private static let screensAFile = 500
    /// The main file.
    private static let main = "large.menu"

    /// A menu in languages of which the first is the one it is written in.
    init(screens: Int, languages: [String]) {
        self.screens = screens
        let starts = Array(stride(from: 0, to: screens, by: Self.screensAFile))
        let includes = starts.map { "part\($0).menu" }
        var files: [String: String] = [:]
        for (start, name) in zip(starts, includes) {
            let end = min(start + Self.screensAFile, screens)
            files[name] = (start..<end).map { Self.screen($0, of: screens) }.joined()
        }
        func main(_ also: ArraySlice<String>) -> String {
            let setting = also.isEmpty ? "" : "\n    also     \(also.joined(separator: ", "))"
            return """
                menu large
                    text     \(languages[0])\(setting)
                    include  \(includes.joined(separator: ", "))

                dial *700#  -> s0

                """
        }
        files[Self.main] = main([])
        let messages = Self.compile(files).messages
        for language in languages.dropFirst() {
            files["large.\(language).po"] = Self.translation(of: messages, into: language)
        }
        files[Self.main] = main(languages.dropFirst())
        self.files = files
    }

    /// Checks the menu as the command line does.
    func compile() -> MenuCompilation { Self.compile(files) }

    private static func compile(_ files: [String: String]) -> MenuCompilation {
        MenuCompiler.compile(
            main: SourceFile(path: main, text: files[main] ?? ""),
            contracts: [],
            read: { path in files[path].map { .success($0) } ?? .failure(.notFound) }
        )
    }

    private static func translation(of messages: [MenuMessage], into language: String) -> String {
        var file = POFile()
        file.header = POHeader(fields: [
            ("Language", language), ("Content-Type", "text/plain; charset=UTF-8"),
            ("Plural-Forms", PluralForms.standard(for: language)),
        ])
        file.entries = messages.map { message in
            POEntry(
                context: message.context,
                source: message.source,
                translations: [message.source.replacing("o", with: "u")]
            )
        }
        return POWriter.text(of: file)
    }

    /// A screen that leads to three others where there are so many.
    private static func screen(_ index: Int, of screens: Int) -> String {
        var text = """
            screen s\(index)
                | Place \(index) of the village
                | Choose where to go

            """
        for branch in 1...3 where index * 3 + branch < screens {
            let child = index * 3 + branch
            text += "    \(branch)  To place \(child)  -> s\(child)\n"
        }
        return text + "    0  Back  -> back\n\n"
    }
}

// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Foundation
import MenuLanguage
import SourceText

/// Screens checked a second by the compiler, and the memory they take.
struct CompilerBench {
    var scale: Int

    /// The screens of the largest menu that is checked.
    static let screens = 10_000
    /// The languages that it is written in, the first included.
    static let languages = ["en", "sw", "fr", "es", "so"]

    func run() {
        let small = GeneratedMenu(screens: Self.screens / 10, languages: Self.languages)
        let large = GeneratedMenu(screens: Self.screens * scale, languages: Self.languages)
        _ = check(small)
        let smallOctets = growth { check(small) }
        let largeOctets = growth { check(large) }
        let seconds = (0..<3).map { _ in BenchRun.seconds { _ = check(large) } }.min() ?? 1
        BenchRun.report(
            "compiler",
            seconds,
            "s for \(large.screens) screens in \(Self.languages.count) languages",
            "mark 1; \(largeOctets / large.screens) octets a screen, "
                + "\(smallOctets / small.screens) with a tenth of them"
        )
    }

    private func check(_ menu: GeneratedMenu) -> MenuCompilation {
        let compilation = MenuCompiler.compile(
            main: SourceFile(path: "large.menu", text: menu.files["large.menu"] ?? ""),
            contracts: [],
            read: { path in menu.files[path].map { .success($0) } ?? .failure(.notFound) }
        )
        precondition(compilation.diagnostics.isEmpty, "the generated menu is sound")
        return compilation
    }

    /// How much resident memory grew while something was made, which is kept until then.
    private func growth(_ make: () -> MenuCompilation) -> Int {
        let before = SessionBench.residentOctets()
        let made = make()
        let after = SessionBench.residentOctets()
        return withExtendedLifetime(made) { max(0, after - before) }
    }
}

/// A menu of many small screens, a tree of options, in several languages.
struct GeneratedMenu {
    let screens: Int
    /// The main file, the files it includes and a translation for each further language.
    let files: [String: String]

    /// How many screens a file has.
    private static let screensAFile = 500

    init(screens: Int, languages: [String]) {
        self.screens = screens
        var files: [String: String] = [:]
        let starts = Array(stride(from: 0, to: screens, by: Self.screensAFile))
        let includes = starts.map { "part\($0).menu" }
        files["large.menu"] = """
            menu large
                text     \(languages[0])
                include  \(includes.joined(separator: ", "))

            dial *700#  -> s0

            """
        for (start, name) in zip(starts, includes) {
            let end = min(start + Self.screensAFile, screens)
            files[name] = (start..<end).map { Self.screen($0, of: screens) }.joined()
        }
        self.files = files
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

// SPDX-License-Identifier: Apache-2.0

/// Where files lie and what they are called.
enum LayoutRules {
    static let all = [topLevel, extensions, spaces]

    /// What the repository's top holds beside dotfiles.
    static let topLevelNames: Set<String> = [
        "Package.swift", "Sources", "Tests", "Menus", "Transcripts", "README.md", "LICENSE",
        "Makefile",
    ]

    /// The kinds of files there are.
    static let fileExtensions: Set<String> = [
        "swift", "md", "menu", "ussd", "yaml", "tsv", "json", "c", "h", "modulemap", "golden",
        "txt", "po", "pot", "lock",
    ]

    static let topLevel = TidyRule("the top level is small") { file in
        let top = String(file.components.first ?? "")
        guard !top.hasPrefix("."), !topLevelNames.contains(top) else { return [] }
        let advice = "Move `\(top)` into Sources, Tests, Menus or Transcripts."
        return [Violation(line: 1, advice: advice)]
    }

    static let extensions = TidyRule("known kinds of files") { file in
        let isTop = file.components.count == 1
        if file.path.hasPrefix(".") || isTop && topLevelNames.contains(file.path) { return [] }
        if let known = file.pathExtension, fileExtensions.contains(known) { return [] }
        let advice = "Use one of the kinds \(fileExtensions.sorted().joined(separator: ", "))."
        return [Violation(line: 1, advice: advice)]
    }

    static let spaces = TidyRule("no spaces in names") { file in
        guard file.path.contains(where: \.isWhitespace) else { return [] }
        return [Violation(line: 1, advice: "Take the spaces out of `\(file.path)`.")]
    }
}

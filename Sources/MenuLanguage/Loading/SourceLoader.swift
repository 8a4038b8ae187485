// SPDX-License-Identifier: Apache-2.0
import SourceText

/// Reads and parses a menu's main file and all that it includes, each file once.
struct SourceLoader {
    /// The files in the order they were read, the main file first.
    private(set) var files: [MenuFileSyntax] = []
    /// The one line `menu NAME`, if there is one.
    private(set) var header: HeaderSyntax?
    private(set) var sources = SourceSet()
    private(set) var findings = Findings()
    /// FNV-1a, 64 bits, over the texts of all files in order.
    private(set) var version: UInt64 = 0xcbf2_9ce4_8422_2325
    /// The files whose includes are being read, outermost first.
    private var open: [String] = []

    /// The paths of the files in the order they were read.
    private(set) var paths: [String] = []

    /// The most files of one menu.
    static let filesMax = 256

    /// Reads the main file and what it includes.
    mutating func load(
        _ main: SourceFile,
        read: (String) -> Result<String, MenuReadError>
    ) {
        take(main, read: read)
        if header == nil {
            let end = min(main.utf8Count, main.line(1).utf8.count)
            findings.report(FileFinding.noMenu, at: main.range(0, end))
        }
    }

    /// Reads the texts in the other languages, each from the file `MENU.CODE.po` beside the main
    /// file; a file that cannot be read is reported and left out.
    mutating func loadTranslations(
        _ languages: [NameSyntax],
        of main: SourceFile,
        read: (String) -> Result<String, MenuReadError>,
        _ findings: inout Findings
    ) -> [SourceFile?] {
        let stem = main.path.hasSuffix(".menu") ? String(main.path.dropLast(5)) : main.path
        return languages.map { language in
            let path = "\(stem).\(language.text).po"
            switch read(path) {
            case .success(let text):
                let file = SourceFile(path: path, text: text)
                sources.insert(file)
                mix(file)
                return file
            case .failure(let error):
                findings.report(
                    LanguageFinding.noTranslation(
                        language: language.text,
                        path: path,
                        reason: error.reason,
                        menu: main.path
                    ),
                    at: language.range
                )
                return nil
            }
        }
    }

    private mutating func take(
        _ file: SourceFile,
        read: (String) -> Result<String, MenuReadError>
    ) {
        sources.insert(file)
        paths.append(file.path)
        mix(file)
        let (syntax, diagnostics) = MenuParser.parse(file)
        for diagnostic in diagnostics { findings.add(diagnostic) }
        files.append(syntax)
        open.append(file.path)
        for header in syntax.headers {
            if let first = self.header {
                findings.report(
                    FileFinding.secondMenu,
                    at: header.name?.range ?? header.keyword,
                    notes: [
                        .init(range: first.name?.range ?? first.keyword, "The menu begins here.")
                    ]
                )
            } else {
                self.header = header
            }
            for setting in header.settings where setting.name.text == "include" {
                for name in setting.values.joined() { include(name, from: file, read: read) }
            }
        }
        open.removeLast()
    }

    private mutating func include(
        _ name: NameSyntax,
        from file: SourceFile,
        read: (String) -> Result<String, MenuReadError>
    ) {
        let path = Self.path(of: name.text, beside: file.path)
        if open.contains(path) {
            findings.report(FileFinding.includeCycle(path: name.text), at: name.range)
        } else if sources[path] != nil {
            findings.report(FileFinding.includeTwice(path: name.text), at: name.range)
        } else if files.count >= Self.filesMax {
            findings.report(
                FileFinding.includeUnreadable(
                    path: name.text,
                    reason: "a menu has at most \(Self.filesMax) files"
                ),
                at: name.range
            )
        } else {
            switch read(path) {
            case .success(let text): take(SourceFile(path: path, text: text), read: read)
            case .failure(let error):
                findings.report(
                    FileFinding.includeUnreadable(path: name.text, reason: error.reason),
                    at: name.range
                )
            }
        }
    }

    /// The path of an included file: the including file's with the last part replaced.
    static func path(of name: String, beside including: String) -> String {
        guard let slash = including.lastIndex(of: "/"), !name.hasPrefix("/") else { return name }
        return including[...slash] + name
    }

    private mutating func mix(_ file: SourceFile) {
        var (hash, text) = (version, file.text)
        text.withUTF8 { octets in
            for octet in octets { hash = (hash ^ UInt64(octet)) &* 0x0000_0100_0000_01b3 }
        }
        version = (hash ^ 0xFF) &* 0x0000_0100_0000_01b3
    }
}

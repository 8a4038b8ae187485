// SPDX-License-Identifier: Apache-2.0
public import SourceText

/// Reads PO files as GNU gettext writes and takes them.
public enum POReader {
    /// Reads a file, and says everything that is wrong with it.
    ///
    /// An entry with a mistake is left out, and reading goes on at the next one. Limits on the
    /// octets, entries and findings of a file are findings too.
    ///
    /// - Parameter file: the whole text, with or without a byte order mark and carriage returns.
    /// - Returns: what could be read, and the findings in the order of the file.
    public static func read(_ file: SourceFile) -> (file: POFile, diagnostics: [Diagnostic]) {
        var (entries, obsolete): ([POEntry], [POEntry]) = ([], [])
        var (read, diagnostics) = walk(file) { draft, use in
            switch use {
            case .header: break
            case .text: entries.append(draft.entry(in: file))
            case .obsolete: obsolete.append(draft.entry(in: file))
            }
        }
        (read.entries, read.obsolete) = (entries, obsolete)
        return (read, diagnostics)
    }

    /// Reads a file, and hands over each entry where it stands, so that none need be kept.
    ///
    /// - Parameters:
    ///   - file: the whole text, with or without a byte order mark and carriage returns.
    ///   - take: takes each entry; no two that are in use have the same key.
    /// - Returns: the file without its entries, and the findings in the order of the file.
    static func walk(
        _ file: SourceFile,
        _ take: POAssembly.Take
    ) -> (file: POFile, diagnostics: [Diagnostic]) {
        var findings = Findings()
        guard file.utf8Count <= POLimits.fileOctetsMax else {
            let most = TranslationSyntaxFinding.limit(what: "octets", most: POLimits.fileOctetsMax)
            findings.report(most, at: file.range(0, 0))
            return (POFile(), findings.inOrder)
        }
        let octets = Array(file.text.utf8)
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let start = octets.starts(with: mark) ? mark.count : 0
        if start > 0 {
            let range = file.range(0, start)
            let fix = Diagnostic.FixIt(range: range, replacement: "")
            findings.add(Diagnostic(TranslationSyntaxFinding.byteOrderMark, at: range, fix: fix))
        }
        var assembly = POAssembly(of: file, octets, findings: findings)
        var scanner = POScanner(octets, from: start)
        while !assembly.isFull, let token = scanner.next() { assembly.add(token, take) }
        assembly.finish(take)
        return (assembly.file, assembly.findings.inOrder)
    }
}

// SPDX-License-Identifier: Apache-2.0
import SourceText

extension TranscriptParser {
    /// Reads the files behind the steps before the steps are, which may include them.
    mutating func readAttachments() {
        // Nearly every scene has none, and need not be read twice for that.
        guard
            (1...file.lineCount).contains(where: {
                isLine($0, beginningWith: Self.attachmentHead)
            })
        else { return }
        var isBody = false
        var found: [(line: Int, name: String)] = []
        for number in 1...file.lineCount {
            let line = cursor(atLine: number).rest
            if line == "---" { isBody = true }
            if isBody, let name = Self.attachment(line) { found.append((number, name)) }
        }
        firstAttachment = found.first?.line
        guard surroundings == nil, !isPart else {
            guard let first = found.first else { return }
            let what = "A part has no attached files."
            let help = "Attach them to the scene that includes it."
            return report(
                InclusionMistake.badAttachment(what, help: help),
                range(ofLine: first.line)
            )
        }
        for (index, (line, name)) in found.enumerated() {
            let isLast = index + 1 == found.count
            let end = isLast ? file.utf8Count : file.lineStart(found[index + 1].line)
            attach(name, file.range(file.lineStart(line + 1), end), line)
        }
    }

    private mutating func attach(_ name: String, _ text: SourceRange, _ line: Int) {
        let inside = RelativePath.normal(name)
        guard !name.hasPrefix("/"), inside != "..", !inside.hasPrefix("../"), !inside.isEmpty
        else {
            let what = "An attached file lies beside the transcript or below it."
            let help = "Write a path that does not lead out of its folder."
            return report(InclusionMistake.badAttachment(what, help: help), range(ofLine: line))
        }
        let path = RelativePath.path(name, beside: self.path)
        guard header.attachments.file(at: path) == nil else {
            let what = "`\(name)` is attached twice."
            let help = "Keep one of them."
            return report(InclusionMistake.badAttachment(what, help: help), range(ofLine: line))
        }
        header.attachments.files.append(
            AttachedFiles.File(name: name, path: path, text: String(file.text(in: text)))
        )
    }

    private static let attachmentHead = "-- file "

    /// The name in a line `-- file NAME --`; nil for any other line.
    static func attachment(_ line: String) -> String? {
        let (head, tail) = (attachmentHead, " --")
        guard line.utf8.count > head.utf8.count + tail.utf8.count, line.hasPrefix(head),
            line.hasSuffix(tail)
        else { return nil }
        let name = line.dropFirst(head.count).dropLast(tail.count).drop { $0 == " " }
        return name.isEmpty ? nil : String(name)
    }

    private func range(ofLine number: Int) -> SourceRange {
        cursor(atLine: number).lineRange
    }
}

// SPDX-License-Identifier: Apache-2.0
import SourceText
import Transcripts

/// Which transcripts are meant, by the words of their line `tags:`.
struct TranscriptChoice {
    /// Of these words a scene has one; empty when any scene is meant.
    var tags: [String] = []
    /// Of these words a scene has none.
    var notTags: [String] = []

    /// The files that are meant, in order; a file with mistakes is, so that they are seen.
    ///
    /// - Throws: ``ExitStatus/findings`` when no scene is left.
    func chosen(of files: [SourceFile]) throws(CommandFailure) -> [SourceFile] {
        guard !tags.isEmpty || !notTags.isEmpty else { return files }
        let left = files.filter { file in
            let (transcript, diagnostics) = TranscriptParser.parse(file)
            return diagnostics.hasErrors || isMeant(transcript.header.tags)
        }
        guard left.isEmpty else { return left }
        let known = Set(files.flatMap { TranscriptParser.parse($0).0.header.tags }).sorted()
        let words =
            known.isEmpty ? "no scene has any" : "there are \(known.joined(separator: ", "))"
        throw CommandFailure(
            .findings,
            "No scene has the tags that were asked for; \(words). Nothing was tested."
        )
    }

    private func isMeant(_ words: [String]) -> Bool {
        (tags.isEmpty || words.contains(where: tags.contains))
            && !words.contains(where: notTags.contains)
    }
}

// SPDX-License-Identifier: Apache-2.0

extension TranscriptParser {
    /// Reads what the world must be able to do, words of ``WorldFeature``.
    mutating func readRequirements(_ cursor: LineCursor) {
        var cursor = cursor
        let known = WorldFeature.allCases.map(\.rawValue)
        while !cursor.isAtEnd {
            let word = cursor.nextWord()
            guard let feature = WorldFeature(rawValue: word.text) else {
                let what = "No world can be asked for `\(word.text)`."
                let help = "Write words of \(known.joined(separator: ", "))."
                report(HeaderMistake.badSetting(what, help: help), word.range)
                continue
            }
            if !header.requires.contains(feature) { header.requires.append(feature) }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0

/// How large things may grow before they are cut.
enum SizeRules {
    static let functionLinesMax = 60
    static let fileLinesMax = 400
    static let lineColumnsMax = 100
    static let fileOctetsMax = 200 * 1_024

    static let all = [functionLength, fileLength, lineLength, fileSize]

    static let functionLength = TidyRule.swift("function length") { file in
        file.scan.functions.filter { $0.lineCount > functionLinesMax }.map {
            Violation(
                line: $0.line,
                advice: "`\($0.name)` has \($0.lineCount) lines; split it into functions of"
                    + " at most \(functionLinesMax)."
            )
        }
    }

    static let fileLength = TidyRule.swift("file length") { file in
        guard file.lines.count > fileLinesMax else { return [] }
        let advice =
            "The file has \(file.lines.count) lines; move a topic to `Type+Topic.swift`"
            + " (at most \(fileLinesMax) each)."
        return [Violation(line: fileLinesMax + 1, advice: advice)]
    }

    static let lineLength = TidyRule.swift("line length") { file in
        file.lines.enumerated().filter { $1.count > lineColumnsMax }.map { index, line in
            let advice =
                "The line has \(line.count) characters; break it (at most \(lineColumnsMax))."
            return Violation(line: index + 1, advice: advice)
        }
    }

    static let fileSize = TidyRule("file size") { file in
        let octets = file.text.utf8.count
        guard octets > fileOctetsMax else { return [] }
        let advice = "The file has \(octets) octets; split it or generate it (at most 200 KiB)."
        return [Violation(line: 1, advice: advice)]
    }
}

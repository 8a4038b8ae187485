// SPDX-License-Identifier: Apache-2.0
import SourceText

/// A transcript whose mistakes are marked in its text, so that no test counts columns.
///
/// `«` and `»` are taken out; the ranges between them are in order.
struct Marked {
    let file: SourceFile
    let ranges: [SourceRange]

    /// The steps of a scene below a whole header.
    static func steps(_ marked: String) -> Marked {
        Marked(
            """
            ussd/1
            title: A scene
            menu: pocket
            phone amina: +254712000001 pin=4821
            phone baraka: +254712000002
            ---
            \(marked)
            """
        )
    }

    init(_ marked: String, path: String = "a.ussd") {
        var text = ""
        var starts: [Int] = []
        var pairs: [(lower: Int, upper: Int)] = []
        for scalar in marked.unicodeScalars {
            switch scalar {
            case "«": starts.append(text.utf8.count)
            case "»": pairs.append((starts.popLast() ?? 0, text.utf8.count))
            default: text.unicodeScalars.append(scalar)
            }
        }
        file = SourceFile(path: path, text: text)
        ranges = pairs.map { SourceRange(file: path, lower: $0.lower, upper: $0.upper) }
    }
}

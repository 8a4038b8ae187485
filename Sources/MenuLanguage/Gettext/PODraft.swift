// SPDX-License-Identifier: Apache-2.0
import SourceText

/// An entry while its words are read.
struct PODraft {
    var comments: [(kind: POToken.Comment, text: String)] = []
    /// What its translation was made for.
    var previous: [Part] = []
    var parts: [Part] = []
    var isObsolete = false
    /// Whether a mistake was found in it, so that it is left out and no more is said of it.
    var isBroken = false

    /// A keyword with its text.
    struct Part {
        let keyword: POToken.Keyword
        let range: SourceRange
        var index: Int??
        var octets: [UInt8] = []
        /// The text with its quotes; nil as long as there is none.
        var textRange: SourceRange?

        /// The keyword as it is written.
        var name: String {
            guard case .some(.some(let number)) = index else { return keyword.rawValue }
            return "\(keyword.rawValue)[\(number)]"
        }

        /// What it says; nil where its octets are no UTF-8.
        var text: String? { String(validating: octets, as: UTF8.self) }
    }

    /// Whether a translation was read, so that a wrong word after it may belong to the next entry.
    var isWhole: Bool {
        guard let last = parts.last, !isBroken else { return false }
        return last.keyword == .translation && last.textRange != nil
    }

    /// The comments of one kind.
    func comments(_ kind: POToken.Comment) -> [String] {
        comments.isEmpty ? [] : comments.filter { $0.kind == kind }.map(\.text)
    }

    /// What was said of the translation's source.
    func previous(_ keyword: POToken.Keyword) -> String? {
        previous.last { $0.keyword == keyword }?.text
    }

    /// The words of the comments `#,`.
    var flags: [String] {
        comments.isEmpty
            ? []
            : comments(.flags).flatMap { $0.split(separator: ",") }
                .map { $0.trimmingBlanks }
                .filter { !$0.isEmpty }
    }
}

extension Substring {
    /// The text without blanks and tabs around it.
    fileprivate var trimmingBlanks: String {
        var scalars = unicodeScalars
        while let first = scalars.first, first == " " || first == "\t" { scalars.removeFirst() }
        while let last = scalars.last, last == " " || last == "\t" { scalars.removeLast() }
        return String(scalars)
    }
}

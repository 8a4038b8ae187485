// SPDX-License-Identifier: Apache-2.0

/// An entry while its words are read.
struct PODraft {
    var comments: [(kind: POToken.Comment, text: String)] = []
    /// What its translation was made for.
    var previous: [Part] = []
    var parts: [Part] = []
    var isObsolete = false
    /// Whether a mistake was found in it, so that it is left out and no more is said of it.
    var isBroken = false
    /// Whether it has a text for many, and how many parts stand before its translations, once its
    /// parts are known to be in order.
    var hasPlural = false
    var formsStart = 0

    /// A keyword with its text.
    struct Part {
        let keyword: POToken.Keyword
        /// The octets of the file that the keyword covers.
        let range: Range<Int>
        var index: Int??
        /// What its quoted texts say, one behind the other.
        private(set) var said = POToken.Said.written(0..<0)
        /// The octets of the quoted texts with their quotes; nil as long as there is none.
        private(set) var textRange: Range<Int>?
        /// What it says; nil where its octets are no UTF-8, and before it was asked for.
        private(set) var text: String?

        init(keyword: POToken.Keyword, range: Range<Int>) {
            self.keyword = keyword
            self.range = range
        }

        /// The keyword as it is written.
        var name: String {
            guard case .some(.some(let number)) = index else { return keyword.rawValue }
            return "\(keyword.rawValue)[\(number)]"
        }

        /// Adds a quoted text of a file.
        mutating func add(_ more: POToken.Said, at range: Range<Int>, of file: [UInt8]) {
            textRange = textRange.map { $0.lowerBound..<range.upperBound } ?? range
            switch said {
            case .written(let first) where first.isEmpty: said = more
            case .written(let first): said = .meant(Array(file[first]) + more.octets(of: file))
            case .meant(var octets):
                // Taken out and put back, so that a long text is not copied for each of its lines.
                said = .written(0..<0)
                octets += more.octets(of: file)
                said = .meant(octets)
            }
        }

        /// Finds out what it says.
        mutating func read(in file: [UInt8]) {
            switch said {
            case .written(let range): text = String(decoding: file[range], as: UTF8.self)
            case .meant(let octets):
                // Many times faster than to validate, and the same: what is no UTF-8 is replaced.
                let decoded = String(decoding: octets, as: UTF8.self)
                let isWell =
                    octets.reduce(0, |) < 0x80 || decoded.utf8.elementsEqual(octets)
                text = isWell ? decoded : nil
            }
        }
    }

    /// Begins a new entry.
    mutating func clear() {
        comments.removeAll()
        previous.removeAll()
        parts.removeAll(keepingCapacity: true)
        (isObsolete, isBroken, hasPlural, formsStart) = (false, false, false, 0)
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

    /// Its translations, once its parts are known to be in order; the last parts.
    var forms: ArraySlice<Part> { parts.dropFirst(formsStart) }

    /// Whether none of its translations says anything.
    var isEmpty: Bool { count(ofEmpty: true) == parts.count - formsStart }

    /// Whether it has translations, and all of them say something.
    var isTranslated: Bool { count(ofEmpty: false) == max(parts.count - formsStart, 1) }

    private func count(ofEmpty isEmpty: Bool) -> Int {
        var count = 0
        for index in parts.indices.dropFirst(formsStart)
        where (parts[index].text?.isEmpty ?? true) == isEmpty { count += 1 }
        return count
    }

    /// Whether a person must look at its translation before it may be used.
    var isFuzzy: Bool { !comments.isEmpty && flags.contains(POEntry.fuzzy) }

    /// From the first keyword to the end of the last text.
    var range: Range<Int> {
        guard let first = parts.first, let last = parts.last else { return 0..<0 }
        return first.range.lowerBound..<(last.textRange ?? last.range).upperBound
    }

    /// What the first part with a keyword says; nil where there is none.
    func text(_ keyword: POToken.Keyword) -> String? {
        for index in parts.indices where parts[index].keyword == keyword {
            return parts[index].text
        }
        return nil
    }

    /// Where the text of the first part with a keyword stands; where there is none, the entry.
    func range(of keyword: POToken.Keyword) -> Range<Int> {
        for index in parts.indices where parts[index].keyword == keyword {
            return parts[index].textRange ?? parts[index].range
        }
        return range
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

extension POToken.Said {
    /// The octets that are said.
    fileprivate func octets(of file: [UInt8]) -> ArraySlice<UInt8> {
        switch self {
        case .written(let range): file[range]
        case .meant(let octets): octets[...]
        }
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

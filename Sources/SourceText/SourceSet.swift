// SPDX-License-Identifier: Apache-2.0

/// The files that diagnostics point into, by path.
public struct SourceSet: Hashable, Sendable {
    private var byPath: [String: SourceFile]

    /// Makes a set; of two files with one path the later stays.
    public init(_ files: some Sequence<SourceFile>) {
        byPath = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { $1 })
    }

    /// Makes a set without files.
    public init() { byPath = [:] }

    /// The file of a path.
    public subscript(path: String) -> SourceFile? { byPath[path] }

    /// All files, ordered by path.
    public var files: [SourceFile] { byPath.values.sorted { $0.path < $1.path } }

    /// Adds a file, in place of the one that had its path.
    public mutating func insert(_ file: SourceFile) { byPath[file.path] = file }

    /// The text that a range covers, `nil` when its file is not in the set.
    public func text(in range: SourceRange) -> Substring? {
        byPath[range.file]?.text(in: range)
    }

    /// Where a range begins, `nil` when its file is not in the set.
    public func location(of range: SourceRange) -> SourceLocation? {
        byPath[range.file]?.location(at: range.lower)
    }
}

extension SourceSet: ExpressibleByArrayLiteral {
    /// Makes a set of the files listed.
    public init(arrayLiteral elements: SourceFile...) { self.init(elements) }
}

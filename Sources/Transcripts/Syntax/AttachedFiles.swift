// SPDX-License-Identifier: Apache-2.0

/// The files that stand behind the steps of a transcript, each below its line `-- file NAME --`.
///
/// They lie beside the transcript as if they were there, and hide what is there.
public struct AttachedFiles: Hashable, Sendable {
    /// One file.
    public struct File: Hashable, Sendable {
        /// The name as written, a path from the transcript's folder.
        public let name: String
        /// Where it would lie, as a path that leads from where the transcript's path leads from.
        public let path: String
        /// What is in it, to the octet.
        public let text: String

        /// Makes a file of its name, its path and what is in it.
        public init(name: String, path: String, text: String) {
            self.name = name
            self.path = path
            self.text = text
        }
    }

    /// The files in the order they are attached.
    public internal(set) var files: [File] = []

    /// Attaches files, each name once.
    public init(_ files: [File] = []) { self.files = files }

    /// Whether nothing is attached.
    public var isEmpty: Bool { files.isEmpty }

    /// The text of the file that would lie at a path; nil when none is attached there.
    public func text(at path: String) -> String? { file(at: path)?.text }

    /// The path of the attached file that begins the menu of a name; nil when there is none.
    ///
    /// It is a `.menu` file with the line `menu NAME`.
    public func menuPath(of name: String) -> String? {
        files.first { file in
            file.name.hasSuffix(".menu")
                && file.text.split(whereSeparator: \.isNewline).contains {
                    $0.split(separator: " ").prefix(2) == ["menu", name[...]]
                }
        }?.path
    }

    func file(at path: String) -> File? {
        let path = RelativePath.normal(path)
        return files.first { $0.path == path }
    }
}

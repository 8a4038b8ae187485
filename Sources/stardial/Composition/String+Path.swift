// SPDX-License-Identifier: Apache-2.0

/// Parts of a path, as text alone: Foundation's own trap on a path of one character.
extension String {
    /// The folder of a file: empty for a bare name, `/` for what lies at the root.
    var parentFolder: String {
        let path = withoutSlashesAtEnd
        guard let slash = path.lastIndex(of: "/") else { return "" }
        let parent = String(path[..<slash]).withoutSlashesAtEnd
        return parent.isEmpty ? "/" : parent
    }

    /// The name of a file without its folders.
    var fileName: String {
        let path = withoutSlashesAtEnd
        return path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    }

    /// The path without what stands behind the last dot of its file's name.
    var withoutExtension: String {
        guard let dot = lastIndex(of: "."), dot > startIndex, self[index(before: dot)] != "/",
            !self[dot...].contains("/")
        else { return self }
        return String(self[..<dot])
    }

    private var withoutSlashesAtEnd: String {
        String(reversed().drop { $0 == "/" }.reversed())
    }
}

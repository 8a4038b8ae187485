// SPDX-License-Identifier: Apache-2.0
import SourceText

extension SceneBundle {
    /// Attaches the parts that a scene includes.
    ///
    /// A part that lies outside the scene's folder is attached under `parts/`, and the lines that
    /// include it say so; all other lines stay as they are.
    ///
    /// - Parameter transcript: the scene as it was read, with its parts.
    public mutating func attachParts(of transcript: Transcript) {
        let scene = transcript.file
        let carried = Set(files.map { "\(RelativePath.normal(scene.path))/\($0.name)" })
        var names: [String: String] = [:]
        var parts: [SourceFile] = []
        for part in transcript.inclusions.map(\.file)
        where !carried.contains(part.path) && names[part.path] == nil {
            let base = part.path.split(separator: "/").last.map(String.init) ?? "part.ussd"
            let taken = Set(names.values)
            var name = name(ofFileAt: part.path) ?? freeName("parts/" + base)
            while taken.contains(name) { name = "more/" + name }
            names[part.path] = name
            parts.append(part)
        }
        guard !parts.isEmpty else { return }
        self.scene = Self.rewritten(self.scene, of: scene.path, at: "", names)
        for part in parts {
            guard let name = names[part.path] else { continue }
            attach(name, Self.rewritten(part.text, of: part.path, at: name, names))
        }
    }

    /// The text of a file with each line `+ path` leading to where the part lies now.
    private static func rewritten(
        _ text: String,
        of path: String,
        at own: String,
        _ names: [String: String]
    ) -> String {
        TextLines.of(text).map { line in
            guard line.hasPrefix("+") else { return line }
            let rest = line.dropFirst().drop { $0 == " " || $0 == "\t" }
            let isQuoted = rest.hasPrefix("\"")
            let word =
                isQuoted
                ? rest.dropFirst().prefix { $0 != "\"" }
                : rest.prefix { $0 != " " && $0 != "\t" && $0 != "\r" }
            let goal = RelativePath.path(String(word), beside: RelativePath.normal(path))
            guard let name = names[goal],
                RelativePath.path(String(word), beside: own) != name
            else { return line }
            let folder = own.lastIndex(of: "/").map { String(own[..<$0]) } ?? ""
            let path = RelativePath.path(name, from: folder)
            let written = path.contains(" ") && !isQuoted ? "\"\(path)\"" : path
            return line[..<word.startIndex] + written + line[word.endIndex...]
        }.joined(separator: "\n")
    }
}

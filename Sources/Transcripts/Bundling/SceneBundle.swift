// SPDX-License-Identifier: Apache-2.0
public import SourceText

/// A scene and all that it needs, in one file that plays anywhere.
public struct SceneBundle: Sendable {
    /// The scene without the files behind its steps.
    public internal(set) var scene: String
    /// The files that are attached, in their order; each name is a path from the scene's folder.
    public private(set) var files: [AttachedFiles.File] = []
    /// Where the scene lies.
    private let path: String

    /// The bounds of a bundle beside those of a transcript.
    public enum Limits {
        /// Most files of a bundle.
        public static let filesMax = 500
        /// The longest name of a file, in octets.
        public static let nameOctetsMax = 255
    }

    /// Why files make no bundle, or a bundle cannot be unpacked.
    public struct Failure: Error, Hashable, CustomStringConvertible {
        /// What is wrong and what to do, in sentences.
        public let description: String
    }

    /// Takes a scene with the files that it carries already.
    ///
    /// - Parameters:
    ///   - file: the scene.
    ///   - transcript: what was read of it.
    public init(_ file: SourceFile, _ transcript: Transcript) {
        path = RelativePath.normal(file.path)
        scene = transcript.lines.filter { $0.role != .attachment && $0.role != .attached }
            .map(\.text).joined()
        files = transcript.header.attachments.files
    }

    /// Whether a file is attached that would lie at a path.
    public func hasFile(at path: String) -> Bool {
        files.contains { $0.path == RelativePath.normal(path) }
    }

    /// Attaches a file unless one of that name is attached.
    ///
    /// - Parameters:
    ///   - name: its path from the scene's folder.
    ///   - text: what is in it.
    public mutating func attach(_ name: String, _ text: String) {
        let path = RelativePath.path(name, beside: path)
        guard !hasFile(at: path) else { return }
        files.append(AttachedFiles.File(name: name, path: path, text: text))
    }

    /// A name that no attached file has.
    public func freeName(_ wanted: String) -> String {
        guard hasFile(at: RelativePath.path(wanted, beside: path)) else { return wanted }
        let others = (2...Limits.filesMax + 2).lazy.map { "\($0)/\(wanted)" }
        return others.first { !hasFile(at: RelativePath.path($0, beside: path)) } ?? wanted
    }

    /// The name under which a file is attached that lies in the scene's folder or below; nil for
    /// one that lies elsewhere.
    public func name(ofFileAt other: String) -> String? {
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
        let other = RelativePath.normal(other)
        if folder.isEmpty { return other.hasPrefix("/") || other.hasPrefix("..") ? nil : other }
        return other.hasPrefix(folder + "/") ? String(other.dropFirst(folder.count + 1)) : nil
    }

    /// Lets the header name another file of stubs.
    public mutating func setStubs(_ name: String) {
        rewriteHeader { line in line.hasPrefix("stubs:") ? "stubs: \(name)" : line }
    }

    /// Puts a comment under the first line.
    public mutating func setRemark(_ remark: String) {
        guard let end = scene.utf8.firstIndex(of: UInt8(ascii: "\n")) else { return }
        let rest = scene[scene.utf8.index(after: end)...]
        scene = scene[...end] + "# \(remark)\n" + rest
    }

    /// The one file.
    ///
    /// - Throws: when it would be too large, or a file cannot be carried in it.
    public func text() throws(Failure) -> String {
        guard files.count <= Limits.filesMax else {
            throw Failure(description: "A bundle has at most \(Limits.filesMax) files.")
        }
        var text = scene
        for file in files {
            let lines = file.text.utf8.split(separator: UInt8(ascii: "\n"))
            if lines.contains(where: { Self.isHead(String(decoding: $0, as: UTF8.self)) }) {
                throw Failure(
                    description: "\(file.name) has a line such as `-- file NAME --`, at which "
                        + "another file would begin. Change that line."
                )
            }
            if !text.utf8.isEmpty, text.utf8.last != UInt8(ascii: "\n") { text += "\n" }
            text += "-- file \(file.name) --\n" + file.text
        }
        guard text.utf8.count <= TranscriptLimits.fileOctetsMax else {
            throw Failure(
                description: "The bundle would have \(text.utf8.count) octets, and a transcript "
                    + "has at most \(TranscriptLimits.fileOctetsMax). Leave out what it needs not."
            )
        }
        return text
    }

    private static func isHead(_ line: String) -> Bool {
        var line = line[...]
        while let last = line.utf8.last, [0x20, 0x09, 0x0D].contains(last) {
            line = Substring(line.utf8.dropLast())
        }
        return TranscriptParser.attachment(String(line)) != nil
    }

    private mutating func rewriteHeader(_ rewrite: (String) -> String) {
        var isHeader = true
        scene = TextLines.of(scene).map { line in
            if line == "---" { isHeader = false }
            return isHeader ? rewrite(line) : line
        }.joined(separator: "\n")
    }
}

// SPDX-License-Identifier: Apache-2.0
public import SourceText

extension SceneBundle {
    /// A file of a folder into which a bundle is unpacked.
    public struct UnpackedFile: Hashable, Sendable {
        /// Its path from that folder; it never leads out of it.
        public let name: String
        /// What is in it.
        public let text: String
    }

    /// Takes a bundle apart.
    ///
    /// Nothing of what is in the files counts but their names: a scene with mistakes is unpacked.
    ///
    /// - Parameters:
    ///   - file: the bundle.
    ///   - remark: the comment that ``setRemark(_:)`` put there, to be taken out again.
    /// - Returns: the scene under its own name, and each file that it carries.
    /// - Throws: names that lead out of the folder, are none, or stand in each other's way, and
    ///   too many files.
    public static func unpacked(
        _ file: SourceFile,
        without remark: String = ""
    ) throws(Failure) -> [UnpackedFile] {
        guard file.utf8Count <= TranscriptLimits.fileOctetsMax else {
            throw Failure(description: HeaderMistake.tooLarge.message + " Nothing was unpacked.")
        }
        let (transcript, found) = TranscriptParser.parseAlone(file)
        if let mistake = found.first(where: { $0.kind.id == "transcript.attachment" }) {
            let line = file.location(at: mistake.range.lower).line
            let what = TerminalText.oneLine(mistake.kind.message)
            throw Failure(description: "Line \(line): \(what) Nothing was unpacked.")
        }
        var bundle = SceneBundle(file, transcript)
        guard !bundle.files.isEmpty else {
            throw Failure(description: "The file carries no others: there is nothing to unpack.")
        }
        bundle.scene = bundle.scene.replacing("# \(remark)\n", with: "", maxReplacements: 1)
        let own = file.path.split(separator: "/").last.map(String.init) ?? "scene.ussd"
        let files =
            [UnpackedFile(name: own, text: bundle.scene)]
            + bundle.files.map { UnpackedFile(name: RelativePath.normal($0.name), text: $0.text) }
        guard files.count <= Limits.filesMax else {
            throw Failure(description: "A bundle has at most \(Limits.filesMax) files.")
        }
        try check(files.map(\.name))
        return files
    }

    private static func check(_ names: [String]) throws(Failure) {
        var taken: Set<String> = []
        for name in names {
            let parts = name.split(separator: "/", omittingEmptySubsequences: false)
            let isSound =
                !name.isEmpty && name.utf8.count <= Limits.nameOctetsMax
                && parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
                && !name.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
            guard isSound, taken.insert(name).inserted else {
                throw Failure(
                    description: "`\(TerminalText.oneLine(name))` cannot be the name of a file "
                        + "there, or another file has it. Nothing was unpacked."
                )
            }
        }
        for name in names {
            let parts = name.split(separator: "/")
            for count in 1..<max(1, parts.count) {
                let above = parts.prefix(count).joined(separator: "/")
                guard !taken.contains(above) else {
                    throw Failure(
                        description: "`\(TerminalText.oneLine(above))` is a file and a folder at "
                            + "once. Nothing was unpacked."
                    )
                }
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
public import SourceText

/// One line `+ path` of a scene and the part that it brings in.
public struct Inclusion: Hashable, Sendable {
    /// The part; one that is attached has the path `scene.ussd/part.ussd`.
    public let file: SourceFile
    /// The line `+ …` in the file that includes, counted from 1.
    public let line: Int
    /// The inclusion whose part holds that line, a place in ``Transcript/inclusions``; nil where
    /// the transcript itself holds it.
    public let parent: Int?
    /// The lines of the part's steps, from the one behind `---`, counted from 1; nil without any.
    public internal(set) var body: ClosedRange<Int>?
    /// What the part is given, by name.
    var given: [String: Given] = [:]

    /// What a part is given under a name.
    struct Given: Hashable, Sendable {
        /// What the name stands for.
        let template: Template
        /// The phone that it names, if it does.
        let phone: String?
    }
}

/// A line of a file.
public struct FilePlace: Hashable, Sendable {
    /// The path of the file.
    public let path: String
    /// The line, counted from 1.
    public let line: Int

    /// Makes a place of a path and a line.
    public init(path: String, line: Int) {
        self.path = path
        self.line = line
    }
}

extension Transcript {
    /// The file that a step stands in: the transcript, or a part.
    public func file(of step: TranscriptStep) -> SourceFile {
        step.inclusion.map { inclusions[$0].file } ?? file
    }

    /// The line of the transcript itself by which a step is in the scene, counted from 1.
    public func ownLine(of step: TranscriptStep) -> Int {
        step.inclusion.map(ownLine) ?? step.line
    }

    /// A line of a step's file, and the lines that include it, the transcript's own last.
    public func chain(_ line: Int, of step: TranscriptStep) -> [FilePlace] {
        var places = [FilePlace(path: file(of: step).path, line: line)]
        var next = step.inclusion
        while let index = next {
            next = inclusions[index].parent
            let path = next.map { inclusions[$0].file.path } ?? file.path
            places.append(FilePlace(path: path, line: inclusions[index].line))
        }
        return places
    }

    /// The line of the transcript itself by which a part is in the scene, counted from 1.
    func ownLine(of inclusion: Int) -> Int {
        inclusions[inclusion].parent.map(ownLine) ?? inclusions[inclusion].line
    }
}

// SPDX-License-Identifier: Apache-2.0
public import Gateway
public import SourceText

/// A scene as it was written: its header, its phases of steps, and every line of the file.
public struct Transcript: Sendable {
    /// The file.
    public let file: SourceFile
    /// The header; what is missing or wrong in it has been reported and is empty here.
    public internal(set) var header: TranscriptHeader
    /// The steps in order, under the comments that name their phases.
    public internal(set) var phases: [TranscriptPhase]
    /// What each line of the file is.
    let roles: [TranscriptLine.Role]
    /// What the lines `+ path` bring in, in the order they are read.
    public let inclusions: [Inclusion]
    /// Whether the file is a part of scenes and no scene.
    public let isPart: Bool

    /// How many steps there are.
    public var stepCount: Int { phases.reduce(0) { $0 + $1.steps.count } }

    /// Every line of the file with what it is; joined they are the file.
    public var lines: [TranscriptLine] {
        roles.enumerated().map { index, role in
            let end = index + 1 < roles.count ? file.lineStart(index + 2) : file.utf8Count
            let range = file.range(file.lineStart(index + 1), end)
            return TranscriptLine(text: String(file.text(in: range)), role: role)
        }
    }

    /// The phone of a name, or nil.
    public func phone(_ name: String) -> PhoneSetup? {
        header.phones.first { $0.name == name }
    }
}

extension Transcript: CustomStringConvertible {
    /// The text of the file, octet for octet.
    public var description: String { lines.map(\.text).joined() }
}

/// What stands above the line `---`.
public struct TranscriptHeader: Sendable {
    /// What the scene shows, in one sentence; empty when missing.
    public internal(set) var title = ""
    /// The name of the menu; empty when missing.
    public internal(set) var menu = ""
    /// The name of a network profile; nil for the menu's own.
    public internal(set) var network: String?
    /// When the scene begins; 2026-01-01T00:00:00Z when not given.
    public internal(set) var clock = Instant(milliseconds: 1_767_225_600_000)
    /// How far ahead of UTC the clock of the header is written, in milliseconds.
    public internal(set) var clockOffsetMilliseconds: Int64 = 0
    /// Where all randomness comes from; 0 when not given.
    public internal(set) var seed: UInt64 = 0
    /// The phones in order.
    public internal(set) var phones: [PhoneSetup] = []
    /// The languages that the scene is played in, one world for each; empty for one run in the
    /// language of the menu.
    public internal(set) var languages: [String] = []
    /// The path of a file of stubs, beside the transcript's own; nil when not given.
    public internal(set) var stubs: String?
    /// The name of a tariff, as `kenya`; nil for the nearest one.
    public internal(set) var tariff: String?
    /// The words by which scenes are chosen.
    public internal(set) var tags: [String] = []
    /// What the world must be able to do; in another the scene is skipped.
    public internal(set) var requires: [WorldFeature] = []
    /// Why the scene is expected to fail for now; nil when it is expected to pass.
    public internal(set) var expectedFailure: String?
    /// The files that stand behind the steps.
    public internal(set) var attachments = AttachedFiles()

    /// What a world is built from.
    public var setup: WorldSetup {
        WorldSetup(
            menu: menu,
            network: network,
            clock: clock,
            seed: seed,
            phones: phones,
            stubs: stubs,
            tariff: tariff,
            attachments: attachments
        )
    }
}

/// Steps that belong together; a failure shows the whole phase.
public struct TranscriptPhase: Sendable {
    /// The comment that names it; empty for steps before the first.
    public let title: String
    /// The lines of the file it reaches over, counted from 1, without empty lines at its end.
    public let lines: ClosedRange<Int>
    /// The steps in order.
    public let steps: [TranscriptStep]
}

/// One line of a file, with its line end.
public struct TranscriptLine: Hashable, Sendable {
    /// The line as written, its line end included.
    public let text: String
    /// What it is.
    public let role: Role

    /// What a line of a transcript can be.
    public enum Role: Hashable, Sendable {
        /// `ussd/1`.
        case version
        /// `key: value` above `---`.
        case setting
        /// `---`.
        case divider
        /// Nothing but blanks.
        case empty
        /// A line that begins with `#`.
        case comment
        /// What a phone does, what reaches it, time, a check or a fault.
        case step
        /// An indented line under a step.
        case expectation
        /// A line `+ path`.
        case inclusion
        /// A line `-- file NAME --`.
        case attachment
        /// A line of an attached file.
        case attached
        /// Something that was reported.
        case unread
    }
}

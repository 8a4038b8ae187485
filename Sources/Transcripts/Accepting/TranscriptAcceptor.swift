// SPDX-License-Identifier: Apache-2.0
public import MenuLanguage
public import SourceText

/// Takes what scenes show as what they expect, in memory.
///
/// Only expected lines that did not match change, and steps for messages that no line mentions are
/// added. Money checks, what phones press, faults, the clock, headers, comments and empty lines
/// stay as they are.
public struct TranscriptAcceptor: Sendable {
    /// How often scenes are played again at most; each time at least one step more is right.
    public static let roundsMax = 500

    private let player: TranscriptPlayer
    private let read: @Sendable (String) -> Result<String, MenuReadError>

    /// Makes an acceptor.
    ///
    /// - Parameters:
    ///   - worlds: makes the world of each run.
    ///   - read: the text of a part by its path, which leads from where the transcript's does.
    public init(
        worlds: any WorldBuilding,
        read: @escaping @Sendable (String) -> Result<String, MenuReadError> = { _ in
            .failure(.notFound)
        }
    ) {
        player = TranscriptPlayer(worlds: worlds)
        self.read = read
    }

    /// Plays scenes until nothing is left that can be accepted.
    ///
    /// - Parameters:
    ///   - files: the scenes.
    ///   - asking: what is said of each change, in order; all are taken unless given. A change that
    ///     was left is not asked about again.
    /// - Returns: the new texts, and what remains.
    public func accept(
        _ files: [SourceFile],
        asking: (ProposedChange) -> ProposalAnswer = { _ in .accept }
    ) -> Acceptance {
        var desk = AcceptanceDesk(files, player, read)
        for _ in 0..<Self.roundsMax {
            guard desk.playRound(asking) else { break }
        }
        return desk.result
    }
}

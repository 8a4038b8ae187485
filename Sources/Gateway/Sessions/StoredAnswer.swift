// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM

/// An answer as a session keeps it: all that its turn, delivered again, must get again.
struct StoredAnswer {
    /// The position that the turn answered.
    let turn: UInt32
    let position: UInt32
    let kind: Answer.Kind
    let screen: Screen

    /// The whole answer.
    func answer(session: SessionID, program: MenuProgram) -> Answer {
        if case .released(let cause) = kind {
            return .released(
                cause,
                text: screen.text,
                session: session,
                position: position,
                menu: program.name,
                profile: program.profile
            )
        }
        let isKnown = program.states.indices.contains(Int(screen.state))
        return Answer(
            kind: kind,
            text: screen.text,
            size: screen.size,
            sizeMax: program.profile.menuUnitsMax(in: screen.size.alphabet),
            session: session,
            position: position,
            asksSecret: screen.asksSecret,
            state: isKnown ? program.states[Int(screen.state)].name : "",
            menu: program.name
        )
    }
}

/// The answers of a session that is over.
struct PastAnswers {
    let session: SessionID
    let program: MenuProgram
    let answers: [StoredAnswer]
    let due: Int64

    /// The answer of a turn, or nil when it is forgotten or never was.
    func answer(to turn: TurnKey) -> Answer? {
        guard turn.session == session else { return nil }
        return answers.last { $0.turn == turn.position }?
            .answer(session: session, program: program)
    }
}

/// A dropped dialogue that can be taken up again.
struct KeptDialogue {
    let dialogue: Dialogue
    let mayHaveMoved: Bool
    let due: Int64
}

// SPDX-License-Identifier: Apache-2.0
import Gateway

/// The next dial tells the truth.
extension Aftermath {
    /// Dials the scene's menu from the phone of the cut and reads the first screen.
    ///
    /// What moved and was not shown is told; what did not move is told nowhere. Where a kill left
    /// nothing behind, the screen is the one of a world in which the turn was never taken.
    mutating func checkNextDial(
        of phone: String,
        wasShown: Bool
    ) throws(WorldFailure) {
        guard let code = plain.dialled(by: phone, upTo: cut.step) ?? world.code else { return }
        let now = stage.now
        let answer = dial(code, from: phone)
        let references = references(in: answer?.text ?? "")
        if let owed = owed(to: phone), !wasShown, world.tellsNews {
            if let fault = Self.untold(owed, by: answer) {
                self.fault(fault)
            } else {
                verdict.hasToldNews = true
            }
        }
        let known = Set(world.movements().compactMap(\.reference))
        for reference in references where !known.contains(reference) {
            fault(
                "The next dial tells payment \(reference), which the ledger does not have: "
                    + "\(CutWords.screen(answer))."
            )
        }
        checkClaims(known)
        guard cut.kind == .killedBefore, cut.commit == plain.steps[cut.step].commits.lowerBound
        else { return }
        let other = try dialInstead(code, from: phone, at: now)
        guard other?.text != answer?.text else { return }
        fault(
            "Nothing of the turn was done, and the next dial shows \(CutWords.screen(answer)); "
                + "expected \(CutWords.screen(other)), as if the turn was never taken."
        )
    }

    /// The payment of the cut turn that its phone is to be told.
    private func owed(to phone: String) -> Movement? {
        made().last { $0.reference != nil && $0.isPaid(by: phone) }
    }

    /// What is wrong with a screen that has to tell a payment; nil when it does.
    private static func untold(_ owed: Movement, by answer: Answer?) -> String? {
        guard let reference = owed.reference else { return nil }
        let begin = "Payment \(reference) was made and its phone was not told. The next dial"
        guard let text = answer?.text, text.contains(reference) else {
            return "\(begin) does not tell it: \(CutWords.screen(answer))."
        }
        let told = text.split { " \n".contains($0) }.map { $0.filter(\.isNumber) }
        guard let amount = owed.amount else { return nil }
        if told.contains(String(amount.minorUnits.magnitude)) { return nil }
        return "\(begin) tells it without its amount: \(CutWords.screen(answer))."
    }

    /// No phone has a message of a payment that the ledger does not have.
    private mutating func checkClaims(_ known: Set<String>) {
        for phone in opening.transcript.header.phones {
            for message in world.inbox(of: phone.msisdn)?.messages ?? [] {
                for reference in references(in: message.text) where !known.contains(reference) {
                    fault(
                        "\(phone.name) got an SMS of payment \(reference), which the ledger "
                            + "does not have: `\(message.text)`."
                    )
                }
            }
        }
    }

    /// The references of the plain run's payments, and of this world's, that a text has.
    private func references(in text: String) -> Set<String> {
        Set((plain.movements + movementsAfterCut).compactMap(\.reference).filter(text.contains))
    }

    /// The first screen in a world that was cut right before the turn.
    private func dialInstead(
        _ code: String,
        from phone: String,
        at now: Instant
    ) throws(WorldFailure) -> Answer? {
        var other = try Aftermath(opening, plain, cut)
        for step in opening.steps[..<cut.step] { _ = other.stage.take(step) }
        other.stage.advance(to: now)
        other.world.restart(at: now)
        return other.dial(code, from: phone)
    }

    /// Dials and hangs up, a minute later when it is refused as too often.
    mutating func dial(_ code: String, from name: String) -> Answer? {
        guard let phone = opening.transcript.phone(name)?.msisdn else { return nil }
        for milliseconds: Int64 in [1_000, 61_000] {
            stage.advance(to: stage.now.adding(milliseconds: milliseconds))
            let box = ReplyBox()
            world.dial(code, from: phone, at: stage.now) { box.put($0) }
            _ = stage.wait(upTo: TranscriptLimits.answerMillisecondsMax) { box.answer != nil }
            world.hangUp(phone, at: stage.now)
            if box.answer?.kind != .released(.tooOften) { return box.answer }
        }
        return nil
    }
}

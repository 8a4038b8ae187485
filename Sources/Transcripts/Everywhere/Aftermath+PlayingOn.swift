// SPDX-License-Identifier: Apache-2.0
import Gateway

/// What follows a cut: the payment is tried again, and phones go on.
extension Aftermath {
    /// Sessions that a payment is tried again from: its own, and one before that it resumed.
    private static let sessionsTriedMax = 2

    /// Takes the turns of the phone's session once more when its payment was not made; it is then
    /// made once.
    mutating func payAgain(_ phone: String) {
        let steps = plain.steps
        let planned = plain.moved(in: cut.step).filter { $0.isPaid(by: phone) }
        guard cut.kind == .killedBefore, !planned.isEmpty,
            !made().contains(where: { $0.isPaid(by: phone) })
        else { return }
        let begins = (0...cut.step).reversed().filter { isBegin(steps[$0], of: phone, at: $0) }
        for begin in begins.prefix(Self.sessionsTriedMax) {
            let before = world.movements()
            let isPlayed = repeatTurns(of: phone, in: begin...cut.step)
            let gained = world.movements().dropFirst(before.count).map(\.gain)
            let expected = (begin...cut.step).flatMap { index in
                plain.moved(in: index).filter { $0.isPaid(by: phone) }.map(\.gain)
            }
            if isPlayed || !gained.isEmpty {
                verdict.isPaidAgain = gained == expected
                if gained == expected { return }
                return fault(
                    "The payment was not made, and was tried again. "
                        + CutWords.movements(
                            expected: planned,
                            got: world.movements().dropFirst(before.count)
                        )
                )
            }
        }
    }

    /// Whether a phone's session, or its talk by short message, begins with a step.
    private func isBegin(_ step: PlainRun.Step, of phone: String, at index: Int) -> Bool {
        guard step.phone == phone else { return false }
        if step.dialled != nil { return true }
        guard step.kind == .text else { return false }
        let before = plain.steps[..<index].last { $0.phone == phone && $0.kind != .other }
        return before?.kind != .text
    }

    /// Takes a phone's turns again; false when it does not come to stand where it stood.
    private mutating func repeatTurns(of phone: String, in range: ClosedRange<Int>) -> Bool {
        if let msisdn = opening.transcript.phone(phone)?.msisdn {
            world.hangUp(msisdn, at: stage.now)
        }
        stage.advance(to: stage.now.adding(milliseconds: 1_000))
        stage.seats[phone]?.answer = nil
        for index in range {
            let step = opening.steps[index]
            switch step.action {
            case .press(phone, _):
                _ = stage.take(step)
                let state = stage.seats[phone]?.answer?.state ?? ""
                if state != plain.steps[index].state { return false }
            case .send(phone, _), .receive(phone, _, _): _ = stage.take(step)
            default: break
            }
        }
        return true
    }

    private func isAstray(_ phone: String, at step: PlainRun.Step) -> Bool {
        strays.contains(phone) && step.dialled == nil && step.kind != .hangUp
    }

    /// Plays the rest, each phone from its next dial on while it stands where the scene has it.
    ///
    /// No turn moves other money than in the scene, or more often.
    mutating func playOn() {
        for index in opening.steps.indices.dropFirst(cut.step + 1) {
            let (step, planned) = (opening.steps[index], plain.steps[index])
            switch step.action {
            case .check: continue
            case .press(let phone, _) where isAstray(phone, at: planned): continue
            case .press(let phone, _):
                if planned.dialled != nil { strays.remove(phone) }
                let before = world.movements()
                _ = stage.take(step)
                let state = stage.seats[phone]?.answer?.state ?? ""
                if state != planned.state { strays.insert(phone) }
                checkTurn(index, of: phone, since: before)
            case .send(let phone, _):
                let before = world.movements()
                _ = stage.take(step)
                checkTurn(index, of: phone, since: before)
            default: _ = stage.take(step)
            }
            taken.append(index)
        }
    }

    /// What a turn that was taken after the cut moved is what it moves in the scene, or nothing, or
    /// what it moves in a world without the turns that were cut off.
    private mutating func checkTurn(_ index: Int, of phone: String, since before: [Movement]) {
        let movements = world.movements()
        guard movements.count > before.count else { return }
        let gained = movements.dropFirst(before.count).filter { $0.isPaid(by: phone) }
        let planned = plain.moved(in: index).filter { $0.isPaid(by: phone) }
        let past = plain.movements(after: plain.steps[index].commits.lowerBound)
        let isInStep = before.map(\.lines) == plain.movements.prefix(past).map(\.lines)
        let isAllowed =
            isInStep
            ? gained.allSatisfy { one in planned.contains { $0.lines == one.lines } }
                && gained.count <= planned.count
            : gained.count <= planned.count
        if isAllowed { return }
        if movedInstead(index, by: phone) == gained.map(\.gain) {
            movesInstead = true
            return
        }
        fault(
            "After the cut, line \(opening.steps[index].line) moved other money than in the "
                + "scene. " + CutWords.movements(expected: planned, got: gained)
        )
    }

    /// What a turn moves in a world where nothing was cut and the same turns were never taken: a
    /// PIN that was not changed is still right.
    private func movedInstead(_ index: Int, by phone: String) -> [PostingLine?]? {
        guard var other = try? Aftermath(opening, plain, cut) else { return nil }
        let isDone = cut.kind != .killedBefore || verdict.isPaidAgain
        for step in opening.steps[...cut.step].dropLast(isDone ? 0 : 1) {
            _ = other.stage.take(step)
        }
        other.leaveSessions()
        for place in taken { _ = other.stage.take(opening.steps[place]) }
        let before = other.world.movements().count
        _ = other.stage.take(opening.steps[index])
        return other.world.movements().dropFirst(before).filter { $0.isPaid(by: phone) }.map(\.gain)
    }
}

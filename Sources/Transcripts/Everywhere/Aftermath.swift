// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway

/// A scene that is cut at one place, and what its phones find afterwards.
///
/// Up to the cut it is played as written. Then the money is held against the plain run, the phone
/// dials again, the lost turn is delivered once more, a payment that was not made is tried again,
/// and whoever begins a session anew plays on.
struct Aftermath {
    let opening: SceneOpening
    let plain: PlainRun
    let cut: Cut
    var stage: Stage
    let world: any MortalWorld
    var verdict: CutVerdict
    /// Phones that are not where the scene has them.
    var strays: Set<String> = []
    /// The steps that were played after the cut.
    var taken: [Int] = []
    /// How many movements there were when the process died or the answer was lost.
    private var movementsAtCut = 0
    /// Whether a turn moved what it moves in a world without the turns that were cut off.
    var movesInstead = false
    /// The movements when the cut was over.
    var movementsAfterCut: [Movement] = []
    private let log = DeliveryLog()

    init(_ opening: SceneOpening, _ plain: PlainRun, _ cut: Cut) throws(WorldFailure) {
        self.opening = opening
        self.plain = plain
        self.cut = cut
        (stage, world) = try opening.begin()
        verdict = CutVerdict(cut)
        stage.delivered = { [log] in log.deliveries.append($0) }
    }

    /// Plays it all and says what does not hold.
    mutating func judge() throws(WorldFailure) -> CutVerdict {
        for step in opening.steps[..<cut.step] { _ = stage.take(step) }
        let messages = receivedCounts()
        let isOver = playCut()
        guard isOver else { return verdict }
        checkMoney()
        let wasShown = isOutcomeShown(since: messages)
        if cut.kind.isKill {
            let before = receivedCounts()
            leaveSessions()
            checkRestart()
            checkLeftovers(since: before)
        }
        movementsAfterCut = world.movements()
        if let phone = cut.phone {
            try checkNextDial(of: phone, wasShown: wasShown)
            checkLateRepeat(of: phone)
            payAgain(phone)
        }
        playOn()
        checkEnd()
        return verdict
    }

    mutating func fault(_ sentence: String) { verdict.faults.append(stage.shown(sentence)) }

    /// Plays the step at which the scene is cut; false when the cut did not come about.
    private mutating func playCut() -> Bool {
        let step = opening.steps[cut.step]
        switch cut.kind {
        case .replyLost: world.arm(.loseReply(phone: cut.phone ?? ""))
        case .killedBefore: world.die(atCommit: cut.commit ?? 0, .before)
        case .killedAfter: world.die(atCommit: cut.commit ?? 0, .after)
        case .killedAfterMessage, .killedAfterMessageTwice:
            world.die(afterMessage: cut.message ?? 0, times: cut.kind.deaths)
        case .killedBetween, .doubled, .doubledLate: break
        }
        _ = stage.take(step)
        guard cut.commit == nil || world.isDead else {
            let what = cut.message == nil ? "commit" : "SMS"
            fault("This \(what) never came, so two runs of the scene differ before any cut.")
            return false
        }
        if cut.kind == .replyLost, let phone = cut.phone {
            // The reply is lost when it comes, which may be after the phone went on.
            let box = log.deliveries.last?.box
            _ = stage.wait(upTo: TranscriptLimits.answerMillisecondsMax) { box?.answer != nil }
            stage.seats[phone]?.pending = nil
            strays.insert(phone)
        }
        return true
    }

    /// The money of the step moved as in the plain run as far as its commits were done, and the
    /// messages that announce it are committed with it.
    private mutating func checkMoney() {
        let commits = plain.steps[cut.step].commits
        let done =
            switch cut.kind {
            case .killedBefore: cut.commit ?? 0
            case .killedAfter, .killedAfterMessage, .killedAfterMessageTwice:
                (cut.commit ?? 0) + 1
            default: commits.upperBound
            }
        let movements = world.movements()
        movementsAtCut = movements.count
        // A phone that waits for the answer lets time pass in which other work may be done.
        let count = max(
            plain.movements(after: done),
            cut.kind == .replyLost ? min(movements.count, plain.movements.count) : 0
        )
        let expected = Array(plain.movements.prefix(count))
        if movements != expected { fault(CutWords.difference(expected, movements)) }
        let announced = world.announcements()
        let last = cut.kind == .replyLost ? Int64.max : plain.lastMessage(after: done)
        let planned = plain.announcements.filter { $0.id <= last }
        let isAlike =
            cut.kind == .replyLost
            ? planned.starts(with: announced)
                && announced.count
                    >= plain.announcements.count { $0.id <= plain.lastMessage(after: done) }
            : planned == announced
        if !isAlike {
            fault(
                "The ledger has \(announced.count) messages to phones that are not those "
                    + "committed with the money (\(planned.count))."
            )
        }
    }

    /// A new process makes no payment by itself; where the step only waited, it goes on with the
    /// work that was due.
    private mutating func checkRestart() {
        let movements = world.movements()
        let commits = plain.steps[cut.step].commits
        let begin = plain.movements(after: commits.lowerBound)
        let due = plain.moved(in: cut.step).map(\.lines)
        let got = movements.dropFirst(begin).map(\.lines)
        let isWork = cut.phone == nil && due.starts(with: got)
        if isWork || got.count == movementsAtCut - begin { return }
        fault(
            "The new process moved money by itself. "
                + CutWords.movements(
                    expected: [],
                    got: movements.dropFirst(movementsAtCut)
                )
        )
    }

    /// A new process hands over what the dead one committed, and no other words.
    private mutating func checkLeftovers(since counts: [String: Int]) {
        let announced = world.announcements()
        for phone in opening.transcript.header.phones {
            let came = world.inbox(of: phone.msisdn)?.messages(after: counts[phone.name] ?? 0)
            for message in came ?? []
            where !announced.contains(where: { $0.to == phone.msisdn && $0.text == message.text }) {
                fault(
                    "The new process sent \(phone.name) an SMS that was never committed: "
                        + "`\(message.text)`."
                )
            }
        }
    }

    /// Whether the phone of the cut was shown what its turn moved, since it had so many messages.
    private func isOutcomeShown(since counts: [String: Int]) -> Bool {
        guard cut.kind != .replyLost, let phone = cut.phone,
            let msisdn = opening.transcript.phone(phone)?.msisdn
        else { return false }
        let references = made().compactMap(\.reference)
        if plain.steps[cut.step].kind == .text {
            let announced = Set(world.announcements().map(\.text))
            let messages = world.inbox(of: msisdn)?.messages(after: counts[phone] ?? 0) ?? []
            return messages.contains { message in
                !announced.contains(message.text)
                    && references.allSatisfy(message.text.contains)
            }
        }
        guard let screen = stage.seats[phone]?.answer?.text else { return false }
        return references.allSatisfy(screen.contains)
    }

    /// What the step of the cut moved, as far as it did.
    func made() -> [Movement] {
        let first = plain.movements(after: plain.steps[cut.step].commits.lowerBound)
        return Array(world.movements().dropFirst(first))
    }

    private func receivedCounts() -> [String: Int] {
        Dictionary(
            opening.transcript.header.phones.map {
                ($0.name, world.inbox(of: $0.msisdn)?.received ?? 0)
            }
        ) { first, _ in first }
    }

    /// Has a new process begin where it is killed, and every session lost; else the session of the
    /// phone alone.
    mutating func leaveSessions() {
        if cut.kind.isKill { world.restart(at: stage.now) }
        if world.isDead { world.restart(at: stage.now) }
        for phone in opening.transcript.header.phones
        where cut.kind.isKill || phone.name == cut.phone {
            if !cut.kind.isKill { world.hangUp(phone.msisdn, at: stage.now) }
            stage.seats[phone.name]?.answer = nil
            stage.seats[phone.name]?.pending = nil
            strays.insert(phone.name)
        }
    }

    /// The cut turn is delivered once more, when its session is long gone.
    private mutating func checkLateRepeat(of phone: String) {
        guard let place = plain.steps[cut.step].delivery,
            log.deliveries.indices.contains(place), log.deliveries[place].key != nil
        else { return }
        let turn = log.deliveries[place]
        let before = world.movements()
        world.answer(turn.typed, from: turn.phone, turn: turn.key, at: stage.now) { _ in }
        stage.advance(to: stage.now.adding(milliseconds: 1_000))
        let after = world.movements()
        if before != after {
            fault(
                "The turn came once more after the session was over and moved money. "
                    + CutWords.difference(before, after)
            )
        }
    }

    /// The messages that were handed over and not noted when the process died: at least once is
    /// what is promised, so that these may come again.
    private func handedOverAgain() -> [Announcement] {
        guard let message = cut.message else { return [] }
        let handed = plain.steps[cut.step].handovers
        let upTo = handed.prefix { $0.message != message }.map(\.message) + [message]
        let unnoted = Set(upTo.suffix(cut.unnoted))
        return plain.announcements.filter { unnoted.contains($0.id) }
    }

    /// Every message that is committed reached its phone as often as in the plain run, or once more
    /// for each process that died when it was handed over and not noted.
    private mutating func checkEnd() {
        let broken = world.audit()
        if let first = broken.first { fault("The ledger is broken: \(first)") }
        let planned = Dictionary(
            plain.announcements.map { ($0, plain.received[$0.id] ?? 1) }
        ) { first, _ in first }
        // Where the scene itself loses messages, a cut has it lose others.
        let receipts = world.losesMessages ? [] : world.receipts()
        let again = handedOverAgain()
        for (announcement, times) in receipts {
            let least = planned[announcement] ?? 1
            let more = again.count { $0.to == announcement.to && $0.text == announcement.text }
            let most = least + more * cut.kind.deaths
            if least...most ~= times { continue }
            let name = opening.transcript.header.phones.first { $0.msisdn == announcement.to }
            fault(
                "\(name?.name ?? "A phone") got the SMS `\(announcement.text)` "
                    + "\(Stage.counted(times, "time")), not \(least)"
                    + (most > least ? " to \(most)." : ".")
            )
        }
        let count = world.movements().count
        if count > plain.movements.count, !movesInstead {
            fault(
                "The ledger ends with \(Stage.counted(count, "movement")), the scene with "
                    + "\(plain.movements.count)."
            )
        }
        verdict.endsAlike = world.movements().map(\.lines) == plain.movements.map(\.lines)
    }
}

// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway

/// A turn that a network delivers twice, in a scene that goes on exactly as written.
struct DoubledTurn {
    let opening: SceneOpening
    let plain: PlainRun
    let cut: Cut

    /// Plays the whole scene and says what does not hold.
    func judge() throws(WorldFailure) -> CutVerdict {
        var (stage, world) = try opening.begin()
        var verdict = CutVerdict(cut)
        let repeater = Repeater(
            world,
            delivery: plain.steps[cut.step].delivery ?? 0,
            isLate: cut.kind == .doubledLate
        )
        stage.delivered = { repeater.take($0) }
        let result = stage.play()
        repeater.end(at: stage.now)
        if !result.passed {
            verdict.faults.append(
                "The rest of the scene is not as written: " + Self.mistake(of: result)
            )
        }
        verdict.faults += repeater.faults.map(stage.shown)
        let movements = world.movements()
        verdict.endsAlike = movements == plain.movements
        if !verdict.endsAlike {
            verdict.faults.append(
                CutWords.difference(plain.movements, movements)
            )
        }
        return verdict
    }

    private static func mistake(of result: TranscriptResult) -> String {
        guard let phase = result.phases.first, let finding = phase.findings.first else {
            return result.leftovers.first ?? ""
        }
        let got = phase.lines.filter { $0.mark == .got }.map(\.text).joined(separator: " / ")
        return "line \(finding.line): \(finding.reason)" + (got.isEmpty ? "" : " Got: \(got)")
    }
}

/// Delivers one turn of a scene a second time.
private final class Repeater {
    private let world: any TranscriptWorld
    private let delivery: Int
    private let isLate: Bool
    private var count = 0
    private var first: Delivery?
    private var second: ReplyBox?

    init(_ world: any TranscriptWorld, delivery: Int, isLate: Bool) {
        self.world = world
        self.delivery = delivery
        self.isLate = isLate
    }

    /// Takes note of a turn.
    func take(_ delivery: Delivery) {
        defer { count += 1 }
        if count == self.delivery {
            first = delivery
            if !isLate { repeatTurn(at: delivery.at) }
        } else if let first, second == nil, delivery.phone == first.phone {
            repeatTurn(at: delivery.at)
        }
    }

    /// Delivers a late turn at the end of the scene when its phone took no other.
    func end(at now: Instant) {
        if second == nil { repeatTurn(at: now) }
    }

    /// What is wrong with the second answer.
    var faults: [String] {
        let (one, two) = (first?.box.answer, second?.answer)
        if one == two { return [] }
        if isLate, case .released? = two?.kind { return [] }
        return [
            "The second delivery got another answer. The first: \(CutWords.screen(one)). "
                + "The second: \(CutWords.screen(two))."
        ]
    }

    private func repeatTurn(at now: Instant) {
        guard let first else { return }
        let box = ReplyBox()
        second = box
        world.answer(first.typed, from: first.phone, turn: first.key, at: now) { box.put($0) }
    }
}

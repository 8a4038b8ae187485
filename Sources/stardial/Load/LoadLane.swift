// SPDX-License-Identifier: Apache-2.0
import Foundation
import Synchronization
import Transcripts

/// A thread that acts one copy of a scene after another.
struct LoadLane: Sendable {
    var transcript: Transcript
    var first: UInt64
    var worlds: RemoteWorlds
    var schedule: LoadSchedule
    var tally: LoadTally

    /// Acts until the schedule is done, on a thread that may wait.
    func run() async {
        await withCheckedContinuation { (done: CheckedContinuation<Void, Never>) in
            Thread.detachNewThread {
                while let index = schedule.take() { act(index) }
                done.resume()
            }
        }
    }

    private func act(_ index: Int) {
        guard let copy = transcript.copy(UInt64(index), first: first) else {
            return tally.miss()
        }
        let watch = TurnWatch(intended: schedule.moment(of: index), tally: tally)
        let paced = PacedWorlds(
            inner: worlds.copy(suffix: "-\(first + UInt64(index))", observer: watch),
            wait: { schedule.wait(for: index) }
        )
        let results = TranscriptPlayer(worlds: paced).play(copy)
        tally.add(
            TranscriptOutcome(of: copy, results: results),
            milliseconds: schedule.moment(of: index).duration(to: .now) / .milliseconds(1)
        )
    }
}

/// Worlds in which a scene begins when it is time, and not when they are ready.
private struct PacedWorlds: WorldBuilding {
    let inner: RemoteWorlds
    let wait: @Sendable () -> Void

    var features: Set<WorldFeature> { inner.features }

    func unfitness(of transcript: Transcript) -> String? { inner.unfitness(of: transcript) }

    func build(_ setup: WorldSetup) -> Result<any TranscriptWorld, WorldFailure> {
        let world = inner.build(setup)
        wait()
        return world
    }
}

/// Measures the turns of one copy; the first from when it should have begun.
private final class TurnWatch: TurnObserver {
    private let tally: LoadTally
    private let state: Mutex<(turn: Int, began: ContinuousClock.Instant)>

    init(intended: ContinuousClock.Instant, tally: LoadTally) {
        self.tally = tally
        state = Mutex((-1, intended))
    }

    func turnBegins() {
        state.withLock { state in
            state.turn += 1
            if state.turn > 0 { state.began = .now }
        }
    }

    func turnEnds() {
        let (turn, began) = state.withLock { $0 }
        tally.add(turn: turn, microseconds: began.duration(to: .now) / .microseconds(1))
    }
}

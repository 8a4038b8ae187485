// SPDX-License-Identifier: Apache-2.0
import Histogram
import Synchronization
import Transcripts

/// What many copies of a scene showed, added up as they are acted.
final class LoadTally: Sendable {
    private let state: Mutex<State>

    private struct State {
        /// Latencies in microseconds, by the number of the turn in the scene.
        var turns: [Histogram<UInt64>]
        /// From when a copy should have begun until it was done, in microseconds.
        var scenes: Histogram<UInt64>
        var asWritten = 0
        var otherwise = 0
        var firstFailure: TranscriptOutcome?
    }

    /// The longest latency that is told apart: an hour.
    private static let microsecondsMax: UInt64 = 3_600_000_000

    init(turns: Int) {
        let empty = Histogram<UInt64>(
            highestTrackableValue: Self.microsecondsMax,
            numberOfSignificantValueDigits: .three
        )
        state = Mutex(State(turns: Array(repeating: empty, count: turns), scenes: empty))
    }

    func add(turn: Int, microseconds: Double) {
        state.withLock { state in
            guard state.turns.indices.contains(turn) else { return }
            state.turns[turn].record(Self.bounded(microseconds))
        }
    }

    func add(_ outcome: TranscriptOutcome, milliseconds: Double) {
        state.withLock { state in
            state.scenes.record(Self.bounded(milliseconds * 1_000))
            guard !outcome.passed else {
                state.asWritten += 1
                return
            }
            state.otherwise += 1
            state.firstFailure = state.firstFailure ?? outcome
        }
    }

    /// Counts a copy that could not be made.
    func miss() {
        state.withLock { $0.otherwise += 1 }
    }

    /// The first copy that went otherwise than written.
    var firstFailure: TranscriptOutcome? { state.withLock { $0.firstFailure } }

    /// The figures of a load that took so long.
    func figures(milliseconds: Double) -> LoadFigures {
        state.withLock { state in
            var all = state.scenes
            all.reset()
            for turn in state.turns { all.add(turn) }
            return LoadFigures(
                seconds: milliseconds / 1_000,
                scenesAsWritten: state.asWritten,
                scenesOtherwise: state.otherwise,
                turns: state.turns.map(LoadLatency.init),
                allTurns: LoadLatency(all),
                scenes: LoadLatency(state.scenes)
            )
        }
    }

    private static func bounded(_ microseconds: Double) -> UInt64 {
        UInt64(min(max(1, microseconds), Double(microsecondsMax)))
    }
}

/// The figures of a load.
struct LoadFigures: Codable {
    var seconds: Double
    var scenesAsWritten: Int
    var scenesOtherwise: Int
    var turns: [LoadLatency]
    var allTurns: LoadLatency
    var scenes: LoadLatency
}

/// How long something took, in milliseconds at percentiles of all cases.
struct LoadLatency: Codable {
    var count: UInt64
    var p50: Double
    var p90: Double
    var p99: Double
    var p999: Double
    var max: Double

    init(_ histogram: Histogram<UInt64>) {
        func milliseconds(_ percentile: Double) -> Double {
            Double(histogram.valueAtPercentile(percentile)) / 1_000
        }
        count = histogram.totalCount
        p50 = milliseconds(50)
        p90 = milliseconds(90)
        p99 = milliseconds(99)
        p999 = milliseconds(99.9)
        max = Double(histogram.max) / 1_000
    }
}

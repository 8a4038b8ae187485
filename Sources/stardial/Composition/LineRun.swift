// SPDX-License-Identifier: Apache-2.0
import Foundation
import Ledger
import Transports

/// What `stardial line` does: an emulator whose only door is standard input and output.
struct LineRun {
    var options: RunningEmulator.Options

    func run() async throws {
        let running = try await RunningEmulator.start(options)
        let ticker = Task {
            try await Ticker(emulator: running.emulator, clock: running.clock).run()
        }
        defer { ticker.cancel() }
        let stdio = LineStdio(
            handsets: running.emulator.handsets,
            desk: running.desk,
            now: { running.clock.now() }
        )
        try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
            Thread.detachNewThread {
                done.resume(
                    with: Result { () throws(LineStdio.Failure) in try stdio.run() }
                        .mapError { Self.failure($0) }
                )
            }
        }
        running.emulator.store.close()
    }

    private static func failure(_ failure: LineStdio.Failure) -> any Error {
        CommandFailure(
            .failed,
            "The line broke: \(failure.operation) failed, "
                + String(cString: strerror(failure.errno)) + "."
        )
    }
}

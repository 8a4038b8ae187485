// SPDX-License-Identifier: Apache-2.0
import Foundation
import SourceText
import Transcripts

/// How long it takes to play many transcripts, each in a world of its own.
struct ReplayBench {
    /// The folder or file of the menu that is dialled.
    var menus: String
    var scale: Int

    /// Files that are played, of twelve turns each.
    static let scenes = 5_000
    /// Files that are played at once.
    static let jobs = 2

    func run() async throws {
        let folder = menus.parentFolder
        let files = (0..<Self.scenes * scale).map(Self.scene)
        let runner = TranscriptRunner(
            worlds: SceneBuilder(folder: folder.isEmpty ? "." : folder),
            jobs: Self.jobs
        )
        var best = Double.infinity
        for _ in 0..<3 {
            var summary = RunSummary([])
            best = min(best, await BenchRun.seconds { summary = await runner.run(files) })
            guard summary.passed == files.count else {
                throw CommandFailure(.failed, "A scene of the bench fails; nothing was measured.")
            }
        }
        BenchRun.report(
            "replay",
            best,
            "s for \(files.count) scenes on \(Self.jobs) cores",
            "mark 2; 12 turns each; best of 3"
        )
    }

    /// A payment by menu, two looks and the receiver's look: twelve turns, two messages.
    private static func scene(_ number: Int) -> SourceFile {
        let amount = 100 + number % 800
        return SourceFile(
            path: "scene-\(number).ussd",
            text: """
                ussd/1
                title: Amina sends \(amount) and looks
                menu: mavuno
                clock: 2026-11-20T09:00:00+03:00
                seed: \(number)
                phone amina: +254712000001 pin=4821 balance=2000.00
                phone baraka: +254712000002
                ---
                # Amina sends
                amina> *789#
                  | Amina, you have KES 2,000.00
                  | 1 Send money
                  ...
                amina> 1
                  | Send to which number?
                  ...
                amina> {{baraka.local}}
                  ...
                amina> \(amount)
                  | Send KES \(amount).00 to Baraka {{baraka.national}}
                  ...
                amina> {{amina.pin}}
                  | Sent KES \(amount).00 to Baraka.
                  | Ref {{ref:[0-9A-Z]{10}}}. You have KES {{*}}
                  -- end
                amina sms< MAVUNO within 10s
                  ~ \\Q{{ref}}\\E Confirmed.*
                baraka sms< MAVUNO within 10s
                  ~ \\Q{{ref}}\\E Confirmed.*

                # They look
                amina> *789#
                  ...
                amina> 3
                  ...
                amina> 0
                  ...
                amina> 4
                  ...
                amina> 0
                  ...
                amina> <hangup>
                baraka> *789#
                  | Baraka, you have KES \(amount).00
                  ...
                ? ledger sum == 0

                """
        )
    }
}

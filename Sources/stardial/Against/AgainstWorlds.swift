// SPDX-License-Identifier: Apache-2.0
import Transcripts

/// The worlds of `stardial test --against`: at a gateway elsewhere.
struct AgainstWorlds {
    let worlds: RemoteWorlds
    private let isAlone: Bool

    /// Reaches the gateway that a run asks for; nil when it asks for none.
    init?(_ run: TranscriptRun) throws(CommandFailure) {
        guard let address = run.against else { return nil }
        guard run.coverage == nil else {
            throw CommandFailure(
                .usage,
                "--coverage counts what scenes visit in this process; leave it out with --against."
            )
        }
        var plan = RemotePlan()
        plan.realTimeSecondsMax = run.realTimeSecondsMax
        let connect: @Sendable () throws(WireFailure) -> any LineWire = {
            () throws(WireFailure) in try address.connect()
        }
        let reached = RemoteWorlds(plan: plan, connect: connect)
        if let why = reached.reach() {
            throw CommandFailure(
                .failed,
                "\(why) Nothing was played. Is a gateway at \(address)?"
            )
        }
        // Processes of one command may share a ledger on disk.
        isAlone = reached.hasOwnWorlds
        guard address.isCommand, !reached.hasOwnWorlds else {
            worlds = reached
            return
        }
        // What one scene left behind would be there in the next: a process each.
        reached.close()
        plan.keepsPeers = false
        worlds = RemoteWorlds(plan: plan, connect: connect)
    }

    /// How many files can be played at once: one where scenes share a world.
    func jobs(_ jobs: Int) -> Int { isAlone ? jobs : 1 }
}

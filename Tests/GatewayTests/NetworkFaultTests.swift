// SPDX-License-Identifier: Apache-2.0
import Gateway
import Testing

/// The value machine of faults: events in, effects out.
@Suite struct NetworkFaultTests {
    /// What becomes of messages, a sign each: `.` comes, `x` never, `2` twice, `>` later, `k` is
    /// kept back, `s` comes before the one kept back.
    private func messages(_ count: Int, _ machine: inout NetworkFaults) -> String {
        (0..<count).map { _ in
            switch machine.message(to: "Baraka") {
            case .deliver: "."
            case .drop: "x"
            case .deliverTwice: "2"
            case .later: ">"
            case .keepBack: "k"
            case .deliverThenKept: "s"
            }
        }.joined()
    }

    @Test(arguments: [
        (InjectedFault.Message.drop, InjectedFault.Frequency.once, "x....", 1),
        (.drop, .times(2), "xx...", 2), (.drop, .times(3), "xxx..", 3),
        (.drop, .always, "xxxxx", 5),
        (.drop, .oneIn(1), "xxxxx", 5), (.double, .once, "2....", 1),
        (.delay(milliseconds: 5), .times(2), ">>...", 2), (.reorder, .once, "ks...", 1),
        (.reorder, .times(2), "ksks.", 2),
    ])
    func messageMeetsItsFault(
        _ fault: InjectedFault.Message,
        _ frequency: InjectedFault.Frequency,
        _ shown: String,
        _ happened: Int
    ) {
        var machine = NetworkFaults(seed: 42)
        #expect(machine.arm(InjectedFault(.message(fault, phone: "baraka"), frequency)) == 1)
        #expect(machine.message(to: "amina") == .deliver)
        #expect(messages(5, &machine) == shown)
        #expect(machine.armed.map(\.happened) == [happened])
        #expect(machine.armed.map(\.isMet) == [true])
    }

    @Test func whatIsDrawnRepeatsWithItsSeed() {
        let drawn = [UInt64(1), 1, 2, 3].map { seed in
            var machine = NetworkFaults(seed: seed)
            _ = machine.arm(InjectedFault(.message(.drop, phone: "baraka"), .oneIn(4)))
            return messages(40, &machine)
        }
        #expect(drawn[0] == drawn[1])
        #expect(Set(drawn).count == 3)
        for signs in drawn { #expect(signs.contains("x") && signs.contains(".")) }
    }

    @Test func firstThatWasAskedForHappensFirst() {
        var machine = NetworkFaults(seed: 1)
        for fault in [InjectedFault.Message.drop, .double] {
            _ = machine.arm(InjectedFault(.message(fault, phone: "baraka")))
        }
        #expect(messages(3, &machine) == "x2.")
        machine.clear()
        #expect(machine.armed.isEmpty)
    }

    @Test func messageThatNoOtherFollowsIsNoSwap() {
        var machine = NetworkFaults(seed: 1)
        _ = machine.arm(InjectedFault(.message(.reorder, phone: "baraka")))
        #expect(messages(1, &machine) == "k")
        machine.letGo(messageTo: "BARAKA")
        #expect(machine.armed.map(\.isMet) == [false])
        #expect(messages(2, &machine) == "ks")
    }

    @Test(arguments: [
        (InjectedFault.Turn.double, [false, true, true]), (.reorder, [false, true, true]),
        (.late(milliseconds: 1), [false, true, true]), (.release, [false, true, true]),
        (.loseReply, [true, false, false]),
    ])
    func turnMeetsItsFaultWhenThereIsAnythingToSpoil(
        _ fault: InjectedFault.Turn,
        _ isMet: [Bool]
    ) {
        var machine = NetworkFaults(seed: 1)
        _ = machine.arm(InjectedFault(.turn(fault, phone: "amina"), .times(isMet.count { $0 })))
        let turns = [(true, false), (false, true), (false, true)].map { isDial, isOpen in
            NetworkFaults.Turn(phone: "Amina", isDial: isDial, isOpen: isOpen)
        }
        #expect(turns.map { machine.turn($0).fault != nil } == isMet)
    }

    @Test func faultThatNeedsAServiceIsCountedWhenItHappened() throws {
        var machine = NetworkFaults(seed: 1)
        _ = machine.arm(InjectedFault(.turn(.redial, phone: "amina")))
        let turn = NetworkFaults.Turn(phone: "amina", isDial: false, isOpen: true)
        #expect(machine.turn(turn).fault == .redial)
        let effect = machine.turn(turn)
        #expect(effect.fault == .redial && machine.armed.map(\.happened) == [0])
        let id = try #require(effect.id)
        machine.confirm(id)
        #expect(machine.turn(turn).fault == nil)
    }

    /// A sign for each commit: `b` killed before it, `a` after it, `.` not.
    private func commits(_ count: Int, _ machine: inout NetworkFaults) -> String {
        (0..<count).map { _ in machine.commit().map { $0 == .before ? "b" : "a" } ?? "." }.joined()
    }

    @Test(arguments: [
        (1, InjectedFault.Frequency.once, "b......"), (3, .once, "..b...."),
        (2, .times(2), ".b.b..."), (3, .always, "..b..b."), (2, .oneIn(1), ".b.b.b."),
    ])
    func killWaitsForItsCommit(
        _ number: Int,
        _ frequency: InjectedFault.Frequency,
        _ shown: String
    ) {
        var machine = NetworkFaults(seed: 1)
        _ = machine.arm(InjectedFault(.killAtCommit(number, .before), frequency))
        let isKilledByAMessage = machine.handOver()
        #expect(!isKilledByAMessage)
        #expect(commits(7, &machine) == shown)
        #expect(machine.armed.map(\.happened) == [shown.count { $0 == "b" }])
    }

    @Test func killsAtCommitsAreCountedEachByItself() {
        var machine = NetworkFaults(seed: 1)
        _ = machine.arm(InjectedFault(.killAtCommit(2, .after)))
        _ = machine.arm(InjectedFault(.killAtCommit(2, .before)))
        _ = machine.arm(InjectedFault(.killAfterMessage(2)))
        #expect(commits(4, &machine) == ".ab.")
        let kills = (0..<4).map { _ in machine.handOver() }
        #expect(kills == [false, true, false, false])
        #expect(machine.armed.map(\.isMet) == [true, true, true])
    }

    @Test func spentFaultsMakeRoom() {
        var machine = NetworkFaults(seed: 1)
        let fault = InjectedFault(.service(.fail, operation: "money.send"))
        for _ in 0..<NetworkFaults.Limits.armedMax { #expect(machine.arm(fault) != nil) }
        #expect(machine.arm(fault) == nil)
        #expect(machine.call("money.look") == nil)
        #expect(machine.call("money.send")?.fault == .fail)
        #expect(machine.arm(fault) == NetworkFaults.Limits.armedMax + 1)
    }
}

// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Logging
import Testing

/// Faults between emulated phones, the gateway and its services.
@Suite struct FaultyNetworkTests {
    /// A gateway whose phone and services have one book of faults.
    private struct Bench {
        let services = ScriptedServices()
        let faults = FaultBook(seed: 42)
        let log = LogRecorder()
        let gateway: Gateway
        let network: HandsetNetwork
        var now = Instant(milliseconds: 1_800_000_000_000)

        init(limits: GatewayLimits = GatewayLimits()) throws {
            let log = log
            let logger = Logger(label: "test") { _ in log.handler }
            let contract = ServiceContract(
                name: "money",
                amountFormat: AmountFormat(code: "KES", minorDigits: 2),
                records: [],
                operations: [
                    OperationContract(name: "send", outcomes: [OutcomeContract("wrong_pin")]),
                    OperationContract(name: "news"),
                ]
            )
            gateway = Gateway(
                menus: [TestMenu.make()],
                services: ContractGuard(
                    ServiceFaults(services, faults),
                    [contract],
                    logger: logger
                ),
                configuration: GatewayConfiguration(seed: 1, limits: limits),
                logger: logger
            )
            network = HandsetNetwork(gateway: gateway, faults: faults)
            try network.register("amina", World.amina)
        }

        func dial(_ string: String = "*789*2*5#") -> Replies {
            let replies = Replies()
            network.dial(string, from: World.amina, at: now) { replies.take($0) }
            return replies
        }

        func type(_ input: String, turn: TurnKey? = nil) -> Replies {
            let replies = Replies()
            network.answer(input, from: World.amina, turn: turn, at: now) { replies.take($0) }
            return replies
        }

        mutating func wait(milliseconds: Int64) {
            now = now.adding(milliseconds: milliseconds)
            network.advance(to: now)
            gateway.advance(to: now)
        }

        func arm(_ fault: InjectedFault.Turn) {
            faults.arm(InjectedFault(.turn(fault, phone: "amina")))
        }

        var happened: [Int] { faults.armed.map(\.happened) }
    }

    @Test func lostReplyIsNeitherSeenNorTold() throws {
        let bench = try Bench()
        bench.services.answer("send", with: .ok())
        _ = bench.dial()
        bench.arm(.loseReply)
        let reply = bench.type("4821")
        #expect(reply.kind == .released(.connectionLost))
        #expect(bench.services.operations == ["send"])
        #expect(bench.services.told.isEmpty)
        let phone = bench.network.handset(named: "amina")
        #expect(phone?.screen?.text == "Send 5 now?\nEnter PIN")
        #expect(phone?.released == .connectionLost && phone?.isOpen == false)
        #expect(bench.dial().kind == .continue)
    }

    @Test(arguments: [(180, 0), (0, 1)])
    func turnDeliveredTwiceIsDoneOnceOrComplainedOf(_ kept: Int, _ complaints: Int) throws {
        var limits = GatewayLimits()
        limits.answersKeptSeconds = kept
        let bench = try Bench(limits: limits)
        bench.services.answer("send", with: .ok())
        _ = bench.dial()
        bench.arm(.double)
        #expect(bench.type("4821").text == "Sent 5.")
        #expect(bench.services.operations == ["send"])
        #expect(bench.faults.takeComplaints(of: World.amina).count == complaints)
        #expect(bench.faults.takeComplaints(of: World.amina).isEmpty)
    }

    @Test func lateTurnArrivesAtItsTime() throws {
        var bench = try Bench()
        bench.services.answer("send", with: .ok())
        _ = bench.dial()
        bench.arm(.late(milliseconds: 20_000))
        let reply = bench.type("4821")
        bench.wait(milliseconds: 19_999)
        #expect(reply.all.isEmpty && bench.services.operations.isEmpty)
        #expect(bench.network.nextDeadline() == bench.now.adding(milliseconds: 1))
        bench.wait(milliseconds: 1)
        #expect(reply.text == "Sent 5." && bench.services.performed.map(\.at) == [bench.now])
    }

    @Test func oldTurnBehindANewerOneIsNoNewTurn() throws {
        let bench = try Bench()
        bench.services.answer("send", with: ServiceResult("wrong_pin"), .ok())
        let first = bench.dial().first?.turn
        bench.arm(.reorder)
        let second = bench.type("1111", turn: first)
        #expect(second.text == "Wrong PIN.\nSend 5 now?\nEnter PIN" && bench.happened == [0])
        #expect(bench.type("4821", turn: second.first?.turn).text == "Sent 5.")
        #expect(bench.happened == [1] && bench.services.operations == ["send", "send"])
        #expect(bench.faults.takeComplaints(of: World.amina).isEmpty)
    }

    @Test(arguments: [true, false])
    func phoneLeavesWhileAServiceWorks(_ isHeld: Bool) throws {
        for fault in [InjectedFault.Turn.redial, .hangUp] {
            let bench = try Bench()
            if !isHeld { bench.services.answer("send", with: .ok()) }
            bench.arm(fault)
            // No service works on this turn, so that the fault waits for the next.
            #expect(bench.dial().kind == .continue && bench.happened == [0])
            let reply = bench.type("4821")
            #expect(bench.happened == [1])
            bench.services.release(.ok())
            #expect(bench.services.operations == ["send"] && bench.services.told.isEmpty)
            #expect(reply.all.count == 1)
            let text = reply.text ?? ""
            #expect(fault == .redial ? text.contains("Enter PIN") : text.contains("paid"))
        }
    }

    @Test func releasedSessionNeverGetsTheAnswer() throws {
        let bench = try Bench()
        _ = bench.dial()
        bench.arm(.release)
        #expect(bench.type("4821").kind == .released(.connectionLost))
        #expect(bench.services.operations.isEmpty)
        #expect(bench.gateway.session(of: World.amina) == nil)
    }

    @Test(arguments: [
        (InjectedFault.Message.drop, "2 3", "2 3"), (.double, "1 1 2 3", "1 1 2 3"),
        (.reorder, "2 1 3", "2 1 3"), (.delay(milliseconds: 9_000), "2 3", "2 3 1"),
    ])
    func messagesArriveAsTheNetworkCarriesThem(
        _ fault: InjectedFault.Message,
        _ atOnce: String,
        _ later: String
    ) throws {
        var bench = try Bench()
        bench.faults.arm(InjectedFault(.message(fault, phone: "amina")))
        for text in ["1", "2", "3"] {
            let message = ShortMessage(from: "M", to: World.amina, text: text, at: bench.now)
            bench.gateway.deliver(message, at: bench.now)
        }
        let texts = { (bench: Bench) in
            bench.network.inbox(of: "amina")?.messages.map(\.text).joined(separator: " ")
        }
        #expect(texts(bench) == atOnce)
        bench.wait(milliseconds: 9_000)
        #expect(texts(bench) == later && bench.happened == [1])
    }

    @Test func messageKeptBackComesAfterAMinuteAlone() throws {
        var bench = try Bench()
        bench.faults.arm(InjectedFault(.message(.reorder, phone: "amina")))
        let message = ShortMessage(from: "M", to: World.amina, text: "1", at: bench.now)
        bench.gateway.deliver(message, at: bench.now)
        bench.wait(milliseconds: NetworkFaults.Limits.reorderMillisecondsMax)
        #expect(bench.network.inbox(of: "amina")?.received == 1 && bench.happened == [0])
    }

    @Test(arguments: [
        (InjectedFault.Service.fail, "Busy. Nothing was taken.", 0, false),
        (.failAfter, "Not sure yet.", 1, false), (.wrong, "Not sure yet.", 1, true),
    ])
    func failingServiceIsSaidTruly(
        _ fault: InjectedFault.Service,
        _ text: String,
        _ performed: Int,
        _ isLogged: Bool
    ) throws {
        let bench = try Bench()
        bench.services.answer("send", with: .ok())
        bench.faults.arm(InjectedFault(.service(fault, operation: "money.send")))
        _ = bench.dial()
        #expect(bench.type("4821").text == text)
        #expect(bench.services.performed.count == performed && bench.services.told.isEmpty)
        let breaches = bench.log.lines.filter { $0.contains("broke its contract") }
        #expect(breaches.count == (isLogged ? 1 : 0))
        #expect(!bench.log.lines.contains { $0.contains("html") })
        #expect(breaches.allSatisfy { $0.contains("money.send") })
    }

    @Test func slowServiceAnswersAtItsTime() throws {
        var bench = try Bench()
        bench.services.answer("send", with: .ok())
        bench.faults.arm(.slow(operation: "money.send", milliseconds: 3_000))
        _ = bench.dial()
        let reply = bench.type("4821")
        bench.wait(milliseconds: 2_999)
        #expect(reply.all.isEmpty && bench.services.operations == ["send"])
        bench.wait(milliseconds: 1)
        #expect(reply.text == "Sent 5.")
    }

    @Test func killIsAskedForOnceAndItsAnswerIsLost() throws {
        let bench = try Bench()
        bench.services.answer("send", with: .ok())
        _ = bench.dial()
        bench.faults.arm(InjectedFault(.kill))
        #expect(bench.type("4821").kind == .released(.connectionLost))
        #expect(bench.services.operations == ["send"] && bench.services.told.isEmpty)
        #expect(bench.faults.takeKill())
        #expect(!bench.faults.takeKill())
    }

    @Test(
        arguments: [
            ([7_200_000], 7_200_000), ([-300_000], 0), ([-300_000, 300_000], 0),
            ([-300_000, 400_000], 100_000), ([100, -50, 20], 100), ([100, -50, 80], 130),
        ] as [([Int64], Int64)]
    )
    func clockNeverGoesBack(_ jumps: [Int64], _ lead: Int64) throws {
        let bench = try Bench()
        for jump in jumps {
            bench.faults.arm(InjectedFault(.jumpClock(milliseconds: jump)))
            _ = bench.dial()
        }
        #expect(bench.faults.clockLead == lead)
    }

    @Test func bookWithoutFaultsDoesNothing() throws {
        let bench = try Bench()
        bench.services.answer("send", with: .ok())
        #expect(!bench.faults.isActive && bench.faults.nextDue == nil)
        _ = bench.dial()
        #expect(bench.type("4821").text == "Sent 5." && bench.services.told.count == 1)
        #expect(!bench.faults.isActive)
    }
}

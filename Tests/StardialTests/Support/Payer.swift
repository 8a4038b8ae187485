// SPDX-License-Identifier: Apache-2.0

/// A subscriber who pays as fast as the gateway answers, and remembers every receipt.
struct Payer {
    /// How many there are.
    static let count = 64
    /// What all have at the beginning, in minor units; each has another amount, which tells their
    /// accounts apart.
    static let paidIn = (0..<count).reduce(0) { $0 + Payer(number: $1).openingBalance }

    private static let pin = "739518"

    let number: Int
    /// What was seen of payments: the reference, and the amount in minor units where it is known.
    private(set) var acknowledged: [(reference: String, amount: Int64?)] = []
    /// How often the PIN was typed.
    private(set) var agreements = 0
    /// Whether the phone is in hand.
    private(set) var isReady = false
    private var client: LineClient?
    private var amount: Int64 = 0

    init(number: Int) { self.number = number }

    var name: String { "p\(number)" }
    var openingBalance: Int64 { 50_000_00 + Int64(number) * 1_00 }
    var isClosed: Bool { client?.isClosed ?? true }

    private static func local(_ number: Int) -> String { "07220000" + "\(10 + number)" }

    /// Connects and takes the phone in hand; the first time with its wallet.
    mutating func connect(port: Int, isFirst: Bool) throws {
        isReady = false
        let client = try LineClient(port: port)
        self.client = client
        let wallet = " pin=\(Self.pin) balance=\(openingBalance / 100).00"
        client.send("PHONE \(name) +254\(Self.local(number).dropFirst())" + (isFirst ? wallet : ""))
    }

    /// Dials the first payment.
    mutating func begin(_ chance: inout Chance) { dial(&chance) }

    /// Answers whatever has come.
    ///
    /// - Returns: whether something had.
    mutating func work(_ chance: inout Chance) throws -> Bool {
        guard let client, client.pump() else { return false }
        while let reply = client.next() { try answer(reply, client, &chance) }
        return true
    }

    private mutating func answer(
        _ reply: LineReplies.Reply, _ client: LineClient, _ chance: inout Chance
    ) throws {
        switch reply.code {
        case 200: break
        case 250: isReady = true
        case 220 where reply.lines.first?.hasPrefix("Your last payment DID go") == true:
            if let reference = reply.reference { acknowledge(reference, nil) }
            client.send("1")
        case 220 where reply.asksSecret:
            agreements += 1
            client.send(Self.pin)
        case 221:
            if let reference = reply.reference { acknowledge(reference, amount) }
            dial(&chance)
        default: throw TestFailure("\(name) did not expect \(reply)")
        }
    }

    /// A receipt that was already seen when it was paid is seen again, and is no second one.
    private mutating func acknowledge(_ reference: String, _ amount: Int64?) {
        guard !acknowledged.contains(where: { $0.reference == reference }) else { return }
        acknowledged.append((reference, amount))
    }

    /// Dials a payment to another phone, or now and then cash at the agent.
    private mutating func dial(_ chance: inout Chance) {
        let shillings = 50 + Int64(chance.below(100))
        amount = shillings * 100
        if chance.below(4) == 0 {
            client?.send("*789*2*4021*\(shillings)#")
        } else {
            let other = (number + 1 + Int(chance.below(UInt64(Self.count - 1)))) % Self.count
            client?.send("*789*1*\(Self.local(other))*\(shillings)#")
        }
    }
}

/// Numbers that a seed repeats (SplitMix64).
struct Chance {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// A number from 0 up to, and without, a limit.
    mutating func below(_ limit: UInt64) -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return (mixed ^ (mixed >> 31)) % limit
    }
}

// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import MobileMoney

/// The people of a simulation: customers with little money, and agents with little float.
struct SimulatedTown {
    /// One of them.
    struct Person {
        /// Which of the people, from 0.
        let number: Int
        let msisdn: MSISDN
        let pin: String
        /// The agent's number; nil for customers.
        let till: String?
    }

    let people: [Person]
    let agents: [Int]

    /// How many customers share one agent.
    static let customersPerAgent = 40
    /// Most people, so that each has a mobile number of Kenya and a till of her own.
    static let peopleMax = 900_000

    /// Draws so many people.
    init(phones: Int, dice: inout Dice) {
        var people: [Person] = []
        var agents: [Int] = []
        for number in 0..<min(phones, Self.peopleMax) {
            guard let msisdn = MSISDN(digits: 254_712_000_000 + UInt64(number)) else { continue }
            let isAgent = number % (Self.customersPerAgent + 1) == 0
            if isAgent { agents.append(number) }
            people.append(
                Person(
                    number: number,
                    msisdn: msisdn,
                    pin: String(1_000 + dice.below(9_000)),
                    till: isAgent ? String(10_000 + number) : nil
                )
            )
        }
        self.people = people
        self.agents = agents
    }

    /// Whose phone has these digits; nil for a stranger.
    func person(of digits: UInt64) -> Int? {
        let number = Int(clamping: digits) - 254_712_000_000
        return people.indices.contains(number) ? number : nil
    }

    /// The wallets of all, with what they begin with in minor units.
    func openings(dice: inout Dice) -> [WalletOpening] {
        people.map { person in
            WalletOpening(
                name: "P\(person.number)",
                msisdn: person.msisdn,
                pin: Secret(person.pin),
                openingBalance: Int64(dice.below(5_000)) * 100,
                savings: person.number % 3 == 1 ? Int64(dice.below(20_000)) * 100 : nil,
                agent: person.till.map {
                    AgentOpening(
                        till: $0,
                        businessName: "SHOP \(person.number)",
                        float: Int64(dice.below(10_000)) * 100
                    )
                }
            )
        }
    }
}

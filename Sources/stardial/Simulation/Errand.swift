// SPDX-License-Identifier: Apache-2.0
import GSM

/// What a person picks up her phone for.
enum Errand: Hashable {
    /// Looks at her balance, and hears how her last payment ended.
    case look
    /// Asks for her balance by SMS.
    case text
    /// Sends to another person, so many minor units.
    case send(to: Int, amount: Int64)
    /// Takes cash at an agent.
    case withdraw(at: Int, amount: Int64)
    /// An agent takes a customer's cash.
    case deposit(of: Int, amount: Int64)

    /// Draws an errand for a person of a town.
    static func draw(for person: SimulatedTown.Person, in town: SimulatedTown, _ dice: inout Dice)
        -> Errand
    {
        let amount = Int64(dice.below(1_000) + 50) * 100
        let other =
            (person.number + 1 + dice.below(max(town.people.count - 1, 1)))
            % max(town.people.count, 1)
        if person.till != nil, dice.chance(70) { return .deposit(of: other, amount: amount) }
        switch dice.below(100) {
        case ..<55: return .send(to: other, amount: amount)
        case ..<80:
            guard !town.agents.isEmpty else { return .look }
            return .withdraw(at: town.agents[dice.below(town.agents.count)], amount: amount)
        case ..<90: return .look
        default: return .text
        }
    }

    /// What is dialled for it; nil for an SMS.
    func dialled(in town: SimulatedTown) -> String? {
        func shillings(_ amount: Int64) -> String { String(amount / 100) }
        switch self {
        case .look: return "*789#"
        case .text: return nil
        case .send(let other, let amount):
            return "*789*1*\(town.people[other].msisdn.local)*\(shillings(amount))#"
        case .withdraw(let agent, let amount):
            return "*789*2*\(town.people[agent].till ?? "")*\(shillings(amount))#"
        case .deposit(let other, let amount):
            return "*788*1*\(town.people[other].msisdn.local)*\(shillings(amount))#"
        }
    }
}

extension MSISDN {
    /// As a subscriber of Kenya types it: `0712000001`.
    fileprivate var local: String { "0" + String(digits).dropFirst(3) }
}

// SPDX-License-Identifier: Apache-2.0
public import Dialogue
public import GSM

/// A wallet to be set up before anybody dials, for tests, demonstrations and imports.
public struct WalletOpening: Hashable, Sendable {
    /// The name as typed; it is shown in the GSM basic set and cut to 20 characters.
    public var name: String
    /// The phone number, of the tariff's country.
    public var msisdn: MSISDN
    /// The PIN, which is not judged here; nil for a wallet that can only receive.
    public var pin: Secret?
    /// The money on the main account, in minor units.
    public var openingBalance: Int64
    /// The money in savings, in minor units; nil for no savings.
    public var savings: Int64?
    /// The identity level.
    public var level: Int
    /// Set for an agent.
    public var agent: AgentOpening?
    /// What staff did to it before it is dialled from.
    public var standing: WalletStanding

    /// Describes a wallet.
    public init(
        name: String,
        msisdn: MSISDN,
        pin: Secret? = nil,
        openingBalance: Int64 = 0,
        savings: Int64? = nil,
        level: Int = 1,
        agent: AgentOpening? = nil,
        standing: WalletStanding = .usual
    ) {
        self.name = name
        self.msisdn = msisdn
        self.pin = pin
        self.openingBalance = openingBalance
        self.savings = savings
        self.level = level
        self.agent = agent
        self.standing = standing
    }
}

/// What staff did to a wallet, for tests of what its owner then sees.
public enum WalletStanding: String, CaseIterable, Hashable, Sendable {
    /// Nothing.
    case usual
    /// Nothing can be paid out or in.
    case frozen
    /// The PIN is a one-time code of a day, with which the owner chooses a new PIN.
    case reset
    /// The SIM was changed just now.
    case newSIM = "new-sim"
}

/// What makes a wallet an agent's.
public struct AgentOpening: Hashable, Sendable {
    /// The agent's number: 1 to 6 digits, the first not 0.
    public var till: String
    /// The shop's name; shown in the GSM basic set and cut to 20 characters.
    public var businessName: String
    /// The money on the float, in minor units.
    public var float: Int64

    /// Describes an agent.
    public init(till: String, businessName: String, float: Int64 = 0) {
        self.till = till
        self.businessName = businessName
        self.float = float
    }
}

/// Why a wallet was not set up; those before it in the list were.
public enum ProvisioningError: Error, Hashable, Sendable {
    /// The number is not a mobile number of the tariff's country.
    case foreignNumber(MSISDN)
    /// The tariff has no level of this number.
    case unknownLevel(Int)
    /// An agent's number must be 1 to 6 digits and not begin with 0.
    case badTill(String)
    /// The agent's number is another wallet's.
    case tillTaken(String)
    /// The balance is negative or more than the level, or the tariff, allows.
    case balanceOutOfRange(MSISDN)
    /// The PIN could not be hashed or a document not be read.
    case failed(MSISDN)
    /// The ledger could not write; its own words say why.
    case ledger(String)
}

extension ProvisioningError: CustomStringConvertible {
    /// What happened and what to do, with masked numbers.
    public var description: String {
        switch self {
        case .foreignNumber(let number):
            "\(number) is not a mobile number of the tariff's country. Its wallet was not set up. "
                + "Use another number or tariff."
        case .unknownLevel(let level):
            "The tariff has no level \(level). The wallet was not set up. Use one of its levels."
        case .badTill(let till):
            "`\(till)` cannot be an agent's number. The wallet was not set up. "
                + "Use 1 to 6 digits that do not begin with 0."
        case .tillTaken(let till):
            "Agent \(till) exists already. The wallet was not set up. Use another number."
        case .balanceOutOfRange(let number):
            "The balance of \(number) is less than nothing or more than its level allows. "
                + "The wallet was not set up. Change the balance or the level."
        case .failed(let number):
            "The wallet of \(number) could not be set up: its PIN could not be hashed, or what "
                + "the ledger has of it cannot be read."
        case .ledger(let words):
            words
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import MobileMoney

/// A phone that is there from the start, with its wallet.
struct DemoPhone {
    var handset: String
    var opening: WalletOpening
    /// Shown to whoever starts the emulator; these wallets hold no money of anybody.
    var pin: String

    /// Two subscribers and an agent, in the tariff's country.
    static func all(in country: Country) -> [DemoPhone] {
        [
            phone("amina", "Amina", 1, pin: "4821", balance: 2_000_00, in: country),
            phone("baraka", "Baraka", 2, pin: "7395", balance: 0, in: country),
            phone(
                "neema",
                "Neema",
                3,
                pin: "6159",
                balance: 0,
                in: country,
                agent: AgentOpening(
                    till: "4021",
                    businessName: "NEEMA SHOP",
                    float: 20_000_00
                )
            ),
        ].compactMap(\.self)
    }

    private static func phone(
        _ handset: String,
        _ name: String,
        _ number: UInt64,
        pin: String,
        balance: Int64,
        in country: Country,
        agent: AgentOpening? = nil
    ) -> DemoPhone? {
        demoNumber(number, in: country).map {
            DemoPhone(
                handset: handset,
                opening: WalletOpening(
                    name: name,
                    msisdn: $0,
                    pin: Secret(pin),
                    openingBalance: balance,
                    agent: agent
                ),
                pin: pin
            )
        }
    }

    /// The n-th number for emulated phones: the country's first mobile digits, then zeros.
    static func demoNumber(_ number: UInt64, in country: Country) -> MSISDN? {
        guard country != .kenya else { return MSISDN(digits: 254_712_000_000 + number) }
        return country.mobileLeadingDigits.lazy.compactMap { leads -> MSISDN? in
            let lead = String(leads.lowerBound)
            let digits = String(number)
            let zeros = country.nationalLength - lead.count - digits.count
            guard zeros >= 0 else { return nil }
            let national = lead + String(repeating: "0", count: zeros) + digits
            return MSISDN.parse("+\(country.callingCode)\(national)", in: country)
        }.first
    }
}

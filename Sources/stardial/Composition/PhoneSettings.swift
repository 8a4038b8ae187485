// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Ledger
import MobileMoney
import Transcripts

/// What is written behind a phone's name, on the line and in transcripts: `pin=4821 balance=500`.
struct PhoneSettings {
    var opening: WalletOpening?

    /// What went wrong, in a sentence.
    struct Failure: Error {
        var text: String
    }

    static let keys = [
        "name", "pin", "balance", "savings", "level", "till", "float", "business", "wallet", "lang",
        "state",
    ]

    /// Reads the settings of a phone.
    ///
    /// - Parameters:
    ///   - settings: by key; `wallet=no` makes a phone without a wallet; `lang` is the gateway's.
    ///   - handset: the phone's name, which names the wallet unless `name` does.
    ///   - msisdn: the phone's number.
    ///   - tariff: whose currency the amounts are in.
    /// - Throws: ``Failure`` for an unknown setting or an amount that is none.
    init(
        _ settings: [String: String],
        handset: String,
        msisdn: MSISDN,
        tariff: Tariff
    ) throws(Failure) {
        if let unknown = settings.keys.sorted().first(where: { !Self.keys.contains($0) }) {
            throw Failure(
                text: "There is no setting \(unknown). There are: "
                    + Self.keys.joined(separator: ", ") + "."
            )
        }
        guard settings["wallet"] != "no" else { return }
        let name = settings["name"] ?? handset.prefix(1).uppercased() + handset.dropFirst()
        var agent: AgentOpening?
        if let till = settings["till"] {
            agent = AgentOpening(
                till: till,
                businessName: settings["business"] ?? "\(name.uppercased()) SHOP",
                float: try Self.amount("float", settings, tariff)
            )
        }
        if let pin = settings["pin"],
            !TranscriptLimits.pinDigits.contains(pin.utf8.count)
                || !pin.utf8.allSatisfy({ 48...57 ~= $0 })
        {
            throw Failure(text: "pin is 4 to 8 digits, such as pin=4821.")
        }
        guard let level = Int(settings["level"] ?? "1") else {
            throw Failure(text: "level is a whole number, such as level=1.")
        }
        let state = settings["state"] ?? WalletStanding.usual.rawValue
        guard let standing = WalletStanding(rawValue: state) else {
            let known = WalletStanding.allCases.map(\.rawValue).joined(separator: ", ")
            throw Failure(text: "state is one of \(known), such as state=frozen.")
        }
        opening = WalletOpening(
            name: name,
            msisdn: msisdn,
            pin: settings["pin"].map(Secret.init),
            openingBalance: try Self.amount("balance", settings, tariff),
            savings: settings["savings"] == nil
                ? nil : try Self.amount("savings", settings, tariff),
            level: level,
            agent: agent,
            standing: standing
        )
    }

    private static func amount(
        _ key: String,
        _ settings: [String: String],
        _ tariff: Tariff
    ) throws(Failure) -> Int64 {
        guard let typed = settings[key] else { return 0 }
        let format = AmountFormat(
            code: tariff.currency.code,
            minorDigits: tariff.currency.minorDigits
        )
        guard let minorUnits = format.minorUnits(typed: typed) else {
            throw Failure(text: "\(key) is an amount, such as \(key)=500.00.")
        }
        return minorUnits
    }
}

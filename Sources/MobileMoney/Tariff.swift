// SPDX-License-Identifier: Apache-2.0
public import GSM
public import Ledger

/// The numbers of one operator in one country: limits, fees, PIN rules and times.
///
/// They are data, read from YAML by ``init(yaml:)``; all amounts here are minor units.
public struct Tariff: Hashable, Sendable {
    /// The country whose numbers can have wallets.
    public let country: Country
    /// The currency of every wallet.
    public let currency: Currency
    /// Local time less UTC, in minutes; days and months begin by it.
    public let utcOffsetMinutes: Int
    /// The name that text messages come from, at most 11 letters and digits (TS 23.040 9.1.2.5).
    public let smsSender: String
    /// The greatest amount that is ever held or shown.
    public let greatest: Int64
    /// How long a quoted fee holds, in seconds.
    public let quoteSeconds: Int
    /// The identity levels, by number from 0.
    public let levels: [IdentityLevel]
    /// Sending to another wallet.
    public let send: Charge
    /// Taking cash at an agent.
    public let withdraw: Charge
    /// Giving cash to an agent; free for the customer.
    public let deposit: Charge
    /// What an agent earns for taking cash, by amount.
    public let depositCommission: [FeeBand]
    /// How PINs are.
    public let pin: PINRules
    /// How often a phone may dial and have PINs typed.
    public let rates: RateRules
    /// What happens by itself as time goes by.
    public let schedule: ScheduleTerms

    /// The bounds of what is read.
    public enum Limits {
        /// Most bytes of a tariff's text.
        public static let textBytesMax = 65_536
        /// Most identity levels.
        public static let levelsMax = 10
        /// Most bands of one list.
        public static let bandsMax = 64
        /// Most characters of the sender's name.
        public static let senderCharactersMax = 11
        /// Most seconds of any span: one year.
        public static let secondsMax = 31_536_000
    }

    /// Reads a tariff from YAML 1.1, as in `Menus/kenya.tariff.yaml`.
    ///
    /// Amounts are written in whole units of the currency, with or without decimals.
    ///
    /// - Parameter yaml: the whole text of the file.
    /// - Throws: ``TariffError`` with the line and what to do about it.
    public init(yaml: String) throws(TariffError) {
        var reader = try TariffReader(yaml: yaml)
        country = try reader.country()
        currency = try reader.readCurrency()
        reader.currency = currency
        utcOffsetMinutes = try reader.utcOffset()
        smsSender = try reader.sender()
        greatest = try reader.amount("greatest", in: reader.root)
        quoteSeconds = try reader.seconds("quote_seconds")
        levels = try reader.levels(greatest: greatest)
        send = try reader.charge("send", greatest: greatest)
        withdraw = try reader.charge("withdraw", greatest: greatest)
        deposit = try reader.charge("deposit", greatest: greatest)
        depositCommission = try reader.commission(of: deposit)
        pin = try reader.pinRules()
        rates = try reader.rateRules()
        schedule = try reader.schedule()
    }

    /// What a kind of payment may be and what it costs.
    func charge(_ kind: PaymentKind) -> Charge {
        switch kind {
        case .send: send
        case .withdraw: withdraw
        case .deposit: deposit
        }
    }

    /// The level of a number; an unknown one counts as the lowest.
    func level(_ number: Int) -> IdentityLevel {
        levels.first { $0.number == number } ?? levels[0]
    }

    /// An amount in the tariff's currency.
    func amount(_ minorUnits: Int64) -> Amount {
        Amount(minorUnits: minorUnits, currency: currency)
    }

    /// What an agent earns for taking an amount in cash.
    func commission(for amount: Int64) -> Int64 {
        Charge(least: 0, most: deposit.most, bands: depositCommission).fee(for: amount)
    }
}

// SPDX-License-Identifier: Apache-2.0
public import GSM
public import Ledger
public import SourceText

/// The numbers of one operator in one country: limits, fees, taxes, PIN rules and times.
///
/// They are data, read from YAML by ``read(_:)``; all amounts here are minor units.
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
    /// Giving cash to an agent.
    public let deposit: Charge
    /// How PINs are.
    public let pin: PINRules
    /// How often a phone may dial and have PINs typed.
    public let rates: RateRules
    /// What happens by itself as time goes by.
    public var schedule: ScheduleTerms

    /// The bounds of what is read.
    public enum Limits {
        /// Most bytes of a tariff's text.
        public static let textBytesMax = 65_536
        /// Most identity levels.
        public static let levelsMax = 10
        /// Most bands of one list.
        public static let bandsMax = 64
        /// Most steps by the month's volume.
        public static let stepsMax = 8
        /// Most characters of the sender's name.
        public static let senderCharactersMax = 11
        /// Most seconds of any span: one year.
        public static let secondsMax = 31_536_000
    }

    /// How the name of a tariff's file ends.
    public static let fileEnding = ".tariff.yaml"

    /// Whether a text says that it is the tariff to take where several lie side by side and none
    /// is named: it has the line `default: true`.
    public static func isDefault(_ yaml: String) -> Bool {
        yaml.split(separator: "\n").contains {
            $0.prefix { $0 != "#" }.split(separator: " ") == ["default:", "true"]
        }
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

    /// Whether what comes into wallets by a kind of payment is counted.
    ///
    /// It is when some level limits it or the fee looks at it. An agent's float is never counted.
    func countsIncome(of kind: PaymentKind) -> Bool {
        guard kind != .withdraw else { return false }
        if levels.contains(where: { !$0.into.isEmpty }) { return true }
        return kind == .deposit
            && (deposit.dependsOnUsage || levels.contains { !$0.deposit.isEmpty })
    }
}

extension Tariff {
    /// A tariff that was read, and everything that was found on the way.
    public struct Reading: Sendable {
        /// The tariff; nil when there are errors.
        public let tariff: Tariff?
        /// Errors and warnings in the order of the file.
        public let findings: [Diagnostic]
    }

    /// Reads a tariff from YAML 1.1, as in `Menus/kenya.tariff.yaml`, and says all that is wrong.
    ///
    /// Amounts are written in whole units of the currency, with or without decimals.
    public static func read(_ file: SourceFile) -> Reading {
        var reader = TariffReader(file)
        let tariff = reader.read()
        let findings = reader.findings.inSourceOrder()
        return Reading(tariff: findings.hasErrors ? nil : tariff, findings: findings)
    }

    /// Reads a tariff from YAML that has no file.
    ///
    /// - Parameter yaml: the whole text.
    /// - Throws: ``TariffError`` with all errors that ``read(_:)`` finds.
    public init(yaml: String) throws(TariffError) {
        let file = SourceFile(path: "tariff", text: yaml)
        let reading = Self.read(file)
        guard let tariff = reading.tariff else {
            throw TariffError(
                findings: reading.findings.filter { $0.severity == .error },
                file: file
            )
        }
        self = tariff
    }
}

/// Why a tariff was not read: all errors, each with its place and what to do about it.
public struct TariffError: Error, Sendable {
    /// The errors in the order of the file; at least one.
    public let findings: [Diagnostic]
    /// The text that was read.
    public let file: SourceFile
}

extension TariffError: CustomStringConvertible {
    /// One line for each error: its place, its name and what is wrong.
    public var description: String {
        String(DiagnosticRenderer().renderShort(findings, in: [file]).dropLast())
    }
}

// SPDX-License-Identifier: Apache-2.0
public import GSM
import Ledger

/// What staff can have done to a wallet, a payment or a key; each takes two of them.
public enum StaffOperation: Hashable, Sendable {
    /// Nothing is paid out of a wallet or into it any more.
    case freeze(MSISDN)
    /// A frozen wallet works again.
    case thaw(MSISDN)
    /// An empty wallet is closed for good.
    case close(MSISDN)
    /// A lock after wrong PINs ends now; how long the next one lasts stays as it was.
    case unlock(MSISDN)
    /// The PIN is replaced by a one-time code of a day, with which the owner chooses a new one.
    case resetPIN(MSISDN)
    /// The owner has a new SIM, so nothing is paid out for as long as the tariff says.
    case changeSIM(MSISDN)
    /// The owner showed who she is: a higher identity level, with its limits.
    case raise(MSISDN, level: Int)
    /// A payment goes back: an amount in minor units, or nil for all of it with fee and
    /// commission.
    case reverse(TransactionReference, amount: Int64?)
    /// Money in minor units moves between two accounts, to put right what a payment did.
    case correct(TransactionReference, from: String, to: String, amount: Int64)
    /// A key that seals no PIN any more is never used again.
    case retireKey(UInt32)

    /// The words that name the operations in commands, roles and the audit log.
    public enum Name: String, CaseIterable, Hashable, Sendable {
        /// ``StaffOperation/freeze(_:)``.
        case freeze
        /// ``StaffOperation/thaw(_:)``.
        case thaw
        /// ``StaffOperation/close(_:)``.
        case close
        /// ``StaffOperation/unlock(_:)``.
        case unlock
        /// ``StaffOperation/resetPIN(_:)``.
        case resetPIN = "reset-pin"
        /// ``StaffOperation/changeSIM(_:)``.
        case changeSIM = "change-sim"
        /// ``StaffOperation/raise(_:level:)``.
        case raise
        /// ``StaffOperation/reverse(_:amount:)``.
        case reverse
        /// ``StaffOperation/correct(_:from:to:amount:)``.
        case correct
        /// ``StaffOperation/retireKey(_:)``.
        case retireKey = "retire-key"

        /// What is written after the word.
        public var usage: String {
            switch self {
            case .freeze, .thaw, .close, .unlock, .resetPIN, .changeSIM: "\(rawValue) NUMBER"
            case .raise: "raise NUMBER LEVEL"
            case .reverse: "reverse RECEIPT [AMOUNT]"
            case .correct: "correct RECEIPT FROM-ACCOUNT TO-ACCOUNT AMOUNT"
            case .retireKey: "retire-key NUMBER-OF-THE-KEY"
            }
        }
    }

    /// The word that names it.
    public var name: Name {
        switch self {
        case .freeze: .freeze
        case .thaw: .thaw
        case .close: .close
        case .unlock: .unlock
        case .resetPIN: .resetPIN
        case .changeSIM: .changeSIM
        case .raise: .raise
        case .reverse: .reverse
        case .correct: .correct
        case .retireKey: .retireKey
        }
    }

    /// To whom or what it is done, with a masked number: fit for the audit log.
    public var subject: String {
        switch self {
        case .freeze(let phone), .thaw(let phone), .close(let phone), .unlock(let phone),
            .resetPIN(let phone), .changeSIM(let phone), .raise(let phone, _):
            phone.masked
        case .reverse(let receipt, _), .correct(let receipt, _, _, _): receipt.text
        case .retireKey(let number): "key \(number)"
        }
    }
}

extension StaffOperation {
    /// Reads an operation as it is typed: its word, then what its ``Name/usage`` asks for.
    ///
    /// - Parameters:
    ///   - words: such as `["reverse", "6BK7M9XB4T", "500.00"]`; accounts as ``WalletService``
    ///     names them, wallets by their whole number: `wallet:+254712000001`.
    ///   - tariff: whose country and currency they are read in.
    /// - Throws: ``StaffRefusal/notUnderstood(_:)`` with what to type instead.
    public init(words: [String], tariff: Tariff) throws(StaffRefusal) {
        guard let first = words.first, let name = Name(rawValue: first) else {
            let known = Name.allCases.map(\.rawValue).joined(separator: ", ")
            throw .notUnderstood("an operation: \(known)")
        }
        let rest = Array(words.dropFirst())
        guard let operation = Self.make(name, rest, tariff) else {
            throw .notUnderstood(name.usage)
        }
        self = operation
    }

    /// The words that ``init(words:tariff:)`` reads back; they hold numbers in full.
    func words(_ tariff: Tariff) -> [String] {
        let rest: [String] =
            switch self {
            case .freeze(let phone), .thaw(let phone), .close(let phone), .unlock(let phone),
                .resetPIN(let phone), .changeSIM(let phone):
                [phone.e164]
            case .raise(let phone, let level): [phone.e164, String(level)]
            case .reverse(let receipt, let amount):
                [receipt.text] + (amount.map { [tariff.amount($0).formatted] } ?? [])
            case .correct(let receipt, let from, let to, let amount):
                [receipt.text, from, to, tariff.amount(amount).formatted]
            case .retireKey(let number): [String(number)]
            }
        return [name.rawValue] + rest
    }

    /// The operation in a few words without its subject, as `reverse 500.00`.
    func summary(_ tariff: Tariff) -> String {
        switch self {
        case .raise(_, let level): "raise to level \(level)"
        case .reverse(_, let amount):
            "reverse \(amount.map { tariff.amount($0).formatted } ?? "all")"
        case .correct(_, _, _, let amount): "correct \(tariff.amount(amount).formatted)"
        default: name.rawValue
        }
    }

    private static func make(_ name: Name, _ rest: [String], _ tariff: Tariff) -> StaffOperation? {
        let phone = rest.first.flatMap { MSISDN.parse($0, in: tariff.country) }
        let receipt = rest.first.flatMap { TransactionReference(typed: $0) }
        let amount = rest.last.flatMap { Amount(parsing: $0, currency: tariff.currency) }
        switch (name, rest.count) {
        case (.freeze, 1): return phone.map { .freeze($0) }
        case (.thaw, 1): return phone.map { .thaw($0) }
        case (.close, 1): return phone.map { .close($0) }
        case (.unlock, 1): return phone.map { .unlock($0) }
        case (.resetPIN, 1): return phone.map { .resetPIN($0) }
        case (.changeSIM, 1): return phone.map { .changeSIM($0) }
        case (.raise, 2):
            guard let phone, let level = Int(rest[1]) else { return nil }
            return .raise(phone, level: level)
        case (.reverse, 1): return receipt.map { .reverse($0, amount: nil) }
        case (.reverse, 2):
            guard let receipt, let amount else { return nil }
            return .reverse(receipt, amount: amount.minorUnits)
        case (.correct, 4):
            guard let receipt, let amount else { return nil }
            return .correct(receipt, from: rest[1], to: rest[2], amount: amount.minorUnits)
        case (.retireKey, 1): return UInt32(rest[0]).map { .retireKey($0) }
        default: return nil
        }
    }
}

extension StaffOperation: CustomStringConvertible, CustomReflectable {
    /// Word and masked subject.
    public var description: String { "\(name.rawValue) \(subject)" }

    /// A mirror without children, so that dumping an operation shows no full number.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

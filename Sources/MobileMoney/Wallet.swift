// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Ledger

/// A customer, and perhaps agent, as the ledger's documents keep her.
struct Wallet: Hashable, Sendable {
    /// The number that stays when the phone number changes.
    let id: WalletID
    /// The document itself.
    var body: Body
    /// The version that was read; 0 for a wallet that is not yet kept.
    var version: UInt64 = 0

    /// What is written.
    struct Body: Hashable, Sendable {
        var msisdn: UInt64
        var name: String
        var level: Int
        var agent: Agent?
        /// Nil until a PIN is set; then nothing can be paid.
        var pin: PINHash?
        /// Wrong PINs since the last right one or the last lock.
        var wrongTries = 0
        /// Locks since the last right PIN.
        var locks = 0
        /// When the lock ends, in milliseconds since 1970; 0 for none.
        var lockedUntil: Int64 = 0
        /// Until when the PIN is a one-time code that only serves to choose a PIN; 0 for none.
        var codeUntil: Int64 = 0
        /// Until when nothing is paid out because the SIM was changed; 0 for none.
        var heldUntil: Int64 = 0
    }

    /// What makes a customer an agent.
    struct Agent: Hashable, Sendable {
        var till: String
        var business: String
    }

    /// The main account.
    var main: AccountID { ChartOfAccounts.main(id) }

    /// The agent's float, which is there for agents only.
    var float: AccountID { ChartOfAccounts.float(id) }

    /// How the wallet is named as an agent, or else as a person.
    var partyName: String {
        guard let agent = body.agent else { return body.name }
        return DisplayName.agent(till: agent.till, business: agent.business)
    }

    /// The phone number; nil only for a damaged document.
    var msisdn: MSISDN? { MSISDN(digits: body.msisdn) }

    /// The moment a lock ends, when one holds at `now`.
    func lock(at now: Int64) -> Int64? { body.lockedUntil > now ? body.lockedUntil : nil }

    /// The wallet after one more wrong PIN.
    func afterWrongPIN(at now: Int64, rules: PINRules) -> Wallet {
        var next = self
        next.body.wrongTries += 1
        if next.body.wrongTries >= rules.tries {
            next.body.wrongTries = 0
            next.body.lockedUntil = now.saturatingAdd(rules.lockMilliseconds(body.locks))
            next.body.locks = min(body.locks + 1, rules.lockSeconds.count)
        }
        return next
    }

    /// Whether wrong PINs are on record that a right one clears.
    var hasWrongTries: Bool { body.wrongTries > 0 || body.locks > 0 }

    /// How long a one-time code serves, in seconds: a day.
    static let codeSeconds = 86_400

    /// Whether the owner must choose a new PIN before anything else.
    var waitsForNewPIN: Bool { body.codeUntil != 0 }

    /// Until when nothing is paid out after a change of the SIM; nil when it may be.
    func hold(at now: Int64) -> Int64? { body.heldUntil > now ? body.heldUntil : nil }

    /// The wallet after a right PIN.
    func afterRightPIN() -> Wallet {
        var next = self
        next.body.wrongTries = 0
        next.body.locks = 0
        next.body.lockedUntil = 0
        return next
    }

    /// The change that writes the wallet over the version that was read.
    var change: RecordChange {
        RecordChange(
            key: RecordKind.wallet.key(id.rawValue),
            expectedVersion: version,
            body: body.recordBytes
        )
    }
}

extension Wallet.Body: CustomStringConvertible, CustomReflectable {
    /// The level alone: neither name, number nor hash is printed.
    var description: String { "wallet of level \(level)" }

    /// A mirror without children, so that dumping a wallet shows nothing.
    var customMirror: Mirror { Mirror(self, children: []) }
}

extension Wallet.Body: RecordBody {
    static let kind = RecordKind.wallet
    static let version: UInt8 = 2

    init(from reader: inout RecordReader) {
        msisdn = reader.unsigned()
        name = reader.text()
        level = reader.int()
        agent = reader.optional { Wallet.Agent(till: $0.text(), business: $0.text()) }
        pin = reader.optional { PINHash(from: &$0) }
        wrongTries = reader.int()
        locks = reader.int()
        lockedUntil = reader.signed()
        if reader.version >= 2 {
            codeUntil = reader.signed()
            heldUntil = reader.signed()
        }
    }

    func write(to writer: inout RecordWriter) {
        writer.write(msisdn)
        writer.write(name)
        writer.write(level)
        writer.write(agent) { writer, agent in
            writer.write(agent.till)
            writer.write(agent.business)
        }
        writer.write(pin) { $1.write(to: &$0) }
        writer.write(wrongTries)
        writer.write(locks)
        writer.write(lockedUntil)
        writer.write(codeUntil)
        writer.write(heldUntil)
    }
}

/// The wallet that a phone number or an agent's number stands for.
struct WalletAlias: Hashable, Sendable {
    let wallet: WalletID
}

extension WalletAlias: RecordBody {
    static let kind = RecordKind.phone

    init(from reader: inout RecordReader) {
        wallet = WalletID(rawValue: reader.unsigned())
    }

    func write(to writer: inout RecordWriter) { writer.write(wallet.rawValue) }
}

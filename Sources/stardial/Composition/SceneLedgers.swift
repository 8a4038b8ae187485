// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Ledger
import MobileMoney
import Synchronization
import Transcripts

/// The ledgers that scenes begin with: each set up once, and copied for every scene that asks for
/// the same phones at the same moment.
final class SceneLedgers: Sendable {
    private let kept = Mutex<[Key: Beginning]>([:])

    /// A ledger with its wallets, and the process that set them up.
    struct Beginning {
        let ledger: MemoryLedgerStore
        let store: MortalStore

        /// The same with a ledger of its own.
        var copy: Beginning { Beginning(ledger: ledger.copy(), store: store) }
    }

    /// Of what two scenes must have the same, so that their ledgers begin alike.
    private struct Key: Hashable {
        let shelf: String
        let clock: Instant
        let phones: [Phone]

        struct Phone: Hashable {
            let name: String
            let msisdn: MSISDN
            let pin: Secret?
            let balance: String
            let extras: [String: String]
        }
    }

    /// Most ledgers that are kept; beyond, all are forgotten and set up again when asked for.
    static let ledgersMax = 256

    /// The ledger of a scene with its phones' wallets, which is the scene's alone.
    ///
    /// - Parameters:
    ///   - setup: the phones and the moment.
    ///   - tariff: the numbers of the operator; nil for a ledger without wallets.
    ///   - shelf: what names the tariff among others; nil to keep nothing for other scenes.
    /// - Returns: the ledger, and the process that set it up.
    /// - Throws: the first phone whose wallet cannot be, in a sentence.
    func beginning(
        _ setup: WorldSetup,
        _ tariff: Tariff?,
        named shelf: String?
    ) throws(WorldFailure) -> Beginning {
        guard let tariff else {
            let ledger = MemoryLedgerStore()
            return Beginning(ledger: ledger, store: MortalStore(ledger))
        }
        guard let shelf else { return try Self.provisioned(setup, tariff) }
        let key = Key(
            shelf: shelf,
            clock: setup.clock,
            phones: setup.phones.map { phone in
                Key.Phone(
                    name: phone.name,
                    msisdn: phone.msisdn,
                    pin: phone.pin.map(Secret.init),
                    balance: phone.balance,
                    extras: phone.extras
                )
            }
        )
        if let known = kept.withLock({ $0[key] }) { return known.copy }
        let made = try Self.provisioned(setup, tariff)
        kept.withLock { kept in
            if kept.count >= Self.ledgersMax { kept = [:] }
            kept[key] = made
        }
        return made.copy
    }

    /// What checks the PINs of scenes: fast, for its key is no secret.
    static func verifier(salts: Salts) -> PINVerifier {
        PINVerifier(
            key: Array("a key for scenes alone".utf8),
            cost: .tests,
            worker: { $0() },
            salts: { salts.next() }
        )
    }

    private static func provisioned(
        _ setup: WorldSetup,
        _ tariff: Tariff
    ) throws(WorldFailure) -> Beginning {
        let ledger = MemoryLedgerStore()
        let store = MortalStore(ledger)
        let wallet = WalletService(
            store: store,
            tariff: tariff,
            // The scene's own seed would make a ledger of its own for every scene.
            verifier: verifier(salts: Salts(seed: 0))
        )
        let failure = Mutex<ProvisioningError?>(nil)
        wallet.provision(try openings(setup, tariff), at: setup.clock) { result in
            if case .failure(let error) = result { failure.withLock { $0 = error } }
        }
        if let error = failure.withLock({ $0 }) { throw WorldFailure(error.description) }
        return Beginning(ledger: ledger, store: store)
    }

    private static func openings(
        _ setup: WorldSetup,
        _ tariff: Tariff
    ) throws(WorldFailure) -> [WalletOpening] {
        var openings: [WalletOpening] = []
        for phone in setup.phones {
            var settings = phone.extras
            settings["balance"] = phone.balance
            settings["pin"] = phone.pin
            do throws(PhoneSettings.Failure) {
                let read = try PhoneSettings(
                    settings,
                    handset: phone.name,
                    msisdn: phone.msisdn,
                    tariff: tariff
                )
                if let opening = read.opening { openings.append(opening) }
            } catch {
                throw WorldFailure("phone \(phone.name): \(error.text)")
            }
        }
        return openings
    }
}

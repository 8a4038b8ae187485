// SPDX-License-Identifier: Apache-2.0
import Crypto
import CryptoExtras
import Dialogue
import Foundation

/// Where PINs are hashed, which takes long on purpose: anywhere but on an event loop.
///
/// It runs what it is given once, at once or later.
public typealias PINWorker = @Sendable (@escaping @Sendable () -> Void) -> Void

/// How long the hashing of a PIN takes (RFC 7914 clause 2).
public struct PINCost: Hashable, Sendable {
    /// The rounds N, a power of two above 1.
    public let rounds: Int
    /// The block size r; 128 · N · r bytes are used.
    public let blockSize: Int
    /// The parallelism p.
    public let parallelism: Int

    /// Makes a cost; the default takes 32 MiB and about a tenth of a second.
    public init(rounds: Int = 32_768, blockSize: Int = 8, parallelism: Int = 1) {
        self.rounds = rounds
        self.blockSize = blockSize
        self.parallelism = parallelism
    }

    /// Next to nothing, for tests and transcripts, whose PINs are no secrets.
    public static let tests = PINCost(rounds: 2, blockSize: 1, parallelism: 1)
}

/// Hashes and checks PINs.
///
/// A PIN has so few digits that a hash alone would fall to guessing, so each is hashed by scrypt
/// with its own salt and sealed by HMAC-SHA256 under a key that is not in the ledger.
public struct PINVerifier: Sendable {
    /// The keys that seal, by number.
    let keys: PINKeyring
    private let cost: PINCost
    private let worker: PINWorker
    private let salts: @Sendable () -> UInt64
    /// Told of every scrypt, so that a test can count what an answer cost.
    var meter: @Sendable (PINCost) -> Void = { _ in }

    /// Makes a verifier with one key, number 1.
    ///
    /// - Parameters:
    ///   - key: the server's secret of at least 16 bytes, kept apart from the ledger.
    ///   - cost: how long new hashes take; old ones keep the cost they were made with.
    ///   - worker: where to hash.
    ///   - salts: random numbers, two for each new PIN.
    public init(
        key: [UInt8],
        cost: PINCost = PINCost(),
        worker: @escaping PINWorker,
        salts: @escaping @Sendable () -> UInt64
    ) {
        self.init(keys: PINKeyring(key), cost: cost, worker: worker, salts: salts)
    }

    /// Makes a verifier with several keys: new hashes are sealed under the newest one, others are
    /// checked under their own and sealed anew at the next right PIN.
    ///
    /// - Parameters:
    ///   - keys: the server's secrets, kept apart from the ledger.
    ///   - cost: how long hashes take; one of another cost is made anew at the next right PIN.
    ///   - worker: where to hash.
    ///   - salts: random numbers, two for each new PIN.
    public init(
        keys: PINKeyring,
        cost: PINCost = PINCost(),
        worker: @escaping PINWorker,
        salts: @escaping @Sendable () -> UInt64
    ) {
        self.keys = keys
        self.cost = cost
        self.worker = worker
        self.salts = salts
    }

    /// What a PIN turned out to be.
    enum Verdict: Hashable, Sendable {
        /// Another one, or there is none to compare it with.
        case wrong
        /// The hashed one; the hash to keep from now on, when the kept one is out of date.
        case right(renewed: PINHash?)
    }

    /// Why a PIN could not be judged.
    enum Failure: Error, Hashable, Sendable {
        /// The ring lacks the key with this number; a PIN under it is neither right nor wrong.
        case keyMissing(UInt32)
    }

    /// Runs what takes long where it may.
    func run(_ work: @escaping @Sendable () -> Void) { worker(work) }

    /// The next number, for what a salt's source also serves.
    func nextNumber() -> UInt64 { salts() }

    /// Hashes a new PIN under the newest key; to be run on the worker.
    ///
    /// - Throws: when scrypt does not take the cost or finds no memory.
    func hash(_ pin: Secret) throws -> PINHash {
        var salt: [UInt8] = []
        for word in [salts(), salts()] {
            withUnsafeBytes(of: word.bigEndian) { salt.append(contentsOf: $0) }
        }
        return try seal(derive(pin, salt: salt, cost: cost), salt: salt, cost: cost)
    }

    /// Judges a PIN in a time that depends neither on how it differs nor on whether there is a
    /// hash to compare it with; to be run on the worker.
    ///
    /// - Throws: ``Failure``, or when scrypt does not take the cost or finds no memory.
    func judge(_ pin: Secret, for hash: PINHash?) throws -> Verdict {
        let salt = hash?.salt ?? Array(repeating: 0, count: 16)
        let derived = try derive(pin, salt: salt, cost: hash?.cost ?? cost)
        let number = hash?.key ?? keys.newest
        guard let key = keys.keys[number] else { throw Failure.keyMissing(number) }
        let isRight = derived.withUnsafeBytes { octets in
            HMAC<SHA256>.isValidAuthenticationCode(
                hash?.digest ?? [],
                authenticating: octets,
                using: key
            )
        }
        guard isRight, let hash else { return .wrong }
        if hash.cost != cost { return .right(renewed: try self.hash(pin)) }
        guard hash.key != keys.newest else { return .right(renewed: nil) }
        return .right(renewed: try seal(derived, salt: salt, cost: cost))
    }

    /// Whether a PIN is the hashed one; to be run on the worker.
    ///
    /// - Throws: as ``judge(_:for:)``.
    func isRight(_ pin: Secret, for hash: PINHash) throws -> Bool {
        try judge(pin, for: hash) != .wrong
    }

    private func derive(_ pin: Secret, salt: [UInt8], cost: PINCost) throws -> SymmetricKey {
        meter(cost)
        return try pin.exposedToItsChecker { text in
            try KDF.Scrypt.deriveKey(
                from: Array(text.utf8),
                salt: salt,
                outputByteCount: 32,
                rounds: cost.rounds,
                blockSize: cost.blockSize,
                parallelism: cost.parallelism
            )
        }
    }

    private func seal(_ derived: SymmetricKey, salt: [UInt8], cost: PINCost) throws -> PINHash {
        guard let key = keys.keys[keys.newest] else { throw Failure.keyMissing(keys.newest) }
        let digest = derived.withUnsafeBytes {
            Array(HMAC<SHA256>.authenticationCode(for: $0, using: key))
        }
        return PINHash(
            salt: salt,
            rounds: cost.rounds,
            blockSize: cost.blockSize,
            parallelism: cost.parallelism,
            digest: digest,
            key: keys.newest
        )
    }
}

extension PINVerifier: CustomStringConvertible, CustomReflectable {
    /// The cost alone.
    public var description: String { "PIN verifier of \(cost.rounds) rounds" }

    /// A mirror without children, so that dumping a verifier shows no key.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

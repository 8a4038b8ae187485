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
    private let key: SymmetricKey
    private let cost: PINCost
    private let worker: PINWorker
    private let salts: @Sendable () -> UInt64

    /// Makes a verifier.
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
        self.key = SymmetricKey(data: key)
        self.cost = cost
        self.worker = worker
        self.salts = salts
    }

    /// Runs what takes long where it may.
    func run(_ work: @escaping @Sendable () -> Void) { worker(work) }

    /// Hashes a new PIN; to be run on the worker.
    ///
    /// - Throws: when scrypt does not take the cost or finds no memory.
    func hash(_ pin: Secret) throws -> PINHash {
        var salt: [UInt8] = []
        for word in [salts(), salts()] {
            withUnsafeBytes(of: word.bigEndian) { salt.append(contentsOf: $0) }
        }
        let digest = try pin.exposedToItsChecker { try seal($0, salt: salt, cost: cost) }
        return PINHash(
            salt: salt,
            rounds: cost.rounds,
            blockSize: cost.blockSize,
            parallelism: cost.parallelism,
            digest: digest
        )
    }

    /// Whether a PIN is the hashed one, in a time that does not depend on how it differs; to be
    /// run on the worker.
    ///
    /// - Throws: when scrypt does not take the cost or finds no memory.
    func isRight(_ pin: Secret, for hash: PINHash) throws -> Bool {
        let cost = PINCost(
            rounds: hash.rounds,
            blockSize: hash.blockSize,
            parallelism: hash.parallelism
        )
        let digest = try pin.exposedToItsChecker { try seal($0, salt: hash.salt, cost: cost) }
        guard digest.count == hash.digest.count else { return false }
        return zip(digest, hash.digest).reduce(0 as UInt8) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private func seal(_ pin: String, salt: [UInt8], cost: PINCost) throws -> [UInt8] {
        let derived = try KDF.Scrypt.deriveKey(
            from: Array(pin.utf8),
            salt: salt,
            outputByteCount: 32,
            rounds: cost.rounds,
            blockSize: cost.blockSize,
            parallelism: cost.parallelism
        )
        return derived.withUnsafeBytes {
            Array(HMAC<SHA256>.authenticationCode(for: $0, using: key))
        }
    }
}

extension PINVerifier: CustomStringConvertible, CustomReflectable {
    /// The cost alone.
    public var description: String { "PIN verifier of \(cost.rounds) rounds" }

    /// A mirror without children, so that dumping a verifier shows no key.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// What is kept of a PIN.
struct PINHash: Hashable, Sendable {
    let salt: [UInt8]
    let rounds: Int
    let blockSize: Int
    let parallelism: Int
    let digest: [UInt8]
}

extension PINHash: CustomStringConvertible, CustomReflectable {
    /// Nothing of the hash.
    var description: String { "••••" }

    /// A mirror without children, so that dumping a hash shows nothing.
    var customMirror: Mirror { Mirror(self, children: []) }
}

extension PINHash {
    init(from reader: inout RecordReader) {
        salt = reader.octets()
        rounds = reader.int()
        blockSize = reader.int()
        parallelism = reader.int()
        digest = reader.octets()
    }

    func write(to writer: inout RecordWriter) {
        writer.write(salt)
        writer.write(rounds)
        writer.write(blockSize)
        writer.write(parallelism)
        writer.write(digest)
    }
}

// SPDX-License-Identifier: Apache-2.0
import Crypto

/// The secret that signs the heads of the journal: an Ed25519 key (RFC 8032), given from outside.
///
/// It never prints. Keep it where the ledger file is not, or who can rewrite the one can sign the
/// other.
public struct SealingKey: Sendable {
    let key: Curve25519.Signing.PrivateKey

    /// Takes the 32 bytes of a private key; nil for any other number of them.
    public init?(bytes: [UInt8]) {
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: bytes) else {
            return nil
        }
        self.key = key
    }

    /// The half that anybody may have, and that proves what this half signed.
    public var publicKey: SealPublicKey { SealPublicKey(key.publicKey) }

    /// The 64 bytes of the signature over a message; nil when the library refuses.
    func signature(for message: [UInt8]) -> [UInt8]? {
        (try? key.signature(for: message)).map { [UInt8]($0) }
    }
}

extension SealingKey: CustomStringConvertible, CustomReflectable {
    /// That it is a key, and of whom: the public half.
    public var description: String { "sealing key of \(publicKey)" }

    /// Nothing beyond the description, so that a dump shows no secret either.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// The public half of a sealing key: it proves who signed a head.
public struct SealPublicKey: Hashable, Sendable {
    /// The 32 bytes.
    public let bytes: [UInt8]

    /// Takes the 32 bytes of a public key; nil for any other number of them.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    fileprivate init(_ key: Curve25519.Signing.PublicKey) {
        bytes = [UInt8](key.rawRepresentation)
    }

    /// Whether a signature is of this key over a message.
    func signed(_ message: [UInt8], with signature: [UInt8]) -> Bool {
        (try? Curve25519.Signing.PublicKey(rawRepresentation: bytes))?
            .isValidSignature(signature, for: message) ?? false
    }
}

extension SealPublicKey: LosslessStringConvertible {
    /// Reads 64 hexadecimal digits; nil for anything else.
    public init?(_ text: String) {
        guard let bytes = [UInt8](hexadecimal: text) else { return nil }
        self.init(bytes: bytes)
    }

    /// The bytes as 64 hexadecimal digits.
    public var description: String { bytes.hexadecimal }
}

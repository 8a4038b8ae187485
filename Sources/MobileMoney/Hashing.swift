// SPDX-License-Identifier: Apache-2.0
import Crypto
import Gateway
import Ledger

/// Numbers and keys that follow from the key of a call, so that a repeated call gets them again.
enum Hashing {
    /// The first 64 bits of a SHA-256 over a purpose, a key and a count.
    static func number(_ purpose: String, _ key: ServiceKey, _ count: UInt8 = 0) -> UInt64 {
        var octets = Array(purpose.utf8)
        octets += [0, count]
        for half in [key.high, key.low] {
            withUnsafeBytes(of: half.bigEndian) { octets.append(contentsOf: $0) }
        }
        return SHA256.hash(data: octets).withUnsafeBytes {
            UInt64(bigEndian: $0.loadUnaligned(as: UInt64.self))
        }
    }
}

extension ServiceKey {
    /// The key of the ledger's command that does the call.
    var ledgerKey: IdempotencyKey { IdempotencyKey(high: high, low: low) }

    /// The key of another command that follows from the call; it stays ordered by time.
    func ledgerKey(_ purpose: String) -> IdempotencyKey {
        IdempotencyKey(high: high, low: Hashing.number(purpose, self))
    }

    /// The wallet that a call registers.
    var walletID: WalletID {
        WalletID(rawValue: Hashing.number("wallet", self) >> (64 - WalletID.bits))
    }
}

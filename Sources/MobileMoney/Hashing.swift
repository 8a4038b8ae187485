// SPDX-License-Identifier: Apache-2.0
import Crypto
import Gateway
import Ledger

/// Numbers and keys that follow from the key of a call, so that a repeated call gets them again.
enum Hashing {
    /// The first 64 bits of a SHA-256 over a purpose, a key and a count.
    static func number(_ purpose: String, _ key: ServiceKey, _ count: UInt8 = 0) -> UInt64 {
        var hash = SHA256()
        hash.update(data: Array(purpose.utf8) + [0, count])
        withUnsafeBytes(of: key.high.bigEndian) { hash.update(bufferPointer: $0) }
        withUnsafeBytes(of: key.low.bigEndian) { hash.update(bufferPointer: $0) }
        return hash.finalize().prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
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

// SPDX-License-Identifier: Apache-2.0
import Crypto
import GSM
import Gateway
import Ledger

/// Keys that follow from the name of a batch, so that the same file run again gets them again.
struct BulkKeys: Hashable, Sendable {
    /// The name of the batch.
    let batch: String

    /// The number under which the batch is kept: 64 bits of a SHA-256 over its name.
    var number: UInt64 { Self.hash("batch", [batch]) }

    /// The key of the command that pays a line: the batch, then the line's number.
    func payment(_ line: PaymentLine) -> IdempotencyKey {
        IdempotencyKey(high: number, low: UInt64(line.number))
    }

    /// What a line's receipt number is drawn from: the batch and all that the line says, so that
    /// a line that was changed after it was paid does not fit its receipt.
    func receipt(_ line: PaymentLine, of programme: Programme) -> ServiceKey {
        let words = [
            batch, programme.name, String(line.number), String(line.msisdn.digits),
            String(line.amount), line.reference,
        ]
        return ServiceKey(high: number, low: Self.hash("receipt", words))
    }

    /// The key of a step of the batch itself.
    func step(_ state: BulkBatch.State) -> IdempotencyKey {
        IdempotencyKey(high: number, low: Self.hash("step", [batch, state.rawValue]))
    }

    /// The key of the command that brings an opening balance to a programme.
    func opening(_ programme: Programme) -> IdempotencyKey {
        IdempotencyKey(high: number, low: Self.hash("opening", [batch, programme.name]))
    }

    /// 64 bits of a SHA-256 over counted words.
    static func hash(_ purpose: String, _ words: [String]) -> UInt64 {
        digest(purpose, words).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// SHA-256 over counted words, so that no two lists of words give the same bytes.
    static func digest(_ purpose: String, _ words: [String]) -> [UInt8] {
        var hash = SHA256()
        for word in [purpose] + words {
            let octets = Array(word.utf8)
            withUnsafeBytes(of: UInt64(octets.count).bigEndian) { hash.update(bufferPointer: $0) }
            hash.update(data: octets)
        }
        return Array(hash.finalize())
    }
}

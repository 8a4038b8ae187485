// SPDX-License-Identifier: Apache-2.0

/// Where the journal stood when a day was sealed, signed: whoever keeps it can prove later that
/// nothing up to there was altered, removed or put in between.
public struct SignedHead: Hashable, Sendable {
    /// The day it closes, such as `2026-11-20`.
    public let day: String
    /// The last transfer then; zero when there was none.
    public let transfer: TransferID
    /// The last note then; zero when there was none.
    public let note: Int64
    /// The seal on the last of both, and so on all of them.
    public let hash: TransferHash
    /// The Ed25519 signature (RFC 8032) over ``signedBytes``: 64 bytes.
    public let signature: [UInt8]

    package init(
        day: String,
        transfer: TransferID,
        note: Int64,
        hash: TransferHash,
        signature: [UInt8]
    ) {
        self.day = day
        self.transfer = transfer
        self.note = note
        self.hash = hash
        self.signature = signature
    }

    /// Signs where a journal stands, for a day after the last one sealed.
    ///
    /// - Throws: ``LedgerStoreError/refused(_:)`` for a day that is not written as `2026-11-20`,
    ///   or is before the last.
    package init(
        day: String,
        at head: LedgerHead,
        key: SealingKey,
        last: String?
    ) throws(LedgerStoreError) {
        guard Self.isDay(day) else { throw .refused("\"\(day.prefix(32))\" is not a day") }
        if let last, day <= last { throw .refused("days up to \(last) are sealed") }
        let (transfer, note, hash) = (head.transfer, head.note, head.hash)
        let unsigned = SignedHead(
            day: day,
            transfer: transfer,
            note: note,
            hash: hash,
            signature: []
        )
        guard let signature = key.signature(for: unsigned.signedBytes) else {
            throw .refused("the key does not sign")
        }
        self.init(day: day, transfer: transfer, note: note, hash: hash, signature: signature)
    }

    /// What is signed: the 16 bytes `stardial head 1\n`, the ten of the day, and, most significant
    /// byte first, the numbers of transfer and note in eight bytes each and the 32 of the hash.
    public var signedBytes: [UInt8] {
        var writer = ByteWriter(capacity: 74)
        Array("stardial head 1\n\(day)".utf8).withUnsafeBytes { writer.append(raw: $0) }
        writer.append(transfer.rawValue)
        writer.append(note)
        hash.withBytes { writer.append(raw: $0) }
        return writer.bytes
    }

    /// Whether the signature is that of a key.
    public func isSigned(by key: SealPublicKey) -> Bool {
        key.signed(signedBytes, with: signature)
    }

    /// Whether a text is a day of the calendar as ISO 8601 writes it, months of 31 days allowed.
    private static func isDay(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { part in
            part.utf8.allSatisfy { (48...57).contains($0) } ? Int(part) : nil
        }
        return parts.map(\.utf8.count) == [4, 2, 2] && numbers.count == 3
            && (1...12).contains(numbers[1]) && (1...31).contains(numbers[2])
    }
}

extension SignedHead: LosslessStringConvertible {
    /// Reads the line that ``description`` or ``line(naming:)`` writes; nil for anything else.
    public init?(_ text: String) {
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        guard (5...6).contains(words.count), Self.isDay(String(words[0])),
            let transfer = Int64(words[1]), let note = Int64(words[2]),
            transfer >= 0, note >= 0,
            let hash = [UInt8](hexadecimal: words[3])?.withUnsafeBytes(TransferHash.init(bytes:)),
            let signature = [UInt8](hexadecimal: words[4]), signature.count == 64,
            words.count == 5 || [UInt8](hexadecimal: words[5])?.count == 8
        else { return nil }
        self.init(
            day: String(words[0]),
            transfer: TransferID(transfer),
            note: note,
            hash: hash,
            signature: signature
        )
    }

    /// One line to keep elsewhere: day, transfer, note, hash and signature, by single spaces.
    public var description: String {
        "\(day) \(transfer.rawValue) \(note) \(hash) \(signature.hexadecimal)"
    }

    /// The line, and behind it the short name of the key that signed it.
    ///
    /// The name is for a reader and not held against anything; it is left out where none of these
    /// keys signed.
    public func line(naming keys: [SealPublicKey]) -> String {
        guard let key = keys.first(where: isSigned) else { return description }
        return "\(self) \(key.name)"
    }
}

// SPDX-License-Identifier: Apache-2.0
import GSM
public import Ledger

/// A batch of payments as the ledger keeps it, in the words of the GSMA Mobile Money API 1.2.
public struct BulkBatch: Hashable, Sendable {
    /// The `batchStatus`.
    public enum State: String, CaseIterable, Sendable {
        /// The file was judged and its sum is known; nothing is paid.
        case created
        /// Somebody else said that it shall be paid; lines may have been.
        case approved
        /// Every line was paid or refused; nothing more is paid by this batch.
        case completed
    }

    /// The `batchTitle`: what the batch is called, for ever.
    public let title: String
    /// Who pays.
    public let programme: String
    /// How far it is.
    public internal(set) var state: State
    /// How many payments it has.
    public let count: Int
    /// Their sum, in minor units.
    public let total: Int64
    /// Who created it.
    public let createdBy: String
    /// The `creationDate`.
    public let createdAt: Timestamp
    /// Who approved it; empty before that.
    public internal(set) var approvedBy = ""
    /// The `approvalDate`; nil before that.
    public internal(set) var approvedAt: Timestamp?
    /// The `completionDate`; nil before that.
    public internal(set) var completedAt: Timestamp?
    /// The `completedCount`: lines paid, when it is completed.
    public internal(set) var completedCount = 0
    /// The `rejectionCount`: lines refused, when it is completed.
    public internal(set) var rejectionCount = 0
    /// SHA-256 over all lines.
    let digest: [UInt8]
    /// The version that was read; 0 when it is not yet kept.
    var version: UInt64 = 0
}

extension BulkBatch {
    /// The batch with a title, or nil.
    static func read(_ keys: BulkKeys, in store: any LedgerStore) throws(WalletFault) -> BulkBatch?
    {
        guard let record = store.record(RecordKind.batch.key(keys.number)) else { return nil }
        var batch = try BulkBatch(recordBytes: record.body)
        guard batch.title == keys.batch else { throw .unreadable(.batch) }
        batch.version = record.version
        return batch
    }

    /// The command that writes the batch over the version that was read.
    func command(at now: Timestamp) -> LedgerCommand {
        let keys = BulkKeys(batch: title)
        let change = RecordChange(
            key: RecordKind.batch.key(keys.number),
            expectedVersion: version,
            body: recordBytes
        )
        return LedgerCommand(key: keys.step(state), at: now, records: [change])
    }

    /// SHA-256 over all that the lines of a file ask for.
    static func digest(of lines: [PaymentLine]) -> [UInt8] {
        var words: [String] = []
        words.reserveCapacity(lines.count * 3)
        for line in lines {
            words += [String(line.msisdn.digits), String(line.amount), line.reference]
        }
        return BulkKeys.digest("lines", words)
    }
}

extension BulkBatch: RecordBody {
    static let kind = RecordKind.batch

    init(from reader: inout RecordReader) {
        title = reader.text()
        programme = reader.text()
        state = State(rawValue: reader.text()) ?? .completed
        count = reader.int()
        total = reader.signed()
        createdBy = reader.text()
        createdAt = Timestamp(milliseconds: reader.signed())
        approvedBy = reader.text()
        approvedAt = reader.optional { Timestamp(milliseconds: $0.signed()) }
        completedAt = reader.optional { Timestamp(milliseconds: $0.signed()) }
        completedCount = reader.int()
        rejectionCount = reader.int()
        digest = reader.octets()
    }

    func write(to writer: inout RecordWriter) {
        writer.write(title)
        writer.write(programme)
        writer.write(state.rawValue)
        writer.write(count)
        writer.write(total)
        writer.write(createdBy)
        writer.write(createdAt.milliseconds)
        writer.write(approvedBy)
        writer.write(approvedAt) { $0.write($1.milliseconds) }
        writer.write(completedAt) { $0.write($1.milliseconds) }
        writer.write(completedCount)
        writer.write(rejectionCount)
        writer.write(digest)
    }
}

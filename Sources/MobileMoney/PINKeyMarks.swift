// SPDX-License-Identifier: Apache-2.0
import Crypto
import Gateway
public import Ledger

/// What a ledger remembers of each key of its ring, so that another key under the same number is
/// noticed before a right PIN is taken for a wrong one.
///
/// A mark is the first 64 bits of an HMAC-SHA256 under the key: it tells two keys apart, and
/// nothing about a key that is random.
struct PINKeyMarks: Hashable, Sendable {
    var marks: [UInt32: UInt64] = [:]
}

extension PINKeyring {
    /// Holds the ring against the ledger whose PINs it seals, and lets the ledger remember the keys
    /// that are new to it.
    ///
    /// A key that the ledger knows and the ring lacks is no mistake here: PINs under it are neither
    /// right nor wrong.
    ///
    /// - Parameters:
    ///   - store: the ledger.
    ///   - now: when.
    /// - Returns: the number of the first key that is another one than the ledger's of this number;
    ///   nil when all fit.
    /// - Throws: `LedgerStoreError` when the ledger did not take what is to be remembered.
    public func firstStranger(
        in store: any LedgerStore,
        at now: Timestamp
    ) async throws(LedgerStoreError) -> UInt32? {
        let key = RecordKind.keyMarks.key(0)
        let record = store.record(key)
        var known = PINKeyMarks()
        if let record {
            guard let body = try? PINKeyMarks(recordBytes: record.body) else {
                throw .damaged("what it remembers of the keys of PINs cannot be read")
            }
            known = body
        }
        var next = known
        for number in numbers {
            guard let mark = mark(of: number) else { continue }
            if next.marks.updateValue(mark, forKey: number).map({ $0 != mark }) == true {
                return number
            }
        }
        guard next != known else { return nil }
        let version = record?.version ?? 0
        let call = ServiceKey(high: UInt64(clamping: now.milliseconds) << 20, low: version)
        let change = RecordChange(key: key, expectedVersion: version, body: next.recordBytes)
        let command = LedgerCommand(key: call.ledgerKey("key marks"), at: now, records: [change])
        _ = try await store.commit(command)
        return nil
    }

    private func mark(of number: UInt32) -> UInt64? {
        keys[number].map { key in
            HMAC<SHA256>.authenticationCode(for: Array("stardial PIN key".utf8), using: key)
                .prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
        }
    }
}

extension PINKeyMarks: RecordBody {
    static let kind = RecordKind.keyMarks

    /// More keys than anybody uses in a lifetime.
    private static let numbersMax = 1_000

    init(from reader: inout RecordReader) {
        let count = reader.int()
        guard 0...Self.numbersMax ~= count else { return }
        for _ in 0..<count {
            marks[UInt32(truncatingIfNeeded: reader.unsigned())] = reader.unsigned()
        }
    }

    func write(to writer: inout RecordWriter) {
        writer.write(marks.count)
        for (number, mark) in marks.sorted(by: { $0.key < $1.key }) {
            writer.write(UInt64(number))
            writer.write(mark)
        }
    }
}

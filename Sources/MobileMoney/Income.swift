// SPDX-License-Identifier: Apache-2.0
import Ledger

/// What came into a wallet this day and month, for levels that limit it and fees that look at it.
///
/// It is a document of its own, beside ``Activity``, so that paying somebody and being paid at
/// once do not get in each other's way.
struct Income: Hashable, Sendable {
    let wallet: WalletID
    var body = Body()
    /// The version that was read; 0 when there is none yet.
    var version: UInt64 = 0

    /// What is written.
    struct Body: Hashable, Sendable {
        var counters = Counters()
    }

    /// The change that counts a payment over the version that was read.
    func change(
        receiving amount: Int64,
        by kind: PaymentKind,
        at now: LocalTime
    ) -> RecordChange {
        let body = Body(counters: body.counters.adding(amount, of: kind, at: now))
        return RecordChange(
            key: RecordKind.income.key(wallet.rawValue),
            expectedVersion: version,
            body: body.recordBytes
        )
    }
}

extension Income.Body: RecordBody {
    static let kind = RecordKind.income

    init(from reader: inout RecordReader) { counters = Counters(from: &reader) }

    func write(to writer: inout RecordWriter) { counters.write(to: &writer) }
}

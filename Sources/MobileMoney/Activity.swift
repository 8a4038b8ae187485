// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Gateway
import Ledger

/// What a wallet paid out this day and month, and the payment it may not have been told of.
///
/// It is written in the same commit as each payment, over the version that was read, so that two
/// payments at once cannot both fit under one limit.
struct Activity: Hashable, Sendable {
    let wallet: WalletID
    var body = Body()
    /// The version that was read; 0 when there is none yet.
    var version: UInt64 = 0

    /// What is written.
    struct Body: Hashable, Sendable {
        /// What went out.
        var counters = Counters()
        var last: LastPayment?
    }

    /// The newest payment of the wallet.
    struct LastPayment: Hashable, Sendable {
        var keyHigh: UInt64
        var keyLow: UInt64
        var isTold = false

        /// The key of the call that paid.
        var key: ServiceKey { ServiceKey(high: keyHigh, low: keyLow) }
    }

    /// The activity after a payment; a deposit, which counts for the customer, only becomes last.
    func after(
        paying amount: Int64,
        by kind: PaymentKind,
        key: ServiceKey,
        at now: LocalTime
    ) -> Activity {
        var next = self
        next.body.last = LastPayment(keyHigh: key.high, keyLow: key.low)
        if kind != .deposit {
            next.body.counters = body.counters.adding(amount, of: kind, at: now)
        }
        return next
    }

    /// The activity once its last payment was told; nil when there is none or it was told before.
    func afterTelling(_ key: ServiceKey? = nil) -> Activity? {
        guard let last = body.last, !last.isTold, key == nil || key == last.key else { return nil }
        var next = self
        next.body.last?.isTold = true
        return next
    }

    /// The change that writes the activity over the version that was read.
    var change: RecordChange {
        RecordChange(
            key: RecordKind.activity.key(wallet.rawValue),
            expectedVersion: version,
            body: body.recordBytes
        )
    }
}

/// Which payment a receipt number stands for.
struct ReceiptEntry: Hashable, Sendable {
    /// The payer's wallet.
    var wallet: WalletID
    /// The key of the ledger's command.
    var keyHigh: UInt64
    var keyLow: UInt64
}

extension Activity.Body: RecordBody {
    static let kind = RecordKind.activity

    init(from reader: inout RecordReader) {
        let day = reader.int()
        if day != Self.mark { counters = Counters(olderFrom: &reader, day: day) }
        last = reader.optional {
            Activity.LastPayment(
                keyHigh: $0.unsigned(),
                keyLow: $0.unsigned(),
                isTold: $0.flag()
            )
        }
        if day == Self.mark { counters = Counters(from: &reader) }
    }

    func write(to writer: inout RecordWriter) {
        writer.write(Self.mark)
        writer.write(last) { writer, last in
            writer.write(last.keyHigh)
            writer.write(last.keyLow)
            writer.write(last.isTold)
        }
        counters.write(to: &writer)
    }

    /// Stands where older documents have the number of a day, which is not negative: they have the
    /// totals of all kinds together, and these tell kinds apart.
    private static let mark = -1
}

extension ReceiptEntry: RecordBody {
    static let kind = RecordKind.receipt

    init(from reader: inout RecordReader) {
        wallet = WalletID(rawValue: reader.unsigned())
        keyHigh = reader.unsigned()
        keyLow = reader.unsigned()
    }

    func write(to writer: inout RecordWriter) {
        writer.write(wallet.rawValue)
        writer.write(keyHigh)
        writer.write(keyLow)
    }
}

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
        /// ``LocalTime/dayNumber`` of the last payment.
        var day = 0
        var dayTotal: Int64 = 0
        var dayCount = 0
        /// ``LocalTime/monthNumber`` of the last payment.
        var month = 0
        var monthTotal: Int64 = 0
        var monthCount = 0
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

    /// What was paid out up to now.
    struct Totals: Hashable, Sendable {
        var day: Int64 = 0
        var dayCount = 0
        var month: Int64 = 0
        var monthCount = 0
    }

    /// The totals of the day and month that `now` lies in; those of other days count nothing.
    func totals(at now: LocalTime) -> Totals {
        var totals = Totals()
        if body.day == now.dayNumber {
            totals.day = body.dayTotal
            totals.dayCount = body.dayCount
        }
        if body.month == now.monthNumber {
            totals.month = body.monthTotal
            totals.monthCount = body.monthCount
        }
        return totals
    }

    /// The activity after a payment; one that does not count under the limits only becomes last.
    func after(paying amount: Int64, counts: Bool, key: ServiceKey, at now: LocalTime) -> Activity {
        var next = self
        next.body.last = LastPayment(keyHigh: key.high, keyLow: key.low)
        guard counts else { return next }
        let totals = totals(at: now)
        next.body.day = now.dayNumber
        next.body.dayTotal = totals.day.saturatingAdd(amount)
        next.body.dayCount = totals.dayCount + 1
        next.body.month = now.monthNumber
        next.body.monthTotal = totals.month.saturatingAdd(amount)
        next.body.monthCount = totals.monthCount + 1
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
        day = reader.int()
        dayTotal = reader.signed()
        dayCount = reader.int()
        month = reader.int()
        monthTotal = reader.signed()
        monthCount = reader.int()
        last = reader.optional {
            Activity.LastPayment(
                keyHigh: $0.unsigned(),
                keyLow: $0.unsigned(),
                isTold: $0.flag()
            )
        }
    }

    func write(to writer: inout RecordWriter) {
        writer.write(day)
        writer.write(dayTotal)
        writer.write(dayCount)
        writer.write(month)
        writer.write(monthTotal)
        writer.write(monthCount)
        writer.write(last) { writer, last in
            writer.write(last.keyHigh)
            writer.write(last.keyLow)
            writer.write(last.isTold)
        }
    }
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

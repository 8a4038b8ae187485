// SPDX-License-Identifier: Apache-2.0

/// What was paid this local day and month and ever, by kind of payment.
///
/// A handful of numbers that are written in the commit of each payment: no history is walked to
/// know them, and a restart forgets nothing. A payment that comes late over midnight counts in the
/// day that has begun, so that none drops out of both.
struct Counters: Hashable, Sendable {
    /// ``LocalTime/dayNumber`` of the last payment.
    var day = 0
    /// ``LocalTime/monthNumber`` of the last payment.
    var month = 0
    /// By ``PaymentKind/counterNumber``.
    var sums: [Int: Sum] = [:]

    /// What was paid with one kind.
    struct Sum: Hashable, Sendable {
        var totals = Totals()
        var life: Int64 = 0
    }

    /// Most kinds that a document may hold, far above how many there are.
    static let kindsMax = 32

    /// The totals of one kind in the day and month of `now`; those of others count nothing.
    func totals(of kind: PaymentKind, at now: LocalTime) -> Totals {
        current(sums[kind.counterNumber]?.totals ?? Totals(), now)
    }

    /// The totals of all kinds together.
    func totals(at now: LocalTime) -> Totals {
        sums.values.reduce(into: Totals()) { all, sum in
            let totals = current(sum.totals, now)
            all.day = all.day.saturatingAdd(totals.day)
            all.month = all.month.saturatingAdd(totals.month)
            all.dayCount += totals.dayCount
            all.monthCount += totals.monthCount
        }
    }

    /// What fees by volume and free quotas look at.
    func usage(of kind: PaymentKind, at now: LocalTime) -> Usage {
        let totals = totals(of: kind, at: now)
        return Usage(
            monthCount: totals.monthCount,
            month: totals.month,
            life: sums[kind.counterNumber]?.life ?? 0
        )
    }

    /// The counters after a payment.
    func adding(_ amount: Int64, of kind: PaymentKind, at now: LocalTime) -> Counters {
        var next = self
        next.day = max(day, now.dayNumber)
        next.month = max(month, now.monthNumber)
        for (number, sum) in sums { next.sums[number]?.totals = current(sum.totals, now) }
        var sum = next.sums[kind.counterNumber] ?? Sum()
        sum.totals.day = sum.totals.day.saturatingAdd(amount)
        sum.totals.month = sum.totals.month.saturatingAdd(amount)
        sum.totals.dayCount += 1
        sum.totals.monthCount += 1
        sum.life = sum.life.saturatingAdd(amount)
        next.sums[kind.counterNumber] = sum
        return next
    }

    private func current(_ totals: Totals, _ now: LocalTime) -> Totals {
        var totals = totals
        if day < now.dayNumber { (totals.day, totals.dayCount) = (0, 0) }
        if month < now.monthNumber { (totals.month, totals.monthCount) = (0, 0) }
        return totals
    }

    init() {}

    init(from reader: inout RecordReader) {
        day = reader.int()
        month = reader.int()
        for _ in 0..<min(max(reader.int(), 0), Self.kindsMax) {
            let kind = reader.int()
            let totals = Totals(
                day: reader.signed(),
                dayCount: Self.count(reader.int()),
                month: reader.signed(),
                monthCount: Self.count(reader.int())
            )
            sums[kind] = Sum(totals: totals, life: reader.signed())
        }
    }

    /// Reads the totals of a document of before kinds were told apart, behind its day.
    init(olderFrom reader: inout RecordReader, day: Int) {
        self.day = day
        let dayTotal = reader.signed()
        let dayCount = Self.count(reader.int())
        month = reader.int()
        let totals = Totals(
            day: dayTotal,
            dayCount: dayCount,
            month: reader.signed(),
            monthCount: Self.count(reader.int())
        )
        if totals != Totals() { sums[Self.olderKind] = Sum(totals: totals, life: totals.month) }
    }

    /// What sums of before kinds were told apart are kept under; they count under no kind.
    private static let olderKind = 0

    func write(to writer: inout RecordWriter) {
        writer.write(day)
        writer.write(month)
        writer.write(sums.count)
        for (kind, sum) in sums.sorted(by: { $0.key < $1.key }) {
            writer.write(kind)
            writer.write(sum.totals.day)
            writer.write(sum.totals.dayCount)
            writer.write(sum.totals.month)
            writer.write(sum.totals.monthCount)
            writer.write(sum.life)
        }
    }

    /// A count that one more can always be added to, whatever a damaged document says.
    private static func count(_ value: Int) -> Int { min(max(value, 0), 1 << 40) }
}

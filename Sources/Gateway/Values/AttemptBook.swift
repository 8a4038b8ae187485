// SPDX-License-Identifier: Apache-2.0
public import GSM

/// How often one phone may do something in a minute and in a day.
public struct AttemptLimit: Hashable, Sendable {
    /// Most in one minute.
    public var perMinute: Int
    /// Most in one day, which begins at midnight UTC.
    public var perDay: Int

    /// The greatest number that makes sense.
    public static let most = 1_000_000

    /// Makes a limit.
    public init(perMinute: Int, perDay: Int) {
        self.perMinute = perMinute
        self.perDay = perDay
    }
}

/// Counts what each phone did in the minute and the day under way.
///
/// An attempt that is refused is not counted, so a phone that keeps trying is let through again
/// as soon as the minute is over.
public struct AttemptBook: Sendable {
    /// Most phones counted at once; when there are more, those of earlier minutes are forgotten,
    /// and if that gives no room, all.
    public static let phonesMax = 262_144

    private struct Count: Sendable {
        var minute: Int64 = .min
        var inMinute = 0
        var day: Int64 = .min
        var inDay = 0
    }

    private var counts: [UInt64: Count] = [:]

    /// Begins with nothing counted.
    public init() {}

    /// How many phones are counted.
    public var phones: Int { counts.count }

    /// Counts an attempt of a phone; false when it made too many, and then it is not counted.
    public mutating func take(_ phone: MSISDN, at now: Instant, most: AttemptLimit) -> Bool {
        let minute = Self.floor(now.milliseconds, 60_000)
        let day = Self.floor(now.milliseconds, 86_400_000)
        var count = counts[phone.digits] ?? Count()
        if count.minute != minute { (count.minute, count.inMinute) = (minute, 0) }
        if count.day != day { (count.day, count.inDay) = (day, 0) }
        guard count.inMinute < most.perMinute, count.inDay < most.perDay else { return false }
        count.inMinute += 1
        count.inDay += 1
        if counts[phone.digits] == nil, counts.count >= Self.phonesMax { makeRoom(minute) }
        counts[phone.digits] = count
        return true
    }

    private mutating func makeRoom(_ minute: Int64) {
        counts = counts.filter { $0.value.minute == minute }
        if counts.count >= Self.phonesMax { counts = [:] }
    }

    private static func floor(_ milliseconds: Int64, _ span: Int64) -> Int64 {
        let whole = milliseconds / span
        return milliseconds < 0 && milliseconds % span != 0 ? whole - 1 : whole
    }
}

extension AttemptBook: CustomStringConvertible, CustomReflectable {
    /// The number of phones alone.
    public var description: String { "attempts of \(counts.count) phones" }

    /// A mirror without children, so that dumping a book shows no number of a phone.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

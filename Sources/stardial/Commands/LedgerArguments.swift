// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Ledger

/// What every command takes that reads a ledger.
struct LedgerArguments: ParsableArguments {
    @Option(help: "The ledger's file.")
    var ledger = ".stardial/ledger.db"

    @Flag(help: "Show phone numbers in full, and what they could be found from.")
    var fullNumbers = false

    @Option(help: "Local time less UTC, such as +03:00, for what is read and written.")
    var utcOffset = "Z"

    func validate() throws {
        guard Timestamp.offsetMinutes(named: utcOffset) != nil else {
            throw ValidationError("--utc-offset is Z, or like +03:00.")
        }
    }

    var reading: LedgerReading {
        LedgerReading(
            path: ledger.hasPrefix("sqlite:") ? String(ledger.dropFirst("sqlite:".count)) : ledger,
            showsNumbers: fullNumbers,
            offsetMinutes: Timestamp.offsetMinutes(named: utcOffset) ?? 0
        )
    }
}

/// What every command takes that looks at a time.
struct SpanArguments: ParsableArguments {
    @Option(help: "The moment to look at: a day such as 2026-11-30, or 2026-11-30T18:00.")
    var at: String?

    @Option(help: "The first day or moment.")
    var from: String?

    @Option(help: "The last day or moment, which belongs to it.")
    var to: String?

    func validate() throws {
        if at != nil, from != nil || to != nil {
            throw ValidationError("Use --at for a moment, or --from and --to for a time.")
        }
        for (name, text) in [("at", at), ("from", from), ("to", to)] {
            guard let text, Timestamp.moments(named: text) == nil else { continue }
            throw ValidationError("--\(name) is like 2026-11-30 or 2026-11-30T18:00+03:00.")
        }
    }

    func span(offsetMinutes: Int) throws -> BookSpan {
        func moments(_ text: String?) -> ClosedRange<Timestamp>? {
            text.flatMap { Timestamp.moments(named: $0, offsetMinutes: offsetMinutes) }
        }
        let span = BookSpan(
            from: moments(from)?.lowerBound,
            to: (moments(at) ?? moments(to))?.upperBound
        )
        if let from = span.from, let to = span.to, from > to {
            throw ValidationError("--from is later than --to. Nothing was read. Exchange them.")
        }
        return span
    }
}

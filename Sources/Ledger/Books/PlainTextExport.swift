// SPDX-License-Identifier: Apache-2.0

/// Transfers as plain-text accounting, as hledger reads it (hledger manual, journal format).
///
/// The transfers of one command are one transaction. A debit is positive there, so that assets
/// are positive and what is owed negative. A hold moves nothing and is a comment; what posts it is
/// a transaction.
///
/// With assertions each transaction says what its accounts must have afterwards. hledger checks
/// them by date, so a transaction that names an earlier day than one before it is then booked on
/// the later day; its tag `at` keeps the moment.
public struct PlainTextExport: LedgerExport {
    private let naming: BookNaming
    private let assertsBalances: Bool
    private var group: [PostedTransfer] = []
    private var currencies: Set<Currency> = []
    private var newest = Timestamp(milliseconds: .min)

    /// Makes the writer.
    ///
    /// - Parameters:
    ///   - naming: what accounts and movements are called.
    ///   - assertsBalances: whether balances are asserted; needs all transfers from the first.
    public init(naming: BookNaming, assertsBalances: Bool = false) {
        self.naming = naming
        self.assertsBalances = assertsBalances
    }

    /// A comment that says what this is.
    public mutating func begin() -> String {
        "; A ledger in plain text. A debit is positive: what is owed to customers is negative.\n"
    }

    /// Keeps the row; when it begins another command, writes the one before.
    public mutating func add(_ row: PostedTransfer) -> String {
        let text = group.first.map { $0.group != row.group } ?? false ? finish() : ""
        group.append(row)
        return text
    }

    /// Writes the last command.
    public mutating func end() -> String { finish() }

    private mutating func finish() -> String {
        defer { group = [] }
        var text = ""
        for row in group where currencies.insert(row.amount.currency).inserted {
            let currency = row.amount.currency
            let point = currency.minorDigits == 0 ? "." : ""
            let sample = currency.text(Int128(1_000 * currency.minorUnitsPerUnit), grouping: ",")
            text += "\ncommodity \(currency.code) \(sample)\(point)\n"
        }
        let moved = group.filter(\.kind.movesMoney)
        guard let first = moved.first else {
            return text + "\n" + group.map { "; \(Self.safe(note($0)))\n" }.joined()
        }
        if first.at > newest || !assertsBalances { newest = first.at }
        let reference = group.lazy.map(\.reference).first { !$0.isEmpty }
        let mark = reference.map { "(\(Self.safe($0))) " } ?? ""
        text += "\n\(newest.calendarDate(offsetMinutes: naming.offsetMinutes)) \(mark)"
        text += "\(Self.safe(naming.purpose(first.code)))  "
        text += "; group:\(first.group.rawValue), at:\(naming.time(first.at))\n"
        for row in group where !row.kind.movesMoney { text += "    ; \(Self.safe(note(row)))\n" }
        return text + postings(moved)
    }

    private func postings(_ rows: [PostedTransfer]) -> String {
        var sides: [(account: AccountID, units: Int64, after: Int64, row: PostedTransfer)] = []
        for row in rows {
            let units = row.amount.minorUnits
            sides.append((row.debit, units, -row.debitBalanceAfter, row))
            sides.append((row.credit, -units, -row.creditBalanceAfter, row))
        }
        var last: [AccountID: Int] = [:]
        for (index, side) in sides.enumerated() { last[side.account] = index }
        var text = ""
        for (index, side) in sides.enumerated() {
            let currency = side.row.amount.currency
            text += "    \(Self.safe(naming.account(side.account)))  "
            text += "\(currency.code) \(currency.text(Int128(side.units)))"
            if assertsBalances, last[side.account] == index {
                text += " = \(currency.code) \(currency.text(Int128(side.after)))"
            }
            let original = side.row.kind.original.map { ", original:\($0.rawValue)" } ?? ""
            let tags = "transfer:\(side.row.id.rawValue), code:\(side.row.code.rawValue)\(original)"
            text += index % 2 == 0 ? "  ; \(tags)\n" : "\n"
        }
        return text
    }

    /// What a row that moved nothing did.
    private func note(_ row: PostedTransfer) -> String {
        let parties = "\(naming.account(row.debit)) to \(naming.account(row.credit))"
        let amount = "\(row.amount.currency.code) \(row.amount.formatted)"
        let what =
            switch row.kind {
            case .pending(let moment): "held until \(naming.time(moment))"
            case .posted, .post, .void, .expire, .reversal, .correction:
                "let go of hold \(row.kind.pending?.rawValue ?? 0)"
            }
        return "\(naming.time(row.at)) transfer \(row.id.rawValue): \(what) \(amount) \(parties)"
    }

    /// Words without what the format gives a meaning to: line ends, brackets, `;`, double blanks.
    private static func safe(_ text: String) -> String {
        var output = ""
        for scalar in text.unicodeScalars {
            let isPlain = scalar.value >= 32 && !"()[]{};|\"\u{7F}".unicodeScalars.contains(scalar)
            let isLine = (0x80...0x9F).contains(scalar.value) || scalar.value | 1 == 0x2029
            let isBlank = scalar.properties.isWhitespace
            if isBlank, output.last == " " { continue }
            output.unicodeScalars.append(!isPlain || isLine ? "_" : isBlank ? " " : scalar)
        }
        return output.isEmpty ? "_" : output
    }
}

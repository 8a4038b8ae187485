// SPDX-License-Identifier: Apache-2.0
public import GSM
import Ledger
public import SourceText

/// One opening balance: a wallet to be set up, or money for a programme.
public struct OpeningLine: Hashable, Sendable {
    /// Who gets the balance.
    public enum Party: Hashable, Sendable {
        /// A wallet, and perhaps an agent's float.
        case wallet(WalletOpening)
        /// A programme by its name.
        case programme(String)
    }

    /// The line of the file, counted from 1.
    public let line: Int
    /// Who gets it.
    public let party: Party
    /// The balance in minor units, without an agent's float.
    public let amount: Int64

    /// The phone number; nil for a programme.
    public var msisdn: MSISDN? {
        if case .wallet(let opening) = party { opening.msisdn } else { nil }
    }
}

/// A file of opening balances: `amount` with `msisdn` and `name`, or with `account`, a line each;
/// perhaps `level`, and for an agent `till`, `business` and `float`.
///
/// Everything is read and judged before anything is set up; with one mistake nothing is.
public struct OpeningFile: Sendable {
    /// The balances, when there is no mistake.
    public let lines: [OpeningLine]
    /// The first mistakes, in the order of the file.
    public let diagnostics: [Diagnostic]
    /// How many mistakes there are.
    public let mistakeCount: Int
    /// The text for showing mistakes, numbers masked unless asked for.
    public let source: SourceFile

    /// The columns there may be.
    static let columns = [
        "msisdn", "account", "amount", "name", "level", "till", "business", "float",
    ]

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - file: the whole text.
    ///   - tariff: the country of the numbers, the currency, and the levels.
    ///   - showsNumbers: whether mistakes are shown with numbers in full.
    public init(_ file: SourceFile, tariff: Tariff, showsNumbers: Bool = false) {
        var mistakes = BulkMistakes()
        var sheet = BulkSheet(file, known: Self.columns, needed: ["amount"], &mistakes)
        var lines: [OpeningLine] = []
        var stretches: [Range<Int>] = []
        var seen: [String: Int] = [:]
        while let cells = sheet.next(&mistakes) {
            let place = cells.range(of: "msisdn")
            stretches.append(place.lower..<place.upper)
            guard let line = cells.opening(tariff, &mistakes) else { continue }
            let name = line.msisdn?.e164 ?? cells["account"].uppercased()
            if let earlier = seen[name] { cells.report(line, doubling: earlier, &mistakes) }
            seen[name] = cells.line
            lines.append(line)
        }
        self.lines = mistakes.count == 0 ? lines : []
        diagnostics = mistakes.found
        mistakeCount = mistakes.count
        source =
            showsNumbers
            ? file : MaskedSource.of(file, hiding: stretches, andRunsIn: sheet.oddRows)
    }
}

extension BulkSheet.Cells {
    /// What the row opens: a wallet, or a programme where it names an account.
    fileprivate func opening(_ tariff: Tariff, _ mistakes: inout BulkMistakes) -> OpeningLine? {
        if self["account"].isEmpty { return wallet(tariff, &mistakes) }
        return programme(tariff, &mistakes)
    }

    /// Says that an earlier line opens the same.
    fileprivate func report(
        _ line: OpeningLine,
        doubling earlier: Int,
        _ mistakes: inout BulkMistakes
    ) {
        let isWallet = line.msisdn != nil
        mistakes.add(
            .doubled(what: isWallet ? "number" : "account", line: earlier),
            at: range(of: isWallet ? "msisdn" : "account")
        )
    }

    private func programme(
        _ tariff: Tariff,
        _ mistakes: inout BulkMistakes
    ) -> OpeningLine? {
        let word = "programme:"
        let typed = self["account"]
        let programme = typed.hasPrefix(word) ? Programme(String(typed.dropFirst(word.count))) : nil
        if programme == nil || !self["msisdn"].isEmpty {
            mistakes.add(.account, at: range(of: "account"))
        }
        guard let amount = amount("amount", of: tariff, &mistakes), let programme else {
            return nil
        }
        return OpeningLine(line: line, party: .programme(programme.name), amount: amount)
    }

    private func wallet(_ tariff: Tariff, _ mistakes: inout BulkMistakes) -> OpeningLine? {
        let number = number(tariff, &mistakes)
        let balance = amount("amount", of: tariff, mayBeZero: true, &mistakes)
        let name = self["name"]
        if !(1...BulkLimits.nameBytesMax ~= name.utf8.count) {
            mistakes.add(.name, at: range(of: "name"))
        }
        let level = self["level"].isEmpty ? tariff.levels[0].number : Int(self["level"])
        let known = tariff.levels.first { $0.number == level }
        if known == nil { mistakes.add(.level, at: range(of: "level")) }
        if let known, let balance, balance > known.balance {
            let most = tariff.amount(known.balance).formatted
            mistakes.add(.tooMuch(most: most), at: range(of: "amount"))
        }
        let agent = agent(tariff, &mistakes)
        guard let number, let balance, let known else { return nil }
        let opening = WalletOpening(
            name: name,
            msisdn: number,
            openingBalance: balance,
            level: known.number,
            agent: agent
        )
        return OpeningLine(line: line, party: .wallet(opening), amount: balance)
    }

    private func agent(_ tariff: Tariff, _ mistakes: inout BulkMistakes) -> AgentOpening? {
        let till = self["till"]
        guard !till.isEmpty else {
            if !self["float"].isEmpty { mistakes.add(.till, at: range(of: "float")) }
            return nil
        }
        if WalletBook.tillNumber(till) == nil || till.hasPrefix("0") {
            mistakes.add(.till, at: range(of: "till"))
        }
        let float = amount("float", of: tariff, mayBeZero: true, &mistakes) ?? 0
        let business = self["business"].isEmpty ? self["name"] : self["business"]
        return AgentOpening(till: till, businessName: business, float: float)
    }
}

// SPDX-License-Identifier: Apache-2.0

/// A report of one currency that people and programs can read.
public protocol BookReport: Sendable {
    /// The currency of all figures.
    var currency: Currency { get }

    /// The report as lines for people, without a heading.
    var text: String { get }

    /// The report as one object of JSON without a line end; amounts are decimal strings.
    var json: String { get }
}

extension TrialBalance: BookReport {
    /// The accounts with debit and credit; after a beginning also what was before and moved.
    public var text: String {
        var table = BookTable()
        let isPeriod = lines.contains { $0.opening != 0 }
        if isPeriod {
            table.add("", "before", "debits", "credits", "debit", "credit")
        } else {
            table.add("", "debit", "credit")
        }
        for line in lines {
            let sides = [max(0, -line.closing), max(0, line.closing)].map(side)
            if isPeriod {
                let moved = [-line.opening, line.debits, line.credits].map(side)
                table.add(line.name, moved[0], moved[1], moved[2], sides[0], sides[1])
            } else {
                table.add(line.name, sides[0], sides[1])
            }
        }
        table.rule()
        let sums = [debit, credit].map { currency.text($0, grouping: ",") }
        if isPeriod {
            let moved = [lines.reduce(0) { $0 + $1.debits }, lines.reduce(0) { $0 + $1.credits }]
                .map { currency.text($0, grouping: ",") }
            table.add("Total", "", moved[0], moved[1], sums[0], sums[1])
        } else {
            table.add("Total", sums[0], sums[1])
        }
        return table.text
    }

    /// Each account with `opening`, `debits`, `credits` and `closing`, debits positive.
    public var json: String {
        let accounts = lines.map { line in
            JSONLine([
                ("account", .text(line.name)), ("kind", .text("\(line.kind)")),
                ("opening", .text(currency.text(-line.opening))),
                ("debits", .text(currency.text(line.debits))),
                ("credits", .text(currency.text(line.credits))),
                ("closing", .text(currency.text(-line.closing))),
            ]).text
        }
        return JSONLine([
            ("report", .text("trial")), ("currency", .text(currency.code)),
            ("accounts", .list(accounts)), ("debit", .text(currency.text(debit))),
            ("credit", .text(currency.text(credit))), ("balanced", .flag(isBalanced)),
        ]).text
    }

    private func side(_ units: Int128) -> String {
        units == 0 ? "" : currency.text(units, grouping: ",")
    }
}

extension BalanceSheet: BookReport {
    /// Assets, then what they are owed to.
    public var text: String {
        var table = BookTable()
        table.add(assets, in: currency)
        for section in [liabilities, held, equity] where !section.lines.isEmpty {
            table.add(section, in: currency)
        }
        table.rule()
        table.add("Liabilities, held and equity", currency.text(claims, grouping: ","))
        return table.text
    }

    /// The sections and whether both sides are equal.
    public var json: String {
        JSONLine([
            ("report", .text("balance-sheet")), ("currency", .text(currency.code)),
            ("assets", .raw(assets.json(in: currency))),
            ("liabilities", .raw(liabilities.json(in: currency))),
            ("held", .raw(held.json(in: currency))), ("equity", .raw(equity.json(in: currency))),
            ("balanced", .flag(isBalanced)),
        ]).text
    }
}

extension IncomeStatement: BookReport {
    /// Income, expenses, and what is left.
    public var text: String {
        var table = BookTable()
        table.add(income, in: currency)
        table.add(expenses, in: currency)
        table.rule()
        table.add(profit < 0 ? "Loss" : "Profit", currency.text(profit, grouping: ","))
        return table.text
    }

    /// The sections and the profit.
    public var json: String {
        JSONLine([
            ("report", .text("income")), ("currency", .text(currency.code)),
            ("income", .raw(income.json(in: currency))),
            ("expenses", .raw(expenses.json(in: currency))),
            ("profit", .text(currency.text(profit))),
        ]).text
    }
}

extension BookTable {
    /// A title, the lines under it, and their sum.
    fileprivate mutating func add(_ section: BookSection, in currency: Currency) {
        add(section.title)
        for line in section.lines {
            add("  " + line.name, currency.text(line.minorUnits, grouping: ","))
        }
        add("  total", currency.text(section.total, grouping: ","))
    }
}

extension BookSection {
    fileprivate func json(in currency: Currency) -> String {
        let members = lines.map { line in
            JSONLine([
                ("account", .text(line.name)), ("amount", .text(currency.text(line.minorUnits))),
            ]).text
        }
        return JSONLine([
            ("lines", .list(members)), ("total", .text(currency.text(total))),
        ]).text
    }
}

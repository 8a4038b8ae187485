// SPDX-License-Identifier: Apache-2.0
public import SourceText

/// What is wrong with a file of many payments or balances.
public enum BulkMistake: DiagnosticKind, Hashable {
    /// The first line lacks a column.
    case missingColumn(String)
    /// The first line names a column that is not known, or one twice.
    case wrongColumn(name: String, known: [String])
    /// A row has more or fewer fields than the first line.
    case fieldCount(found: Int, expected: Int)
    /// A quotation mark stands where none may, or is not closed.
    case quotationMark
    /// It is no mobile number of the country.
    case number(country: String)
    /// It is no amount of the currency, or nothing.
    case amount(currency: String)
    /// The amount is more than may be.
    case tooMuch(most: String)
    /// A reference is too long.
    case longReference
    /// A reference, number or account stands in an earlier line too.
    case doubled(what: String, line: Int)
    /// An account that no balance can be brought into.
    case account
    /// The tariff has no such level.
    case level
    /// An agent's number must be 1 to 6 digits and not begin with 0.
    case till
    /// A name is missing or too long.
    case name
    /// There are too many rows.
    case tooManyRows
    /// There are no rows.
    case empty

    /// The stable name of the mistake.
    public var id: String {
        switch self {
        case .missingColumn, .wrongColumn: "bulk.column"
        case .fieldCount: "bulk.field-count"
        case .quotationMark: "bulk.quotation-mark"
        case .number: "bulk.number"
        case .amount: "bulk.amount"
        case .tooMuch: "bulk.too-much"
        case .longReference: "bulk.long-reference"
        case .doubled: "bulk.doubled"
        case .account: "bulk.account"
        case .level: "bulk.level"
        case .till: "bulk.till"
        case .name: "bulk.name"
        case .tooManyRows: "bulk.too-many-rows"
        case .empty: "bulk.empty"
        }
    }

    /// Every mistake is an error: nothing of the file is used until all are mended.
    public var severity: Severity { .error }

    /// What is wrong, in one sentence.
    public var message: String {
        switch self {
        case .missingColumn(let name): "The first line names no column `\(name)`."
        case .wrongColumn(let name, _): "The column `\(name)` is not known, or is there twice."
        case .fieldCount(let found, let expected):
            "This line has \(found) fields; the first line names \(expected) columns."
        case .quotationMark: "This quotation mark does not fit."
        case .number(let country): "This is no mobile number of \(country)."
        case .amount(let currency): "This is no amount of \(currency) above nothing."
        case .tooMuch(let most): "This is more than may be: \(most) is the most."
        case .longReference: "This reference is too long."
        case .doubled(let what, let line): "This \(what) is in line \(line) too."
        case .account: "No opening balance can be given to this account."
        case .level: "The tariff has no such level."
        case .till: "This cannot be an agent's number."
        case .name: "A name is needed here, and it may not be too long."
        case .tooManyRows: "The file has too many lines."
        case .empty: "The file has no lines to work on."
        }
    }

    /// What to do about it.
    public var help: String? {
        switch self {
        case .missingColumn: "Begin the file with a line of column names, such as msisdn,amount."
        case .wrongColumn(let name, let known):
            (DidYouMean.closest(to: name, among: known).map { "Did you mean \($0)? " } ?? "")
                + "There are: \(known.joined(separator: ", "))."
        case .fieldCount: "Put a field that holds a comma between quotation marks."
        case .quotationMark: "Write a whole field between two of them, and one inside it twice."
        case .number: "Write it like +254712000001 or as it is dialled at home."
        case .amount: "Write digits and perhaps a point, such as 1500.00."
        case .tooMuch: "Pay it in parts, or mend the amount."
        case .longReference: "Use at most \(BulkLimits.referenceBytesMax) bytes."
        case .doubled: "Give each line its own, or take the line out."
        case .account: "Name a phone number in the column msisdn, or programme:NAME here."
        case .level: "Use the number of one of its levels."
        case .till: "Use 1 to 6 digits that do not begin with 0."
        case .name: "Write 1 to \(BulkLimits.nameBytesMax) bytes."
        case .tooManyRows: "Split it: \(BulkLimits.rowsMax) lines are the most."
        case .empty: "Write one line for each payment under the names of the columns."
        }
    }
}

/// Mistakes as they are found; beyond a number they are only counted.
struct BulkMistakes {
    private(set) var found: [Diagnostic] = []
    private(set) var count = 0

    mutating func add(_ mistake: BulkMistake, at range: SourceRange) {
        count += 1
        if found.count < BulkLimits.mistakesMax { found.append(Diagnostic(mistake, at: range)) }
    }
}

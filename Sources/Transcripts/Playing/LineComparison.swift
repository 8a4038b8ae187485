// SPDX-License-Identifier: Apache-2.0
import Patterns

/// Expected lines laid beside the lines that came, so that as few as possible differ.
struct LineComparison {
    /// The lines of the file whose expectation was not met.
    private(set) var missed: [Int] = []
    /// What came and was not expected, by the line of the file that it stands behind.
    private(set) var extra: [(after: Int, text: String)] = []
    /// What the lines that matched are to be remembered for.
    private(set) var captures: [String: String] = [:]
    /// A pattern that could not be decided, with its line; this is no mismatch.
    private(set) var undecided: (line: Int, reason: String)?
    /// Which of the lines that came each line of the file stands for, for those that matched.
    private(set) var pairs: [Int: Int] = [:]
    /// Lines that use what a line above them should have remembered and did not.
    private(set) var poisoned: [(line: Int, name: String)] = []

    private let expected: [Expectation]
    private let actual: [String]
    private var rows: [Row] = []
    private var verdicts: [Bool?] = []
    /// Whether each line was the one expected, one after the other.
    private let isStraight: Bool

    var isMatch: Bool { missed.isEmpty && extra.isEmpty && undecided == nil }

    /// Compares.
    ///
    /// - Parameters:
    ///   - expected: texts and `...`, those of other languages left out.
    ///   - actual: the lines that came.
    ///   - start: the line of the file that the expectations stand behind.
    ///   - variables: what was remembered before.
    init(_ expected: [Expectation], _ actual: [String], after start: Int, _ variables: Variables) {
        self.expected = expected
        self.actual = actual
        let found = Self.straightCaptures(expected, actual, variables)
        isStraight = found != nil
        if let found {
            captures = found
            return
        }
        let own = Set(
            expected.flatMap { expectation -> [String] in
                if case .text(let template) = expectation.kind { template.captures } else { [] }
            }
        )
        rows = expected.compactMap { expectation in
            switch expectation.kind {
            case .anyLines: Row(line: expectation.line, template: nil, rule: .anyLines)
            case .text(let template):
                Row(line: expectation.line, template: template, variables, freeing: own)
            case .ending, .posting: nil
            }
        }
        verdicts = Array(repeating: nil, count: rows.count * actual.count)
        align(after: start, variables)
    }

    /// One expected line, ready to be matched.
    fileprivate struct Row {
        let line: Int
        /// What it is before its values are known; nil for a row whose rule says all.
        let template: Template?
        let rule: Rule

        enum Rule {
            case anyLines
            case literal(String)
            case pattern(Pattern)
            case invalid(String)
        }

        init(line: Int, template: Template?, rule: Rule) {
            self.line = line
            self.template = template
            self.rule = rule
        }

        /// Names in `free` that are not known yet match anything, until they are.
        init(line: Int, template: Template, _ variables: Variables, freeing free: Set<String>) {
            let isReady = template.uses.allSatisfy { !free.contains($0) }
            let shape = isReady ? template : template.freed(of: free)
            let rule = Rule(shape) { variables[$0] }
            self.init(line: line, template: isReady ? nil : template, rule: rule)
        }
    }
}

extension LineComparison {
    /// What the lines are to be remembered for when each is the one expected, one after the other,
    /// up to a last `...`; nil when that is not so or a value is missing.
    private static func straightCaptures(
        _ expected: [Expectation],
        _ actual: [String],
        _ variables: Variables
    ) -> [String: String]? {
        var known = variables
        var captures: [String: String] = [:]
        var place = 0
        var isOpen = false
        for expectation in expected {
            switch expectation.kind {
            case .ending, .posting: continue
            case .anyLines:
                guard !isOpen else { return nil }
                isOpen = true
            case .text(let template):
                guard !isOpen, place < actual.count,
                    let found = try? match(Row.Rule(template) { known[$0] }, actual[place])
                else { return nil }
                place += 1
                guard !found.isEmpty else { continue }
                captures.merge(found) { _, new in new }
                known.remember(found)
            }
        }
        return isOpen || place == actual.count ? captures : nil
    }

    /// Finds the cheapest way through both, then reads it from the start.
    private mutating func align(after start: Int, _ variables: Variables) {
        let (height, width) = (rows.count, actual.count)
        var costs = [[Int]](
            repeating: [Int](repeating: 0, count: width + 1),
            count: height + 1
        )
        for row in stride(from: height, through: 0, by: -1) {
            for column in stride(from: width, through: 0, by: -1) {
                guard row < height || column < width else { continue }
                costs[row][column] = moves(row, column, costs).map(\.cost).min() ?? 0
            }
        }
        var known = variables
        var (row, column, place) = (0, 0, start)
        // Lines missed since one matched: as many of what `...` swallows then are shown.
        var unmet = 0
        while row < rows.count || column < actual.count {
            let options = moves(row, column, costs)
            guard let move = options.min(by: { $0.cost < $1.cost })?.move else { break }
            switch move {
            case .pair:
                if let found = decide(row, column, known) {
                    pairs[rows[row].line] = column
                    captures.merge(found) { _, new in new }
                    known.remember(found)
                } else {
                    missed.append(rows[row].line)
                    extra.append((rows[row].line, actual[column]))
                }
                place = rows[row].line
                unmet = 0
                (row, column) = (row + 1, column + 1)
            case .skip:
                place = rows[row].line
                row += 1
            case .swallow:
                if unmet > 0 { extra.append((place, actual[column])) }
                unmet = max(0, unmet - 1)
                column += 1
            case .miss:
                unmet += 1
                missed.append(rows[row].line)
                place = rows[row].line
                row += 1
            case .add:
                extra.append((place, actual[column]))
                unmet = max(0, unmet - 1)
                column += 1
            }
        }
    }

    /// ``pairs``, also of lines that came one after the other, which are not counted on the way.
    var allPairs: [Int: Int] {
        guard isStraight else { return pairs }
        var pairs: [Int: Int] = [:]
        for expectation in expected {
            if case .text = expectation.kind { pairs[expectation.line] = pairs.count }
        }
        return pairs
    }

    private enum Move { case pair, skip, swallow, miss, add }

    /// What can be done at a place, the preferred first, with what it costs to the end.
    private mutating func moves(
        _ row: Int,
        _ column: Int,
        _ costs: [[Int]]
    ) -> [(move: Move, cost: Int)] {
        var moves: [(move: Move, cost: Int)] = []
        let hasRow = row < rows.count
        let hasColumn = column < actual.count
        if hasRow, case .anyLines = rows[row].rule {
            moves.append((.skip, costs[row + 1][column]))
            if hasColumn { moves.append((.swallow, costs[row][column + 1])) }
            return moves
        }
        if hasRow, hasColumn, matches(row, column) {
            moves.append((.pair, costs[row + 1][column + 1]))
        }
        // Missing a line weighs more, so that `...` never swallows what was expected above it.
        if hasRow { moves.append((.miss, costs[row + 1][column] + 2)) }
        if hasColumn { moves.append((.add, costs[row][column + 1] + 1)) }
        return moves
    }

    private mutating func matches(_ row: Int, _ column: Int) -> Bool {
        let index = row * actual.count + column
        if let verdict = verdicts[index] { return verdict }
        let verdict = match(rows[row].rule, rows[row].line, actual[column]) != nil
        verdicts[index] = verdict
        return verdict
    }

    /// The captures of a pair with everything known that stands above it; nil if it is none.
    private mutating func decide(
        _ row: Int,
        _ column: Int,
        _ known: Variables
    ) -> [String: String]? {
        guard var template = rows[row].template else {
            return match(rows[row].rule, rows[row].line, actual[column])
        }
        let missing = template.uses.filter { known[$0] == nil }
        if let name = missing.first {
            poisoned.append((rows[row].line, name))
            template = template.freed(of: Set(missing))
        }
        let rule = Row.Rule(template) { known[$0] }
        return match(rule, rows[row].line, actual[column])
    }

    private mutating func match(
        _ rule: Row.Rule,
        _ line: Int,
        _ text: String
    ) -> [String: String]? {
        do {
            return try Self.match(rule, text)
        } catch {
            undecided = undecided ?? (line, error.reason)
            return nil
        }
    }

    /// Why it cannot be said whether a line matches.
    private struct Undecided: Error {
        let reason: String
    }

    /// What a line that matches is to be remembered for; nil for one that does not.
    private static func match(
        _ rule: Row.Rule,
        _ text: String
    ) throws(Undecided) -> [String: String]? {
        switch rule {
        case .anyLines: return [:]
        case .literal(let expected): return isSame(expected, text) ? [:] : nil
        case .invalid(let reason): throw Undecided(reason: reason)
        case .pattern(let pattern):
            do {
                return try pattern.firstMatch(in: text)?.named
            } catch {
                throw Undecided(reason: "\(error)")
            }
        }
    }

    /// Whether two lines are the same but for blanks at their ends, which cannot be seen, in a file
    /// as on a phone.
    private static func isSame(_ expected: String, _ text: String) -> Bool {
        var (expected, text) = (expected, text)
        return expected.withUTF8 { expected in
            text.withUTF8 { trimmed(expected).elementsEqual(trimmed($0)) }
        }
    }

    private static func trimmed(_ octets: UnsafeBufferPointer<UInt8>) -> Slice<
        UnsafeBufferPointer<UInt8>
    > {
        var end = octets.endIndex
        while end > 0, octets[end - 1] == UInt8(ascii: " ") { end -= 1 }
        return octets[..<end]
    }
}

extension LineComparison.Row.Rule {
    fileprivate init(_ template: Template, _ value: (String) -> String?) {
        if case .text(let text)? = template.pieces.first, template.isPlain {
            self = .literal(text)
        } else if template.isLiteral, let text = template.filled(value) {
            self = .literal(text)
        } else if let pattern = template.pattern {
            self = .pattern(pattern)
        } else if let source = template.patternSource(value) {
            do {
                self = .pattern(try Pattern(source, options: Template.patternOptions))
            } catch {
                self = .invalid("\(error)")
            }
        } else {
            self = .invalid("A value of this line was never seen.")
        }
    }
}

extension Template {
    /// The template with some values replaced by holes that match anything.
    func freed(of names: Set<String>) -> Template {
        if isPattern { return Template([.anything]) }
        let freed = pieces.map { piece -> Piece in
            if case .value(let name) = piece, names.contains(name) { return .anything }
            return piece
        }
        return Template(freed, isPattern: isPattern)
    }
}

// SPDX-License-Identifier: Apache-2.0
public import Gateway
import SourceText

/// Reads the words of a fault, from a transcript or from the line.
public enum FaultReader {
    /// What is wrong with the words of a fault.
    public struct Mistake: Error, Hashable, Sendable {
        /// What is wrong, in one sentence.
        public let what: String
        /// What to write instead.
        public let help: String
        /// The words that are wrong, by their place; empty for all of them.
        public let words: Range<Int>
    }

    /// Reads a fault such as `drop sms baraka once`.
    ///
    /// - Parameters:
    ///   - words: the words behind `!`.
    ///   - phones: the names of the phones that there are.
    /// - Returns: the fault.
    /// - Throws: what is wrong with the words.
    public static func read(
        _ words: [String],
        phones: [String]
    ) throws(Mistake) -> InjectedFault {
        let (frequency, count) = try frequency(of: words)
        let what = Array(words.dropLast(count))
        let form = try form(of: what)
        var rest = Rest(what, form, phones)
        let kind = try rest.kind()
        return InjectedFault(kind, frequency)
    }

    private static let often = "`once`, `twice`, `3 times`, `always` or `1 in 10`"

    /// How often, and how many words say so.
    private static func frequency(
        of words: [String]
    ) throws(Mistake) -> (InjectedFault.Frequency, words: Int) {
        guard let last = words.last else { throw unknown([]) }
        let place = (words.count - 1)..<words.count
        let before = words.dropLast().last ?? ""
        switch last {
        case "once": return (.once, 1)
        case "twice": return (.times(2), 1)
        case "always": return (.always, 1)
        case "times":
            guard let count = number(before) else {
                throw Mistake(
                    what: "`\(before)` is no number of times.",
                    help: "Write a whole number of 1 and more, as `3 times`.",
                    words: max(0, words.count - 2)..<words.count
                )
            }
            return (.times(count), 2)
        default: break
        }
        if words.count >= 3, before == "in", words[words.count - 3] == "1" {
            guard let count = number(last) else {
                throw Mistake(
                    what: "`\(last)` is no number of occasions.",
                    help: "Write a whole number of 1 and more, as `1 in 10`.",
                    words: place
                )
            }
            return (.oneIn(count), 3)
        }
        if let form = forms(of: words).last {
            let near = DidYouMean.closest(to: last, among: ["once", "twice", "times", "always"])
            let meant = near.map { "Did you mean `\($0)`? " } ?? ""
            throw Mistake(
                what: "This does not say how often it happens.",
                help: "\(meant)Write \(often) at the end, as `\(form.usage)`.",
                words: place
            )
        }
        throw unknown(words)
    }

    private static func number(_ word: String) -> Int? {
        guard word.utf8.allSatisfy({ 48...57 ~= $0 }), let number = Int(word),
            1...NetworkFaults.Limits.occasionsMax ~= number
        else { return nil }
        return number
    }

    /// The forms that words can begin.
    private static func forms(of words: [String]) -> [FaultForm] {
        FaultForm.allCases.filter { form in
            let parts = form.rawValue.split(separator: " ").map(String.init)
            return form == .failAfter
                ? words.first == "fail" && words.contains("after") : words.starts(with: parts)
        }
    }

    private static func form(of words: [String]) throws(Mistake) -> FaultForm {
        guard let form = forms(of: words).last else { throw unknown(words) }
        return form
    }

    private static func unknown(_ words: [String]) -> Mistake {
        let all = FaultForm.allCases
        let typed = words.first ?? ""
        let known = all.filter { $0.rawValue.split(separator: " ").first.map(String.init) == typed }
        if !known.isEmpty {
            let usages = known.map { "`\($0.usage)`" }.joined(separator: ", ")
            return Mistake(
                what: "`\(typed)` does not say what is faulty.",
                help: "Write \(usages).",
                words: min(1, max(0, words.count - 1))..<max(1, min(2, words.count))
            )
        }
        let verbs = Set(all.compactMap { $0.rawValue.split(separator: " ").first.map(String.init) })
        let near = DidYouMean.closest(to: typed, among: verbs.sorted())
        let meant = near.map { "Did you mean `\($0)`? " } ?? ""
        return Mistake(
            what: typed.isEmpty ? "This is no fault." : "There is no fault `\(typed)`.",
            help: "\(meant)The faults are \(all.map { "`\($0.usage)`" }.joined(separator: ", ")).",
            words: 0..<min(1, words.count)
        )
    }

    /// The words behind those that name a form.
    private struct Rest {
        private let words: [String]
        private let form: FaultForm
        private let phones: [String]
        private var place: Int

        init(_ words: [String], _ form: FaultForm, _ phones: [String]) {
            self.words = words
            self.form = form
            self.phones = phones
            place = form == .failAfter ? 1 : form.rawValue.split(separator: " ").count
        }

        mutating func kind() throws(Mistake) -> InjectedFault.Kind {
            let kind = try wanted()
            guard place == words.count else {
                throw mistake("`\(words[place])` is too much here.", place..<words.count)
            }
            return kind
        }

        private mutating func wanted() throws(Mistake) -> InjectedFault.Kind {
            switch form {
            case .dropMessage: return .message(.drop, phone: try phone())
            case .delayMessage:
                let phone = try phone()
                return .message(.delay(milliseconds: try time()), phone: phone)
            case .doubleMessage: return .message(.double, phone: try phone())
            case .reorderMessages: return .message(.reorder, phone: try phone())
            case .doubleTurn: return .turn(.double, phone: try phone())
            case .lateTurn:
                let phone = try phone()
                return .turn(.late(milliseconds: try time()), phone: phone)
            case .reorderTurn: return .turn(.reorder, phone: try phone())
            case .loseReply: return .turn(.loseReply, phone: try phone())
            case .redial: return .turn(.redial, phone: try phone())
            case .release: return .turn(.release, phone: try phone())
            case .hangUp: return .turn(.hangUp, phone: try phone())
            case .slow:
                let operation = try operation()
                return .service(.slow(milliseconds: try time()), operation: operation)
            case .fail: return .service(.fail, operation: try operation())
            case .failAfter:
                let operation = try operation()
                guard next() == "after" else { throw mistake("`after` stands last here.", 0..<0) }
                return .service(.failAfter, operation: operation)
            case .wrong: return .service(.wrong, operation: try operation())
            case .kill: return .kill
            case .killBeforeCommit: return .killAtCommit(try place(in: "commit"), .before)
            case .killAfterCommit: return .killAtCommit(try place(in: "commit"), .after)
            case .killAfterMessage: return .killAfterMessage(try place(in: "SMS"))
            case .jumpClock: return .jumpClock(milliseconds: try jump())
            }
        }

        private mutating func next() -> String? {
            guard place < words.count else { return nil }
            defer { place += 1 }
            return words[place]
        }

        private mutating func phone() throws(Mistake) -> String {
            guard let name = next() else { throw mistake("This does not say which phone.", 0..<0) }
            if phones.contains(name) { return name }
            let near = DidYouMean.closest(to: name, among: phones)
            let meant = near.map { "Did you mean `\($0)`? " } ?? ""
            throw Mistake(
                what: "There is no phone `\(name)`.",
                help: "\(meant)Known are \(phones.prefix(20).joined(separator: ", ")).",
                words: (place - 1)..<place
            )
        }

        private mutating func operation() throws(Mistake) -> String {
            guard let name = next() else {
                throw mistake("This does not say which operation.", 0..<0)
            }
            let parts = name.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else {
                throw mistake(
                    "`\(name)` is no operation; a service, a dot and its operation are.",
                    (place - 1)..<place
                )
            }
            return name
        }

        /// Which of those to come it is, counted from 1.
        private mutating func place(in row: String) throws(Mistake) -> Int {
            guard let word = next() else { throw mistake("This does not say which \(row).", 0..<0) }
            guard let number = FaultReader.number(word) else {
                throw mistake("`\(word)` is no place in a row; 1 is the next.", (place - 1)..<place)
            }
            return number
        }

        private mutating func time() throws(Mistake) -> Int64 {
            guard let word = next() else { throw mistake("This does not say how long.", 0..<0) }
            guard let time = ClockText.duration(word) else {
                throw mistake("`\(word)` is no time.", (place - 1)..<place)
            }
            return time
        }

        private mutating func jump() throws(Mistake) -> Int64 {
            let isBack = place < words.count && words[place].hasPrefix("-")
            guard place < words.count,
                let time = ClockText.duration(words[place].drop { $0 == "-" || $0 == "+" })
            else { throw mistake("This does not say how far the clock jumps.", 0..<0) }
            place += 1
            return isBack ? -time : time
        }

        private func mistake(_ what: String, _ range: Range<Int>) -> Mistake {
            Mistake(what: what, help: "Write it as `\(form.usage)`.", words: range)
        }
    }
}

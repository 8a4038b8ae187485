// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway

/// What a gateway says to `FAULT` alone.
struct FaultListing {
    /// The faults as they were asked for, in order, and how often each happened.
    private(set) var counts: [(words: Substring, happened: Int)] = []
    /// The two answers to each turn that was delivered twice and answered differently.
    private(set) var complaints: [(name: String, first: Answer, second: Answer)] = []

    /// Reads lines as `drop sms baraka twice happened=1`, and behind them `twice amina first CON
    /// lines=2` and so many lines, the same for `second`; nil when there is another one.
    init?(_ lines: [String]) {
        var rest = lines[...]
        while let line = rest.popFirst() {
            if line.hasPrefix("twice ") {
                guard let first = Self.answer(line, "first", &rest), let next = rest.popFirst(),
                    let second = Self.answer(next, "second", &rest)
                else { return nil }
                complaints.append((first.name, first.answer, second.answer))
                continue
            }
            guard let gap = line.firstRange(of: " happened="),
                let happened = Int(line[gap.upperBound...].prefix { $0 != " " }), happened >= 0
            else { return nil }
            counts.append((line[..<gap.lowerBound], happened))
        }
    }

    private static func answer(
        _ line: String,
        _ which: String,
        _ rest: inout ArraySlice<String>
    ) -> (name: String, answer: Answer)? {
        let words = line.split(separator: " ").map { String($0) }
        guard words.count == 5, words[0] == "twice", words[2] == which,
            words[4].hasPrefix("lines="), let count = Int(words[4].dropFirst("lines=".count)),
            0...rest.count ~= count
        else { return nil }
        let kind: Answer.Kind
        switch words[3] {
        case "CON": kind = .continue
        case "END": kind = .end
        default: kind = .released(ReleaseCause(rawValue: words[3]) ?? .fault)
        }
        let text = rest.prefix(count).joined(separator: "\n")
        rest = rest.dropFirst(count)
        let answer = Answer(
            kind: kind,
            text: text,
            size: TextSize.measure(text),
            sizeMax: 0,
            session: .none,
            position: 0,
            asksSecret: false,
            state: "",
            menu: ""
        )
        return (words[1], answer)
    }
}

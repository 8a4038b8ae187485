// SPDX-License-Identifier: Apache-2.0
import Gateway

/// What the page needs to know of one step, as values for its template.
struct HTMLStep {
    private let step: PlayedStep
    private let offset: Int64
    private let colour: Int

    init(_ step: PlayedStep, offset: Int64, colour: Int) {
        self.step = step
        self.offset = offset
        self.colour = colour
    }

    /// The values; one with a phone has `phone`, another `note`.
    var values: [String: Any] {
        [
            "line": step.line,
            "status": step.status.rawValue,
            "colour": colour,
            "phone": step.phone.map { [drawing($0)] } ?? [],
            "note": step.phone == nil ? [note] : [],
            "problem": step.findings.isEmpty ? [] : [problem],
        ]
    }

    private func drawing(_ name: String) -> [String: Any] {
        let (verb, key) = deed
        let isMessage = step.kind == .messageReceived || step.kind == .messageSent
        let ending = step.ending.map { [Self.words($0)] } ?? []
        let isBlank = step.shows.isEmpty && step.kind != .messageSent
        return [
            "name": name,
            "verb": verb,
            "key": key.map { [$0] } ?? [],
            "time": time,
            "state": step.state,
            "screen": isMessage || isBlank ? [] : [["lines": step.shows]],
            "bubble": isMessage && !isBlank ? [bubble] : [],
            "blank": isBlank ? [blank] : [],
            "ending": ending,
        ]
    }

    /// What is done, in a word, and what is pressed for it.
    private var deed: (verb: String, key: String?) {
        switch step.kind {
        case .dial: ("dials", step.typed)
        case .answer: step.typed == "" ? ("sends nothing", nil) : ("types", step.typed)
        case .hangUp: ("hangs up", nil)
        case .messageSent: ("sends an SMS", nil)
        case .messageReceived: ("gets an SMS", nil)
        case .silence: ("gets no SMS", nil)
        case .clock, .check, .fault: ("", nil)
        }
    }

    private var bubble: [String: Any] {
        guard step.kind == .messageSent else {
            return ["from": "from \(sender)", "isOwn": false, "lines": step.shows]
        }
        let parts = (step.typed ?? "").split(separator: " ", maxSplits: 1).map(String.init)
        let text = parts.count > 1 ? parts[1] : ""
        return ["from": "to \(parts.first ?? "")", "isOwn": true, "lines": [text]]
    }

    /// Who sent the SMS: the word behind `sms<`.
    private var sender: String {
        let words = step.text.split(separator: " ")
        let mark = words.firstIndex { $0.hasSuffix("sms<") }
        return mark.flatMap { $0 + 1 < words.count ? String(words[$0 + 1]) : nil } ?? ""
    }

    /// What stands on a screen that nothing reached.
    private var blank: String {
        if step.ending != nil { return "" }
        switch step.kind {
        case .silence: return step.status == .failed ? "An SMS came." : "No SMS."
        case .messageReceived: return step.status == .passed ? "An SMS." : "No such SMS."
        default: return "No answer yet."
        }
    }

    private var note: [String: Any] {
        let sign =
            switch step.kind {
            case .clock: "◷"
            case .fault: "!"
            default: step.status == .failed ? "✗" : "✓"
            }
        let body = step.kind == .check && step.status != .failed ? step.lines.dropFirst() : []
        let told = step.kind == .clock ? [time] : []
        return [
            "kind": step.kind.rawValue, "sign": sign, "text": step.text, "time": told,
            "body": body.isEmpty ? [] : [["lines": body.map(\.text)]],
        ]
    }

    private var problem: [String: Any] {
        [
            "reasons": step.findings.map {
                ["line": $0.line, "reason": $0.reason, "hints": $0.hints]
            },
            "rows": Self.rows(step.lines),
        ]
    }

    /// The lines of a difference, each cut where it differs from the one it stands against.
    static func rows(_ lines: [PhaseFailure.Line]) -> [[String: Any]] {
        lines.map { line in
            let octets = Array(line.text.utf8)
            var parts: [(text: String, isChanged: Bool)] = []
            func add(_ range: Range<Int>, _ isChanged: Bool) {
                let bounded = range.clamped(to: 0..<octets.count)
                guard !bounded.isEmpty else { return }
                parts.append((String(decoding: octets[bounded], as: UTF8.self), isChanged))
            }
            var place = 0
            for range in line.changed where range.lowerBound >= place {
                add(place..<range.lowerBound, false)
                add(range, true)
                place = range.upperBound
            }
            if place < octets.count { add(place..<octets.count, false) }
            return row(line.mark, parts)
        }
    }

    private static func row(
        _ mark: PhaseFailure.Mark,
        _ parts: [(text: String, isChanged: Bool)]
    ) -> [String: Any] {
        let name =
            switch mark {
            case .same: "same"
            case .expected: "expected"
            case .got: "got"
            }
        let cut: [[String: Any]] = parts.map { ["text": $0.text, "isChanged": $0.isChanged] }
        return ["name": name, "mark": mark.rawValue, "parts": cut]
    }

    /// The scene's clock, in the zone of its header.
    private var time: String {
        let local = step.at.adding(milliseconds: offset)
        return String(ClockText.text(of: local).dropFirst(11).prefix(8))
    }

    private static func words(_ ending: Expectation.Ending) -> String {
        switch ending {
        case .end: "session over"
        case .timeout: "timed out"
        case .hangup: "hung up"
        case .abort: "broken off"
        }
    }
}

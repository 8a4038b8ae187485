// SPDX-License-Identifier: Apache-2.0

/// What was typed in a session of which each request tells all input so far, joined by `*`.
///
/// A `*` may have been typed itself, so that the text cannot be split. What was typed is what the
/// text grew by, without one `*`. Only where a request is missing is it split, and that is said.
struct CumulativeText {
    private(set) var steps: [Step] = []
    private(set) var notes: [ImportNote] = []

    /// What was typed, and what answered it.
    struct Step {
        /// The input; nil for the dial.
        var input: String?
        /// The place of the request; nil for one that is missing.
        var request: Int?
        /// The line of the request, or of the one that tells of a missing one.
        var line: Int
        /// Whether the input may be several, one of which may be a PIN.
        var isUnsure = false
    }

    private let requests: [RequestLog.Request]
    /// How many requests are known to be missing.
    private var missing: Int

    /// - Parameters:
    ///   - requests: the requests of one session as they came.
    ///   - count: how many hops there were, as the notification at its end says.
    init(_ requests: [RequestLog.Request], count: Int?) {
        self.requests = requests
        missing = 0
        let kept = distinct()
        if let count, count > kept.count { missing = count - kept.count }
        var before: String?
        for index in kept {
            let request = requests[index]
            if let text = before {
                add(index, behind: text)
            } else if request.text.isEmpty {
                steps.append(Step(input: nil, request: index, line: request.line))
            } else {
                addWithoutFirst(index)
            }
            before = request.text
        }
        if missing > 0, let last = requests.last {
            let word = missing == 1 ? "1 request is" : "\(missing) requests are"
            note(last.line, "\(word) missing, as `hopsCount` says.")
        }
    }

    /// The requests in the order of their text, each once.
    private mutating func distinct() -> [Int] {
        var longest = -1
        var first: [String: Int] = [:]
        var kept: [Int] = []
        for (index, request) in requests.enumerated() {
            if let other = first[request.text] {
                guard !isEmptyAnswer(request, other) else {
                    if kept.count(where: { requests[$0].text.isEmpty }) < 2 { kept.append(index) }
                    continue
                }
                noteRepeated(request, other)
                continue
            }
            first[request.text] = index
            kept.append(index)
            if request.text.utf8.count < longest {
                note(request.line, "The request came after a later one. It was put before it.")
            }
            longest = max(longest, request.text.utf8.count)
        }
        return kept.enumerated().sorted { left, right in
            let (one, other) = (requests[left.element].text, requests[right.element].text)
            return (one.utf8.count, left.offset) < (other.utf8.count, right.offset)
        }.map(\.element)
    }

    /// Whether the second request without text is an empty answer to the first screen: then all
    /// that follows begins with `*`.
    private mutating func isEmptyAnswer(_ request: RequestLog.Request, _ other: Int) -> Bool {
        guard request.text.isEmpty, request.reply != requests[other].reply else { return false }
        let others = requests.lazy.map(\.text).filter { !$0.isEmpty }
        guard others.allSatisfy({ $0.utf8.first == UInt8(ascii: "*") }) else { return false }
        note(
            request.line,
            "The request without `text` came twice and was answered otherwise: taken for an empty "
                + "answer. It may be the same request again."
        )
        return true
    }

    private mutating func noteRepeated(_ request: RequestLog.Request, _ other: Int) {
        let first = requests[other]
        let isOther = request.reply != nil && first.reply != nil && request.reply != first.reply
        let more = isOther ? " It was answered otherwise this time; the first answer is taken." : ""
        note(
            request.line,
            "The request was delivered twice, first at line \(first.line). It is one step.\(more)"
        )
    }

    private mutating func note(_ line: Int, _ sentence: String) {
        notes.append(ImportNote(line: line, sentence))
    }

    private mutating func addWithoutFirst(_ index: Int) {
        let request = requests[index]
        missing = max(0, missing - 1)
        note(
            request.line,
            "The first request of the session is missing: a dial that expects nothing stands for "
                + "it. Or more than the service code was dialled."
        )
        steps.append(Step(input: nil, request: nil, line: request.line))
        split(request.text, index)
    }

    private mutating func add(_ index: Int, behind text: String) {
        let request = requests[index]
        let isFirst = steps.count == 1
        let head = isFirst ? text : text + "*"
        guard request.text.utf8.starts(with: head.utf8) else {
            if isFirst, request.text.isEmpty {
                return steps.append(Step(input: "", request: index, line: request.line))
            }
            note(
                request.line,
                "`text` does not go on from the request before. What stands behind its last `*` is "
                    + "taken for the input."
            )
            let last = Self.parts(request.text).last ?? ""
            return steps.append(
                Step(input: last, request: index, line: request.line, isUnsure: true)
            )
        }
        let input = String(decoding: request.text.utf8.dropFirst(head.utf8.count), as: UTF8.self)
        let count = input.utf8.count { $0 == UInt8(ascii: "*") }
        if count > 0, missing > 0 { return split(input, index) }
        if count > 0 {
            note(
                request.line,
                "A `*` was typed here, if no request is missing before it. It is one input."
            )
        }
        steps.append(Step(input: input, request: index, line: request.line, isUnsure: count > 0))
    }

    /// Several inputs of which only the last is known to have been answered.
    private mutating func split(_ input: String, _ index: Int) {
        let line = requests[index].line
        let parts = Self.parts(input)
        if parts.count > 1 {
            note(
                line,
                "What was typed cannot be known, as a request is missing before this one. It is "
                    + "split at each `*`."
            )
            missing = max(0, missing - parts.count + 1)
        }
        for part in parts.dropLast() {
            steps.append(Step(input: part, request: nil, line: line, isUnsure: true))
        }
        steps.append(Step(input: parts.last ?? "", request: index, line: line, isUnsure: true))
    }

    private static func parts(_ text: String) -> [String] {
        text.utf8.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
    }
}

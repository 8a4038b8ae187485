// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Transcripts

/// What was typed is what the text grew by, and is split only where a request is missing.
struct CumulativeTextTests {
    /// What was typed, `dial` for the dial, `?` behind it for what no request tells.
    private func typed(_ texts: [String], count: Int? = nil) -> ([String], [String]) {
        var requests: [RequestLog.Request] = []
        for (index, text) in texts.enumerated() {
            let parts = text.split(separator: "=", omittingEmptySubsequences: false)
            requests.append(
                RequestLog.Request(
                    line: index + 1,
                    session: "s",
                    serviceCode: "*384#",
                    phoneNumber: "",
                    text: String(parts[0]),
                    reply: parts.count > 1 ? String(parts[1]) : "CON"
                )
            )
        }
        let chain = CumulativeText(requests, count: count)
        let steps = chain.steps.map { ($0.input ?? "dial") + ($0.request == nil ? "?" : "") }
        return (steps, chain.notes.map { "\($0.line) \($0.sentence.split(separator: " ")[0...3])" })
    }

    static let rows: [(texts: [String], count: Int?, typed: [String], noted: [Int])] = [
        (["", "1", "1*2", "1*2*0712"], nil, ["dial", "1", "2", "0712"], []),
        // One hop: the star was typed. Two: nothing was typed, and then 2.
        (["", "1", "1**2"], nil, ["dial", "1", "*2"], [3]),
        (["", "1", "1*", "1**2"], nil, ["dial", "1", "", "2"], []),
        (["", "1", "1**2", "1**2*3"], 4, ["dial", "1", "*2", "3"], [3]),
        // One of four hops is missing.
        (["", "1", "1**2"], 4, ["dial", "1", "?", "2"], [3]),
        (["", "1", "1*2*3"], 4, ["dial", "1", "2?", "3"], [3]),
        (["", "1*2*3"], 3, ["dial", "1?", "2?", "3"], [2]),
        // Nothing typed at the first screen.
        (["=A", "=B", "*1=C"], nil, ["dial", "", "1"], [2]),
        (["=A", "=A", "1=C"], nil, ["dial", "1"], [2]),
        (["=A", "=B", "1=C"], nil, ["dial", "1"], [2]),
        (["=A", "*1=C"], nil, ["dial", "*1"], [2]),
        // Delivered twice, and late.
        (["", "1", "1", "1*2"], nil, ["dial", "1", "2"], [3]),
        (["", "1", "1*2", "1"], nil, ["dial", "1", "2"], [4]),
        (["", "1*2", "1", "1*2*3"], nil, ["dial", "1", "2", "3"], [3]),
        (["1", ""], nil, ["dial", "1"], [2]),
        // Without the first request.
        (["1", "1*2"], nil, ["dial?", "1", "2"], [1]),
        (["1*2"], nil, ["dial?", "1?", "2"], [1, 1]),
        (["", "1"], 9, ["dial", "1"], [2]),
        (["", "1", "2*3"], nil, ["dial", "1", "3"], [3]),
        ([], nil, [], []),
    ]

    @Test(arguments: rows.indices)
    func inputsAreWhatTheTextGrewBy(_ row: Int) {
        let (texts, count, wanted, noted) = Self.rows[row]
        let (steps, notes) = typed(texts, count: count)
        #expect(steps == wanted.map { $0 == "?" ? "?" : $0 }, "\(texts)")
        #expect(notes.map { Int($0.prefix { $0 != " " }) ?? 0 }.sorted() == noted, "\(notes)")
    }
}

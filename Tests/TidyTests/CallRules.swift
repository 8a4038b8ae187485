// SPDX-License-Identifier: Apache-2.0

/// Calls that are not made, and what is done in their place.
enum CallRules {
    static let all = [
        time, identifiers, randomness, environment, printing, crashing, forcing, wrapping,
    ]

    static let time = banned(
        "time is an argument",
        [
            ["Date", "(", ")"], ["Date", ".", "now"], ["Date", "(", "timeIntervalSinceNow"],
            ["ContinuousClock"], ["SuspendingClock"], ["DispatchTime", ".", "now"],
        ],
        instead: "take `now` as an argument; only `stardial` reads a clock",
        where: isBelowCommand
    )

    static let identifiers = banned(
        "identifiers are arguments",
        [["UUID", "(", ")"]],
        instead: "take the id or its source as an argument; only `stardial` makes ids",
        where: isBelowCommand
    )

    static let randomness = banned(
        "randomness is an argument",
        [
            [".", "random", "("], [".", "randomElement", "("], [".", "shuffled", "("],
            [".", "shuffle", "("], ["SystemRandomNumberGenerator"],
        ],
        instead: "pass a generator with `using:`; only `stardial` makes one",
        unlessLabelled: "using",
        where: isBelowCommand
    )

    /// Tests may read the environment, because `RECORD=1` is how goldens are renewed.
    static let environment = banned(
        "environment is an argument",
        [["ProcessInfo"]],
        instead: "take the value as an argument; only `stardial` reads the environment",
        where: { $0.target != nil && $0.target != "stardial" }
    )

    static let printing = banned(
        "only the command prints",
        [["print", "("], ["debugPrint", "("]],
        instead: "return the text; only `stardial` prints",
        where: isBelowCommand
    )

    static let crashing = banned(
        "no crash without a reason",
        [["fatalError"]],
        instead: "return a typed outcome, or state what must hold with `precondition`",
        where: { $0.target != nil }
    )

    static let forcing = TidyRule.swift("nothing is forced") { file in
        let tokens = file.scan.tokens
        return zip(tokens, tokens.dropFirst()).filter { word, sign in
            ["try", "as"].contains(word.text) && sign.text == "!" && sign.isJoined
        }.map { word, _ in
            Violation(
                line: word.line,
                advice: "`\(word.text)!` can crash; handle the failure or use `#require`."
            )
        }
    }

    /// A generic lock wraps a bare closure once more each time it is opened, without end; those in
    /// an array it leaves as they are.
    static let wrapping = TidyRule.swift("a lock keeps closures in a type") { file in
        let tokens = file.scan.tokens
        return tokens.indices.filter { tokens[$0].text == "Mutex" }.compactMap { lock in
            let opening = tokens[(lock + 1)...].prefix(2).map(\.text)
            guard opening.first == "<", opening.last != "[" else { return nil }
            let kept = tokens[lock...].prefix {
                $0.line == tokens[lock].line && !["=", "{", ";"].contains($0.text)
            }
            let hasArrow = zip(kept, kept.dropFirst()).contains { dash, sign in
                dash.text == "-" && sign.text == ">" && sign.isJoined
            }
            guard hasArrow else { return nil }
            return Violation(
                line: tokens[lock].line,
                advice: "`Mutex` of a closure wraps it at every look; put it into a struct."
            )
        }
    }

    /// Everything but the command, where all comes together.
    private static let isBelowCommand: @Sendable (TidyFile) -> Bool = { file in
        file.target != "stardial" && (file.target != nil || file.testTarget != nil)
    }

    private static func banned(
        _ name: String,
        _ calls: [[String]],
        instead: String,
        unlessLabelled label: String? = nil,
        where applies: @escaping @Sendable (TidyFile) -> Bool
    ) -> TidyRule {
        TidyRule.swift(name) { file in
            guard applies(file) else { return [] }
            let tokens = file.scan.tokens
            return tokens.indices.flatMap { index in
                calls.filter { isCall($0, at: index, in: tokens) }.filter { call in
                    guard let label else { return true }
                    return !hasArgument(label, callFrom: index + call.count, in: tokens)
                }.map { call in
                    let shown = call.joined().hasSuffix("(") ? call.joined() + "…)" : call.joined()
                    return Violation(
                        line: tokens[index].line,
                        advice: "Instead of `\(shown)` \(instead)."
                    )
                }
            }
        }
    }

    private static func isCall(
        _ call: [String],
        at index: Int,
        in tokens: [SwiftScan.Token]
    ) -> Bool {
        guard tokens[index...].prefix(call.count).map(\.text) == call else { return false }
        guard call[0] != ".", index > 0 else { return true }
        return ![".", "func", "case", "`"].contains(tokens[index - 1].text)
    }

    /// Whether the arguments from an index to the closing parenthesis have a label.
    private static func hasArgument(
        _ label: String,
        callFrom start: Int,
        in tokens: [SwiftScan.Token]
    ) -> Bool {
        var depth = 1
        for index in tokens[start...].indices {
            switch tokens[index].text {
            case "(", "[", "{": depth += 1
            case ")", "]", "}": depth -= 1
            case label where depth == 1: return true
            default: break
            }
            if depth == 0 { return false }
        }
        return false
    }
}

// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@testable import LanguageServer

/// As much of TextMate as the grammars use: one line at a time, `match`, `begin` and `end`.
struct Colourer {
    /// A stretch of a line and its innermost scope.
    struct Piece: Equatable {
        var text: String
        var scope: String
    }

    private final class Rule {
        var scope: String?
        var content: String?
        var start: NSRegularExpression
        var end: NSRegularExpression?
        var captures: [Int: String]
        var patterns: [JSONValue]

        init(_ json: JSONValue) throws {
            let begin = try #require(json["match"].string ?? json["begin"].string)
            start = try NSRegularExpression(pattern: begin)
            end = try json["end"].string.map { try NSRegularExpression(pattern: $0) }
            scope = json["name"].string
            content = json["contentName"].string
            captures = [:]
            for name in ["captures", "beginCaptures"] {
                guard case .object(let members) = json[name] else { continue }
                for (number, capture) in members {
                    captures[try #require(Int(number))] = capture["name"].string
                }
            }
            patterns = json["patterns"].elements
        }
    }

    private let root: [JSONValue]
    private let repository: JSONValue

    init(_ grammar: JSONValue) throws {
        root = grammar["patterns"].elements
        repository = grammar["repository"]
    }

    /// The coloured stretches of a line.
    func pieces(_ line: String) -> [Piece] {
        var scopes = [String?](repeating: nil, count: line.utf16.count)
        paint(line, from: 0, root, until: nil, content: nil, &scopes)
        var pieces: [Piece] = []
        let units = Array(line.utf16)
        var index = 0
        while index < units.count {
            var end = index
            while end < units.count, scopes[end] == scopes[index] { end += 1 }
            if let scope = scopes[index] {
                let text = String(decoding: units[index..<end], as: UTF16.self)
                pieces.append(Piece(text: text, scope: scope))
            }
            index = end
        }
        return pieces
    }

    /// Paints from a place until a pattern ends it; the place behind the end.
    @discardableResult
    private func paint(
        _ line: String,
        from start: Int,
        _ patterns: [JSONValue],
        until end: NSRegularExpression?,
        content: String?,
        _ scopes: inout [String?]
    ) -> Int {
        let rules = patterns.compactMap { try? Rule(resolved($0)) }
        let count = line.utf16.count
        var position = start
        while position <= count {
            let stop = end.flatMap { first($0, in: line, from: position) }
            let found = rules.enumerated().compactMap { order, rule in
                first(rule.start, in: line, from: position).map { (order, rule, $0) }
            }.min { ($0.2.range.location, $0.0) < ($1.2.range.location, $1.0) }
            let bound = min(
                stop?.range.location ?? count,
                found.map { $0.2.range.location } ?? count
            )
            fill(position, bound, content, &scopes)
            if let stop, stop.range.location <= (found?.2.range.location ?? .max) {
                return stop.range.location + stop.range.length
            }
            guard let (_, rule, match) = found else { return count }
            let after = match.range.location + match.range.length
            fill(match.range.location, after, rule.scope ?? content, &scopes)
            for (number, scope) in rule.captures where match.range(at: number).length > 0 {
                let range = match.range(at: number)
                fill(range.location, range.location + range.length, scope, &scopes)
            }
            var next = after
            if let end = rule.end {
                next = paint(
                    line,
                    from: after,
                    rule.patterns,
                    until: end,
                    content: rule.content,
                    &scopes
                )
            }
            position = max(next, position + (next == position ? 1 : 0))
        }
        return count
    }

    private func resolved(_ pattern: JSONValue) -> JSONValue {
        pattern["include"].string.map { repository[String($0.dropFirst())] } ?? pattern
    }

    private func first(_ pattern: NSRegularExpression, in line: String, from start: Int)
        -> NSTextCheckingResult?
    {
        pattern.firstMatch(
            in: line,
            options: [.withTransparentBounds, .withoutAnchoringBounds],
            range: NSRange(location: start, length: line.utf16.count - start)
        )
    }

    private func fill(_ start: Int, _ end: Int, _ scope: String?, _ scopes: inout [String?]) {
        guard start < end, let scope else { return }
        for index in start..<end { scopes[index] = scope }
    }
}

// SPDX-License-Identifier: Apache-2.0

extension MenuProgram {
    /// Finds where an SMS command leads.
    ///
    /// Words are compared without regard to case and must all be taken up. The last argument takes
    /// all that is left, so that a number may be written with blanks; so does any text. Of several
    /// routes that match, the one with most words of its own wins, then the one that was declared
    /// first; the route without words takes what no other does.
    ///
    /// - Parameter text: The text of the message.
    /// - Returns: The route with its arguments, without a home, or nil when no route takes it.
    public func match(sms text: String) -> RouteMatch? {
        let typed = text.split(whereSeparator: \.isWhitespace).map(String.init)
        var best: (route: SMSRoute, arguments: [RouteMatch.Argument])?
        for route in smsRoutes where !route.words.isEmpty {
            if let best, route.literalCount <= best.route.literalCount { continue }
            if let arguments = arguments(of: route, in: typed) { best = (route, arguments) }
        }
        if best == nil { best = smsRoutes.first { $0.words.isEmpty }.map { ($0, []) } }
        return best.map { route, arguments in
            RouteMatch(jump: route.jump, home: nil, arguments: arguments, rest: [])
        }
    }

    private func arguments(of route: SMSRoute, in typed: [String]) -> [RouteMatch.Argument]? {
        var arguments: [RouteMatch.Argument] = []
        var rest = typed[...]
        for (index, word) in route.words.enumerated() {
            switch word {
            case .literal(let literal):
                guard let first = rest.popFirst(), Self.isSame(first, literal) else { return nil }
            case .optional(let literal):
                if let first = rest.first, Self.isSame(first, literal) { rest.removeFirst() }
            case .argument(let slot, let kind):
                let takesAll = index == route.words.count - 1 || kind.isText
                let taken = takesAll ? rest : rest.prefix(1)
                rest = rest.dropFirst(taken.count)
                guard let value = argument(taken.joined(separator: " "), kind) else { return nil }
                arguments.append(RouteMatch.Argument(slot: slot, value: value))
            }
        }
        return rest.isEmpty ? arguments : nil
    }

    private static func isSame(_ typed: String, _ word: String) -> Bool {
        typed == word || typed.lowercased() == word.lowercased()
    }
}

extension SMSRoute {
    /// The words that the sender must have written.
    fileprivate var literalCount: Int {
        words.count { if case .literal = $0 { true } else { false } }
    }
}

extension AskKind {
    /// Whether it is free text, which takes all that is left of a command.
    fileprivate var isText: Bool {
        if case .text = self { true } else { false }
    }
}

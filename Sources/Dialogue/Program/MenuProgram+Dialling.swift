// SPDX-License-Identifier: Apache-2.0
public import GSM

extension MenuProgram {
    /// Finds where a dialled string leads: the longest route, by whole segments.
    ///
    /// Of two routes of one length, the one with a literal where the other first has an argument
    /// wins, then the one that was declared first. An argument must be readable as its kind, else
    /// the route does not match; its bounds are left to the question that it answers.
    ///
    /// - Parameter code: What was dialled.
    /// - Returns: The route with its arguments and the segments left over, or nil when no route
    ///   begins so.
    public func match(dialled code: ServiceCode) -> RouteMatch? {
        var best: (route: DialRoute, arguments: [RouteMatch.Argument])?
        for route in dialRoutes {
            if let best, !route.isMoreExact(than: best.route) { continue }
            if let arguments = arguments(of: route, in: code.segments) {
                best = (route, arguments)
            }
        }
        return best.map { route, arguments in
            RouteMatch(
                jump: route.jump,
                home: route.home,
                arguments: arguments,
                rest: Array(code.segments.dropFirst(route.segments.count))
            )
        }
    }

    private func arguments(of route: DialRoute, in dialled: [String]) -> [RouteMatch.Argument]? {
        guard !route.segments.isEmpty, route.segments.count <= dialled.count else { return nil }
        var arguments: [RouteMatch.Argument] = []
        for (segment, text) in zip(route.segments, dialled) {
            switch segment {
            case .literal(let literal):
                if literal != text { return nil }
            case .argument(let slot, let kind):
                guard let value = argument(text, kind) else { return nil }
                arguments.append(RouteMatch.Argument(slot: slot, value: value))
            }
        }
        return arguments
    }

    /// Reads one argument of a route; a secret is never one.
    func argument(_ text: String, _ kind: AskKind) -> Value? {
        if case .secret = kind { return nil }
        let typed = TypedText(text, charactersMax: inputCharactersMax)
        if typed.text.isEmpty { return nil }
        return value(of: typed, as: kind)
    }
}

extension DialRoute {
    /// Whether this route wins when both match.
    fileprivate func isMoreExact(than other: DialRoute) -> Bool {
        if segments.count != other.segments.count { return segments.count > other.segments.count }
        for (mine, others) in zip(segments, other.segments) {
            switch (mine, others) {
            case (.literal, .argument): return true
            case (.argument, .literal): return false
            default: continue
            }
        }
        return false
    }
}

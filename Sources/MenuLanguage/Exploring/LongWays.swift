// SPDX-License-Identifier: Apache-2.0
import Dialogue

/// Finds the quickest way to each end and screen, and tells which of them are long all the same.
struct LongWays {
    /// The quickest way to each end, and to each screen where nothing ends; the slowest first.
    private(set) var all: [MenuShape.LongWay] = []
    private let program: MenuProgram
    private let ways: ProgramWays

    private struct Cost {
        var words: Int
        var keys: Int
        var route: Int

        /// Thirds of a second, so that nothing is rounded on the way.
        var thirds: Int {
            words * 3 / MenuShape.Pace.wordsPerSecond + keys * 3 * MenuShape.Pace.secondsPerKey
        }
    }

    init(_ program: MenuProgram, _ ways: ProgramWays) {
        self.program = program
        self.ways = ways
        let costs = self.costs()
        all = ways.reached.compactMap { index -> MenuShape.LongWay? in
            guard case .end = program.states[index].kind, let cost = costs[index] else {
                return ways.isPlace(index) ? costs[index].map { way(index, $0) } : nil
            }
            return way(index, cost)
        }
        all.sort { ($0.seconds, $0.keys) > ($1.seconds, $1.keys) }
    }

    private func way(_ index: Int, _ cost: Cost) -> MenuShape.LongWay {
        MenuShape.LongWay(
            entry: text(program.dialRoutes[cost.route]),
            state: program.states[index].name,
            keys: cost.keys,
            seconds: (cost.thirds + 2) / 3
        )
    }

    /// The cheapest way to every state from what can be dialled without anything to fill in.
    private func costs() -> [Int: Cost] {
        var best: [Int: Cost] = [:]
        var open: [Int: Cost] = [:]
        for (route, dial) in program.dialRoutes.enumerated() {
            guard let index = ProgramWays.index(dial.jump), text(dial).allSatisfy({ $0 != "{" })
            else { continue }
            let cost = Cost(words: words(index), keys: text(dial).count + 1, route: route)
            if cost.thirds < open[index]?.thirds ?? .max { open[index] = cost }
        }
        while let (index, cost) = open.min(by: {
            ($0.value.thirds, $0.key) < ($1.value.thirds, $1.key)
        }) {
            open[index] = nil
            best[index] = cost
            for (other, keys) in moves(from: index) where best[other] == nil {
                var next = cost
                next.words += words(other)
                next.keys += keys
                if next.thirds < open[other]?.thirds ?? .max { open[other] = next }
            }
        }
        return best
    }

    /// Where a state leads, and how many keys that takes.
    private func moves(from index: Int) -> [(Int, keys: Int)] {
        let state = program.states[index]
        var moves = state.choices.compactMap { choice -> (Int, keys: Int)? in
            guard case .go(let jump) = choice.action, let other = ProgramWays.index(jump) else {
                return nil
            }
            return (other, choice.key.count + 1)
        }
        switch state.kind {
        case .screen(let screen):
            if let jump = screen.each?.target, let other = ProgramWays.index(jump) {
                moves.append((other, 2))
            }
        case .ask(let ask): moves.append((Int(ask.next), ask.kind.keysTypical + 1))
        case .call(let call):
            moves += ways.forward[index].map { ($0, 0) } + [(Int(call.next), 0)]
        case .jump: moves += ways.forward[index].map { ($0, 0) }
        case .end: break
        }
        return moves
    }

    /// How many words a place shows, each value counted as one.
    private func words(_ index: Int) -> Int {
        switch program.states[index].kind {
        case .screen(let screen): words(screen.body) + words(screen.choices)
        case .ask(let ask): words(ask.prompt) + words(ask.choices)
        case .end(let body): words(body)
        case .call, .jump: 0
        }
    }

    private func words(_ body: Body) -> Int {
        body.parts.reduce(0) { count, part in
            switch part {
            case .lines(let template): count + words(template)
            case .byNumber(_, _, let forms): count + (forms.map { words($0) }.max() ?? 0)
            case .byWord(_, let arms): count + (arms.map { words($0.lines) }.max() ?? 0)
            }
        }
    }

    private func words(_ choices: [Choice]) -> Int {
        choices.reduce(0) { $0 + 1 + words($1.label) }
    }

    private func words(_ template: Template) -> Int {
        template.pieces.map { piece in
            switch piece {
            case .literal(let literal): literal.text
            case .hole: "value"
            }
        }.joined().split(whereSeparator: \.isWhitespace).count
    }

    private func text(_ route: DialRoute) -> String {
        let segments = route.segments.map { segment in
            if case .literal(let digits) = segment { digits } else { "{}" }
        }
        return "*\(segments.joined(separator: "*"))#"
    }
}

extension AskKind {
    /// How many keys a typical answer has, without the one that sends it.
    fileprivate var keysTypical: Int {
        switch self {
        case .msisdn: 10
        case .amount: 3
        case .number: 2
        case .text(let least, _): max(least, 7)
        case .secret(let least, _): least
        case .choice: 1
        case .pattern: 4
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import Dialogue

/// The arrows of a program as numbers, for whoever walks along them.
struct ProgramWays {
    /// The states that a dialogue can be in, in the order of the program.
    let reached: [Int]
    /// Where the strings and commands lead.
    let entries: [Int]
    /// The states that each state leads to; back leads to whatever leads here.
    let next: [[Int]]
    /// The same without back.
    let forward: [[Int]]
    private let program: MenuProgram

    init(_ program: MenuProgram) {
        self.program = program
        let routes = program.dialRoutes.map(\.jump) + program.smsRoutes.map(\.jump)
        let targets = routes.compactMap(Self.index)
        let homes = program.dialRoutes.compactMap { Self.index($0.home) }
        var next = program.states.map { state in
            state.arrows.flatMap { jump -> [Int] in
                switch jump.target {
                case .state(let index): [Int(index)]
                case .home: homes
                case .proceed: targets
                case .back, .resume: []
                }
            } + state.falls.map(Int.init)
        }
        let forward = next
        for (index, state) in program.states.enumerated()
        where program.keys.back != nil || state.arrows.contains(where: { $0.target == .back }) {
            next[index] += forward.indices.filter { forward[$0].contains(index) }
        }
        let first =
            targets + [program.before].compactMap { $0.flatMap(Self.index) }
            + [program.resume].compactMap { $0.map { Int($0.ask) } }
        entries = targets
        self.forward = forward
        self.next = next
        reached = Self.closure(of: first, forward).sorted()
    }

    /// Whether a state waits for somebody.
    func isPlace(_ index: Int) -> Bool {
        switch program.states[index].kind {
        case .screen, .ask: true
        case .call, .end, .jump: false
        }
    }

    /// Whether the only ways that a screen draws lead back or home.
    func leadsOnlyBack(_ index: Int) -> Bool {
        guard case .screen = program.states[index].kind else { return false }
        return program.states[index].arrows.allSatisfy {
            $0.target == .back || $0.target == .home
        }
    }

    /// Whether everything that follows a place without another one is an end.
    func leadsOnlyToEnd(_ index: Int) -> Bool {
        var (edge, seen) = (forward[index], Set<Int>())
        var hasEnd = false
        while let state = edge.popLast() {
            guard seen.insert(state).inserted else { continue }
            if isPlace(state) { return false }
            if case .end = program.states[state].kind { hasEnd = true }
            edge += forward[state]
        }
        return hasEnd
    }

    /// Whether a place leads to an end, or to where something that is dialled leads.
    ///
    /// A key for home leads away from everywhere.
    func escapes(_ index: Int) -> Bool {
        if program.keys.home != nil,
            program.dialRoutes.contains(where: { Self.index($0.home) != nil })
        {
            return true
        }
        return Self.closure(of: [index], next).contains { state in
            if case .end = program.states[state].kind { return true }
            return entries.contains(state)
        }
    }

    static func index(_ jump: Jump) -> Int? {
        if case .state(let index) = jump.target { Int(index) } else { nil }
    }

    private static func closure(of first: [Int], _ next: [[Int]]) -> Set<Int> {
        var reached = Set(first)
        var edge = first
        while let state = edge.popLast() {
            for other in next[state] where reached.insert(other).inserted { edge.append(other) }
        }
        return reached
    }
}

extension State {
    /// Every arrow that is written at the state.
    var arrows: [Jump] {
        let jumps = choices.compactMap { if case .go(let jump) = $0.action { jump } else { nil } }
        return switch kind {
        case .screen(let screen): jumps + [screen.each?.target].compactMap(\.self)
        case .ask, .end: jumps
        case .call(let call): call.arms.map(\.jump)
        case .jump(let jump): [jump]
        }
    }

    /// Where the state leads by itself, as a question does that was answered.
    var falls: [StateIndex] {
        switch kind {
        case .ask(let ask): [ask.next]
        case .call(let call): [call.next]
        case .screen, .end, .jump: []
        }
    }
}

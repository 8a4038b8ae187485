// SPDX-License-Identifier: Apache-2.0
public import SourceText

/// Where a state of a program is written.
public struct StateSite: Hashable, Sendable {
    /// The keyword or name that begins it.
    public let range: SourceRange
    /// Its options, in the order of its choices.
    public let options: [SourceRange]
    /// The arrows of a call by their outcomes; those of `otherwise` are written elsewhere.
    public private(set) var arms: [String: SourceRange] = [:]
    /// The lines that are drawn whenever the state is shown; those of `case` are not among them.
    public private(set) var lines: [SourceRange] = []
    /// Where is written what is said to an answer that does not fit.
    public private(set) var said: [CoverageKey.Kind: SourceRange] = [:]

    /// Makes a site.
    public init(range: SourceRange, options: [SourceRange]) {
        self.range = range
        self.options = options
    }

    /// The site of a draft's state.
    init(_ state: DraftState) {
        var choices: [DraftChoice] = []
        var body = DraftBody()
        var said: [(CoverageKey.Kind, DraftBody)] = []
        switch state.kind {
        case .screen(let screen):
            (choices, body, said) = (screen.choices, screen.body, [(.wrong, screen.wrong)])
        case .ask(let ask):
            (choices, body) = (ask.choices, ask.prompt)
            said = [(.wrong, ask.wrong), (.below, ask.below), (.above, ask.above)]
        case .end(let text): body = text
        case .call, .jump: break
        }
        self.init(range: state.range, options: choices.map(\.range))
        lines = body.parts.flatMap { part -> [SourceRange] in
            if case .lines(let lines) = part { lines.compactMap(\.range) } else { [] }
        }
        for (kind, body) in said {
            if let range = body.lines.first?.range { self.said[kind] = range }
        }
        if case .screen(let screen) = state.kind, let each = screen.each {
            lines.append(each.range)
        }
        guard case .call(let call) = state.kind else { return }
        for arm in call.arms { arms[arm.outcome] = arm.jump?.range }
    }
}

// SPDX-License-Identifier: Apache-2.0
public import SourceText

/// Where a state of a program is written.
public struct StateSite: Hashable, Sendable {
    /// The keyword or name that begins it.
    public let range: SourceRange
    /// Its options, in the order of its choices.
    public let options: [SourceRange]

    /// Makes a site.
    public init(range: SourceRange, options: [SourceRange]) {
        self.range = range
        self.options = options
    }

    /// The site of a draft's state.
    init(_ state: DraftState) {
        let choices: [DraftChoice] =
            switch state.kind {
            case .screen(let screen): screen.choices
            case .ask(let ask): ask.choices
            case .call, .end, .jump: []
            }
        self.init(range: state.range, options: choices.map(\.range))
    }
}

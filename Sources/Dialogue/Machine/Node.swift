// SPDX-License-Identifier: Apache-2.0

/// A state with all that drawing it takes, behind one reference so that visiting it copies nothing.
enum Node: Sendable {
    case screen(ScreenNode)
    case ask(AskNode)
    case call(CallNode)
    case end(EndNode)
    case jump(JumpNode)

    /// Prepares a state.
    init(_ state: State) {
        self =
            switch state.kind {
            case .screen(let screen): .screen(ScreenNode(screen))
            case .ask(let ask): .ask(AskNode(ask))
            case .call(let call): .call(CallNode(call))
            case .end(let body): .end(EndNode(Drawing(body)))
            case .jump(let jump): .jump(JumpNode(jump))
            }
    }
}

extension Node {
    /// The arrows that lead away from here, in an order that is the same in every language.
    var jumps: [Jump] {
        switch self {
        case .screen(let node):
            node.screen.choices.compactMap(\.jump) + [node.screen.each?.target].compactMap(\.self)
        case .ask(let node): node.ask.choices.compactMap(\.jump)
        case .call(let node): node.call.arms.map(\.jump)
        case .jump(let node): [node.jump]
        case .end: []
        }
    }
}

extension Choice {
    fileprivate var jump: Jump? {
        if case .go(let jump) = action { jump } else { nil }
    }
}

/// A screen, ready to draw.
final class ScreenNode: Sendable {
    let screen: ScreenState
    /// The text, with the options under it when there is no list between them.
    let text: Drawing
    /// The options alone, when there is a list above them.
    let options: Drawing
    /// The line of one item.
    let item: Drawing

    init(_ screen: ScreenState) {
        self.screen = screen
        text = Drawing(screen.body, screen.each == nil ? screen.choices : [])
        options = Drawing(screen.each == nil ? [] : screen.choices)
        item = screen.each.map { Drawing($0.line) } ?? Drawing()
    }
}

/// A question, ready to draw.
final class AskNode: Sendable {
    let ask: AskState
    let text: Drawing

    init(_ ask: AskState) {
        self.ask = ask
        text = Drawing(ask.prompt, ask.choices)
    }
}

/// A call.
final class CallNode: Sendable {
    let call: CallState

    init(_ call: CallState) {
        self.call = call
    }
}

/// A last text, ready to draw.
final class EndNode: Sendable {
    let text: Drawing

    init(_ text: Drawing) {
        self.text = text
    }
}

/// An arrow that is followed at once.
final class JumpNode: Sendable {
    let jump: Jump

    init(_ jump: Jump) {
        self.jump = jump
    }
}

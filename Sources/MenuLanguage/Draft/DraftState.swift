// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Patterns
import SourceText

/// One step of a program before its arrows are numbers.
struct DraftState: Sendable {
    var name: String
    var kind: Kind
    /// The keyword or name that stands for the state in findings.
    var range: SourceRange
    /// The position of its screen or flow; nil for none.
    var definition: Int
    /// The call of `me` before it, or itself.
    var entry: Int

    /// What a state does; behind a reference, so that a state is small and cheap to copy.
    indirect enum Kind: Sendable {
        case screen(DraftScreen)
        case ask(DraftAsk)
        case call(DraftCall)
        case end(DraftBody)
        case jump(DraftJump)
    }

    /// Every arrow that leaves it.
    var jumps: [DraftJump] {
        switch kind {
        case .screen(let screen):
            screen.choices.compactMap(\.jump) + [screen.each?.jump].compactMap(\.self)
        case .ask(let ask): ask.choices.compactMap(\.jump)
        case .call(let call): call.arms.compactMap(\.jump)
        case .end: []
        case .jump(let jump): [jump]
        }
    }

    /// Whether the state shows something.
    var isShown: Bool {
        switch kind {
        case .screen, .ask, .end: true
        case .call, .jump: false
        }
    }
}

/// Text, a list perhaps, and options.
struct DraftScreen: Sendable {
    var body: DraftBody
    var each: DraftEach?
    var choices: [DraftChoice]
    var wrong: DraftBody
}

/// A list drawn a line an item.
struct DraftEach: Sendable {
    var list: DraftReference
    var item: SlotIndex
    var line: DraftLine
    var jump: DraftJump?
    var atMost: Int
    var range: SourceRange
}

/// A question.
struct DraftAsk: Sendable {
    var slot: SlotIndex
    var kind: Kind
    var prompt: DraftBody
    var choices: [DraftChoice]
    var wrong: DraftBody
    var below: DraftBody
    var above: DraftBody
    /// The state after it; nil when the flow falls off its end there.
    var next: Int?

    /// What counts as an answer; nil in place of what could not be understood.
    enum Kind: Sendable {
        case msisdn
        case amount(least: DraftOperand?, most: DraftOperand?)
        case number(least: DraftOperand?, most: DraftOperand?)
        case text(least: Int, most: Int)
        case secret(least: Int, most: Int)
        case choice
        case pattern(Int, Pattern)
        /// Reported already.
        case unknown
    }
}

/// A service call.
struct DraftCall: Sendable {
    var operation: Int
    var contract: OperationContract
    var arguments: [DraftOperand]
    var result: SlotIndex?
    /// The state after it; nil when the flow falls off its end there.
    var next: Int?
    var arms: [Arm]

    /// The answer to one outcome.
    struct Arm: Sendable {
        var outcome: String
        var binding: SlotIndex?
        /// Nil when the arrow leads nowhere, which was reported.
        var jump: DraftJump?
    }
}

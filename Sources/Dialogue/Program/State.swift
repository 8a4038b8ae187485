// SPDX-License-Identifier: Apache-2.0

/// One step of a program.
public struct State: Hashable, Sendable {
    /// The author's name for it: `home`, `send.amount`, `send.call-2`.
    public let name: String
    /// What happens here.
    public let kind: Kind

    /// Makes a state.
    public init(name: String, kind: Kind) {
        self.name = name
        self.kind = kind
    }

    /// What a state does.
    public indirect enum Kind: Hashable, Sendable {
        /// Shows options and waits for a key.
        case screen(ScreenState)
        /// Asks a question and waits for the answer.
        case ask(AskState)
        /// Calls a service and goes on by its outcome.
        case call(CallState)
        /// Shows a last text and ends the session.
        case end(Body)
        /// Goes elsewhere at once.
        case jump(Jump)
    }
}

/// Text, options and perhaps a list.
public struct ScreenState: Hashable, Sendable {
    /// The text above the options.
    public let body: Body
    /// A list that pages, drawn between the text and the options.
    public let each: Each?
    /// The options in the order they are drawn.
    public let choices: [Choice]
    /// What a key that is not on the screen is answered with.
    public let wrong: Body
    /// The state to enter when this one is shown again, so that fetched values are fresh: the call
    /// state before it, or itself.
    public let entry: StateIndex
    /// Whether it shows what a payment is, so that it is shown whatever was dialled beforehand.
    public let confirms: Bool

    /// Makes a screen.
    public init(
        body: Body,
        each: Each?,
        choices: [Choice],
        wrong: Body,
        entry: StateIndex,
        confirms: Bool = false
    ) {
        self.body = body
        self.each = each
        self.choices = choices
        self.wrong = wrong
        self.entry = entry
        self.confirms = confirms
    }
}

/// A list whose items are drawn one a line, numbered when they can be chosen.
public struct Each: Hashable, Sendable {
    /// The list.
    public let list: Reference
    /// The slot that holds the item while its line is drawn and after it was chosen.
    public let item: SlotIndex
    /// The line of one item, without its number.
    public let line: Template
    /// Where choosing an item leads; nil for a list that is only read.
    public let target: Jump?
    /// The septets, or units of UCS-2, kept free on every page for the error line with its line
    /// feed.
    public let errorReserve: Int

    /// Makes a list.
    public init(
        list: Reference,
        item: SlotIndex,
        line: Template,
        target: Jump?,
        errorReserve: Int
    ) {
        self.list = list
        self.item = item
        self.line = line
        self.target = target
        self.errorReserve = errorReserve
    }
}

/// A key, its label and what it does.
public struct Choice: Hashable, Sendable {
    /// The key, 1 to 3 digits.
    public let key: String
    /// The label drawn after the key.
    public let label: Template
    /// The condition under which the option is drawn and taken, or nil for always.
    public let condition: Condition?
    /// What choosing it does.
    public let action: Action

    /// What an option does.
    public enum Action: Hashable, Sendable {
        /// Goes to another state.
        case go(Jump)
        /// Answers the question it stands under.
        case answer(Value)
    }

    /// Makes an option.
    public init(key: String, label: Template, condition: Condition?, action: Action) {
        self.key = key
        self.label = label
        self.condition = condition
        self.action = action
    }
}

/// A question.
public struct AskState: Hashable, Sendable {
    /// The slot of the answer.
    public let slot: SlotIndex
    /// What counts as an answer.
    public let kind: AskKind
    /// The question.
    public let prompt: Body
    /// Keys beside the answer; for ``AskKind/choice`` the answers themselves.
    public let choices: [Choice]
    /// What an answer of the wrong kind gets.
    public let wrong: Body
    /// What an answer below the least gets.
    public let below: Body
    /// What an answer above the most gets.
    public let above: Body
    /// Where a good answer leads.
    public let next: StateIndex
    /// The state to enter when the question is asked again: the call state before it, or itself.
    public let entry: StateIndex

    /// Makes a question.
    public init(
        slot: SlotIndex,
        kind: AskKind,
        prompt: Body,
        choices: [Choice],
        wrong: Body,
        below: Body,
        above: Body,
        next: StateIndex,
        entry: StateIndex
    ) {
        self.slot = slot
        self.kind = kind
        self.prompt = prompt
        self.choices = choices
        self.wrong = wrong
        self.below = below
        self.above = above
        self.next = next
        self.entry = entry
    }
}

/// What counts as an answer to a question.
public enum AskKind: Hashable, Sendable {
    /// A subscriber's number valid in the program's country, or in international form.
    case msisdn
    /// Money, between bounds when they are given; the bounds are amounts.
    case amount(least: Operand?, most: Operand?)
    /// A whole number between bounds.
    case number(least: Operand?, most: Operand?)
    /// Text of so many characters.
    case text(least: Int, most: Int)
    /// Digits that are never shown again.
    case secret(least: Int, most: Int)
    /// One of the options.
    case choice
    /// Text that a pattern of ``MenuProgram/patterns`` matches whole.
    case pattern(Int)
}

/// A service call.
public struct CallState: Hashable, Sendable {
    /// The index into ``MenuProgram/operations``.
    public let operation: Int
    /// The arguments.
    public let arguments: [Operand]
    /// The slot of the result, or nil when it is not kept.
    public let result: SlotIndex?
    /// Where the outcome `ok` leads.
    public let next: StateIndex
    /// Where each other outcome leads; complete, `unavailable` and `unsure` included.
    public let arms: [OutcomeArm]

    /// Makes a call.
    public init(
        operation: Int,
        arguments: [Operand],
        result: SlotIndex?,
        next: StateIndex,
        arms: [OutcomeArm]
    ) {
        self.operation = operation
        self.arguments = arguments
        self.result = result
        self.next = next
        self.arms = arms
    }
}

/// The answer to one outcome.
public struct OutcomeArm: Hashable, Sendable {
    /// The outcome's name.
    public let outcome: String
    /// The slot that `as` names, or nil.
    public let binding: SlotIndex?
    /// Where it leads.
    public let jump: Jump

    /// Makes an arm.
    public init(outcome: String, binding: SlotIndex?, jump: Jump) {
        self.outcome = outcome
        self.binding = binding
        self.jump = jump
    }
}

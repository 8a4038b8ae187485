// SPDX-License-Identifier: Apache-2.0

/// An arrow: where it leads, what it hands over and what it says on arrival.
public struct Jump: Hashable, Sendable {
    /// Where it leads.
    public let target: Target
    /// The slots set on the way; operands are read before any slot is cleared.
    public let assignments: [Assignment]
    /// The slots of the flow that is entered, cleared before the assignments; empty within a flow.
    public let clears: Range<SlotIndex>
    /// The line shown above the screen that is reached, or nil.
    public let error: Body?
    /// The language spoken from then on, or nil to leave it as it is.
    public let language: LanguageIndex?

    /// Where an arrow leads.
    public enum Target: Hashable, Sendable {
        /// A state.
        case state(StateIndex)
        /// The question or screen before this one.
        case back
        /// Where the service code that was dialled leads by itself.
        case home
        /// Where the dialled string or the SMS leads; for the flow before it and the resume screen.
        case proceed
        /// The dialogue that was dropped; only from the resume screen.
        case resume
    }

    /// One slot set on the way.
    public struct Assignment: Hashable, Sendable {
        /// The slot.
        public let slot: SlotIndex
        /// Its new value.
        public let operand: Operand

        /// Makes an assignment.
        public init(slot: SlotIndex, operand: Operand) {
            self.slot = slot
            self.operand = operand
        }
    }

    /// Makes an arrow.
    public init(
        to target: Target,
        assignments: [Assignment] = [],
        clears: Range<SlotIndex> = 0..<0,
        error: Body? = nil,
        language: LanguageIndex? = nil
    ) {
        self.target = target
        self.assignments = assignments
        self.clears = clears
        self.error = error
        self.language = language
    }
}

/// A value read from a slot, or a constant.
public enum Operand: Hashable, Sendable {
    /// Read when it is needed.
    case reference(Reference)
    /// Known to the author.
    case constant(Value)
    /// Added up when it is needed.
    case sum(Sum)
}

/// A slot and the way into its record, as `receipt.balance`.
public struct Reference: Hashable, Sendable {
    /// The slot.
    public let slot: SlotIndex
    /// The positions of the fields from record to record; empty for the slot itself.
    public let path: [Int]

    /// Makes a reference.
    public init(slot: SlotIndex, path: [Int] = []) {
        self.slot = slot
        self.path = path
    }
}

/// What `when` tests.
public indirect enum Condition: Hashable, Sendable {
    /// A comparison of two values of one type.
    case compare(Operand, Comparison, Operand)
    /// Whether a flag is true.
    case flag(Reference)
    /// Whether a value was given.
    case isSet(Reference)
    /// The opposite.
    case not(Condition)
    /// Whether all hold.
    case all([Condition])
    /// Whether at least one holds.
    case any([Condition])

    /// How two values compare.
    public enum Comparison: String, Hashable, Sendable, CaseIterable {
        /// `==`.
        case equal = "=="
        /// `!=`.
        case notEqual = "!="
        /// `<`.
        case less = "<"
        /// `<=`.
        case lessOrEqual = "<="
        /// `>`.
        case greater = ">"
        /// `>=`.
        case greaterOrEqual = ">="
    }
}

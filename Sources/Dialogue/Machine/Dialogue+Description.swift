// SPDX-License-Identifier: Apache-2.0

extension Dialogue: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Where the dialogue stands and what it remembers: numbers masked, and neither secrets nor
    /// anything that was typed or dialled.
    public var description: String {
        let known = slots.entries.filter { $0.slot >= ReservedSlot.firstFree }.map { entry in
            "\(name(of: entry.slot)): \(entry.value)"
        }
        return "\(program.name) \(stateName) at \(position) [\(known.joined(separator: ", "))]"
    }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// A mirror with the description alone, so that dumping a dialogue shows no more.
    public var customMirror: Mirror {
        Mirror(self, children: ["dialogue": description], displayStyle: .struct)
    }

    private func name(of slot: SlotIndex) -> String {
        program.slotNames.indices.contains(Int(slot)) ? program.slotNames[Int(slot)] : "\(slot)"
    }
}

extension DialogueEvent: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The kind of the event; an input, which may be a secret, is never shown.
    public var description: String {
        switch self {
        case .begin(let match, let asksToResume):
            "begin \(match)\(asksToResume ? ", asks to resume" : "")"
        case .input: "input ••••"
        case .outcome(let result): "outcome \(result.outcome)"
        case .redisplay: "redisplay"
        }
    }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// A mirror without children, so that dumping an event shows no input.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension RouteMatch: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Where the route leads; what else was dialled may hold a secret and is only counted.
    public var description: String {
        let given = arguments.map { "\($0.slot): \($0.value)" }.joined(separator: ", ")
        return "to \(jump.target) with [\(given)] and \(rest.count) more"
    }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// A mirror with the description alone.
    public var customMirror: Mirror {
        Mirror(self, children: ["route": description], displayStyle: .struct)
    }
}

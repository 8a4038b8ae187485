// SPDX-License-Identifier: Apache-2.0

/// The variables of one dialogue that are set, and no others.
///
/// A row that is searched from its beginning: a dialogue sets a handful of the many slots that its
/// program has, and a session must stay small.
struct Slots: Sendable {
    private(set) var entries: [Entry] = []

    /// A slot that is set.
    struct Entry: Sendable {
        let slot: SlotIndex
        /// Whether the value was given beforehand, so that its question still has to check it.
        var isGiven: Bool
        var value: Value
    }

    /// The value of a slot; setting ``Value/absent`` forgets it.
    subscript(slot: SlotIndex) -> Value {
        get {
            for index in entries.indices where entries[index].slot == slot {
                return entries[index].value
            }
            return .absent
        }
        set { set(slot, to: newValue, isGiven: false) }
    }

    /// Sets a slot as an answer given beforehand.
    mutating func give(_ value: Value, to slot: SlotIndex) {
        set(slot, to: value, isGiven: true)
    }

    /// The answer given beforehand, which from now on is one no longer; nil when there is none.
    mutating func takeGiven(_ slot: SlotIndex) -> Value? {
        for index in entries.indices where entries[index].slot == slot {
            guard entries[index].isGiven else { return nil }
            entries[index].isGiven = false
            return entries[index].value
        }
        return nil
    }

    /// Makes room for what a short dialogue sets.
    mutating func reserve() {
        entries.reserveCapacity(4)
    }

    /// Forgets a range of slots.
    mutating func clear(_ range: Range<SlotIndex>) {
        if range.isEmpty || !entries.contains(where: { range.contains($0.slot) }) { return }
        entries.removeAll { range.contains($0.slot) }
    }

    /// Forgets everything.
    mutating func clearAll() {
        entries = []
    }

    /// Forgets every secret.
    mutating func forgetSecrets() {
        entries.removeAll { if case .secret = $0.value { true } else { false } }
    }

    private mutating func set(_ slot: SlotIndex, to value: Value, isGiven: Bool) {
        let index = entries.firstIndex { $0.slot == slot }
        if case .absent = value {
            if let index { entries.remove(at: index) }
        } else if let index {
            entries[index].value = value
            entries[index].isGiven = isGiven
        } else {
            entries.append(Entry(slot: slot, isGiven: isGiven, value: value))
        }
    }
}

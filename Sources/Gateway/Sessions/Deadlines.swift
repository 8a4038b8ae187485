// SPDX-License-Identifier: Apache-2.0
import GSM

/// When time is over: the first millisecond at which it is too late.
enum Due {
    /// So many seconds are granted whole; the millisecond after them is too late.
    static func after(_ seconds: Int, from start: Instant) -> Int64 {
        start.adding(seconds: seconds).adding(milliseconds: 1).milliseconds
    }
}

/// A deadline and whose it is.
struct Deadline {
    let due: Int64
    private let owner: UInt64

    /// What ends at the deadline.
    enum Subject: UInt64 {
        case dialled = 0
        case texted = 1
        case kept = 2
        case past = 3
    }

    init(due: Int64, of subject: Subject, _ subscriber: MSISDN) {
        self.due = due
        owner = subscriber.digits << 2 | subject.rawValue
    }

    var subject: Subject { Subject(rawValue: owner & 3) ?? .past }

    var subscriber: MSISDN? { MSISDN(digits: owner >> 2) }

    /// Earlier first; equal times in the order of numbers, so that runs repeat.
    static func isBefore(_ left: Deadline, _ right: Deadline) -> Bool {
        (left.due, left.owner) < (right.due, right.owner)
    }
}

/// A binary heap of deadlines, the earliest first.
struct DeadlineHeap {
    private var items: [Deadline] = []

    init() {}

    var count: Int { items.count }

    var first: Deadline? { items.first }

    mutating func insert(_ deadline: Deadline) {
        items.append(deadline)
        var child = items.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard Deadline.isBefore(items[child], items[parent]) else { return }
            items.swapAt(child, parent)
            child = parent
        }
    }

    mutating func removeFirst() {
        guard let last = items.popLast(), !items.isEmpty else { return }
        items[0] = last
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < items.count {
                if Deadline.isBefore(items[child], items[least]) { least = child }
            }
            guard least != parent else { return }
            items.swapAt(parent, least)
            parent = least
        }
    }

    /// Begins again with these, which drops whatever had become meaningless.
    mutating func rebuild(_ deadlines: [Deadline]) {
        items = deadlines.sorted(by: Deadline.isBefore)
    }
}

// SPDX-License-Identifier: Apache-2.0

/// The items that are still to be done, by the moment they are due and then by their numbers.
///
/// A binary heap; an item that is finished out of turn leaves its place empty until that comes
/// to the top or half the heap is empty.
package struct WorkQueue: Sendable {
    private var items: [WorkID: WorkItem] = [:]
    private var heap: [Place] = []

    private struct Place: Comparable {
        let due: Timestamp
        let id: WorkID

        static func < (left: Place, right: Place) -> Bool {
            (left.due, left.id) < (right.due, right.id)
        }
    }

    package init() {}

    /// Items still to be done.
    package var count: Int { items.count }

    /// Whether an item is still to be done.
    package func isOpen(_ id: WorkID) -> Bool { items[id] != nil }

    /// Takes in an item with its number.
    package mutating func add(_ item: WorkItem) {
        items[item.id] = item
        heap.append(Place(due: item.due, id: item.id))
        rise(from: heap.count - 1)
    }

    /// Lets go of an item; one that is not there is passed over.
    package mutating func finish(_ id: WorkID) {
        guard items.removeValue(forKey: id) != nil else { return }
        if heap.count > 2 * items.count + Self.emptyPlacesMax {
            heap.removeAll { items[$0.id] == nil }
            heap.sort()
        }
        while let first = heap.first, items[first.id] == nil {
            heap.swapAt(0, heap.count - 1)
            heap.removeLast()
            sink(from: 0)
        }
    }

    /// The first items due at a moment, in their order, at most so many.
    package func due(at moment: Timestamp, limit: Int) -> [WorkItem] {
        // The top is never an empty place.
        guard limit > 0, let first = heap.first, first.due <= moment else { return [] }
        if limit == 1 { return items[first.id].map { [$0] } ?? [] }
        var found: [WorkItem] = []
        var edge = [0]
        while found.count < limit,
            let next = edge.indices.min(by: { heap[edge[$0]] < heap[edge[$1]] })
        {
            let index = edge.remove(at: next)
            guard heap[index].due <= moment else { break }
            if let item = items[heap[index].id] { found.append(item) }
            edge += [2 * index + 1, 2 * index + 2].filter { $0 < heap.count }
        }
        return found
    }

    /// Empty places that are never worth a clearing.
    private static let emptyPlacesMax = 64

    private mutating func rise(from start: Int) {
        var index = start
        while index > 0, heap[index] < heap[(index - 1) / 2] {
            heap.swapAt(index, (index - 1) / 2)
            index = (index - 1) / 2
        }
    }

    private mutating func sink(from start: Int) {
        var index = start
        while true {
            let children = [2 * index + 1, 2 * index + 2].filter { $0 < heap.count }
            guard let least = children.min(by: { heap[$0] < heap[$1] }), heap[least] < heap[index]
            else { return }
            heap.swapAt(index, least)
            index = least
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import Synchronization

/// Starts work one after the other, lets it run at once, and waits for all of it.
///
/// What is started in the order of a file is committed in that order, many to a commit.
enum InOrder {
    /// Starts each, and gives what came of them in the same order.
    ///
    /// - Parameters:
    ///   - elements: what to work on.
    ///   - start: starts the work on one; it tells the outcome once, at once or later.
    /// - Returns: the outcomes, in the order of the elements.
    static func all<Element, Outcome: Sendable>(
        _ elements: some Collection<Element>,
        _ start: (Element, @escaping @Sendable (Outcome) -> Void) -> Void
    ) async -> [Outcome] {
        guard !elements.isEmpty else { return [] }
        let count = elements.count
        return await withCheckedContinuation { continuation in
            let outcomes = Gathered<Outcome>()
            for (index, element) in elements.enumerated() {
                start(element) { outcome in
                    let all = outcomes.put(outcome, at: index, of: count)
                    if let all { continuation.resume(returning: all) }
                }
            }
        }
    }

    /// Outcomes by their place, until the last one came.
    private final class Gathered<Outcome: Sendable>: Sendable {
        private let outcomes = Mutex<[Int: Outcome]>([:])

        func put(_ outcome: Outcome, at index: Int, of count: Int) -> [Outcome]? {
            outcomes.withLock { outcomes in
                guard outcomes[index] == nil else { return nil }
                outcomes[index] = outcome
                guard outcomes.count == count else { return nil }
                return (0..<count).compactMap { outcomes[$0] }
            }
        }
    }
}

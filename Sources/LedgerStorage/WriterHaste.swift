// SPDX-License-Identifier: Apache-2.0

/// Whether the next batch is judged ahead of what is known of its keys.
///
/// A repeated key costs the whole batch, so after one some batches are done without haste: who
/// repeats keys all the time slows the ledger by little.
struct WriterHaste {
    /// Batches done without haste after a repeated key.
    static let batchesAfterRepeat = 32

    private var slow = 0

    /// Whether to hurry with the next batch.
    mutating func next() -> Bool {
        if slow > 0 { slow -= 1 }
        return slow == 0
    }

    /// Notes that a batch had to be undone.
    mutating func stumbled() {
        slow = Self.batchesAfterRepeat + 1
    }
}

// SPDX-License-Identifier: Apache-2.0
import Ledger

/// What is to be said once a batch is durable, and not before.
struct WriterAnswers {
    /// The balances written with the batch.
    var portion = BalanceSweep.Portion()
    private var completions: [() -> Void] = []
    private var messages: [OutboxMessage] = []

    mutating func add(_ completion: @escaping () -> Void) {
        completions.append(completion)
    }

    mutating func add(_ more: [OutboxMessage]) {
        messages += more
    }

    /// Tells the listener of the messages and everyone what became of their command.
    func send(to listener: (([OutboxMessage]) -> Void)?) {
        for completion in completions { completion() }
        if !messages.isEmpty { listener?(messages) }
    }
}

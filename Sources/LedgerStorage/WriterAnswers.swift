// SPDX-License-Identifier: Apache-2.0
import Ledger

/// What is to be said once a batch is durable, and not before.
struct WriterAnswers: Sendable {
    /// The balances written with the batch.
    var portion = BalanceSweep.Portion()
    private var answers: [Answer] = []
    private var messages: [OutboxMessage] = []

    private enum Answer: Sendable {
        case commit(WriterJob.Commit, LedgerResult)
        case other(@Sendable () -> Void)
    }

    /// Jobs that are answered here.
    var count: Int { answers.count }

    /// The commands that are answered here, in their order.
    var jobs: [WriterJob] {
        answers.compactMap { answer in
            if case .commit(let job, _) = answer { .commit(job) } else { nil }
        }
    }

    mutating func add(_ result: LedgerResult, to job: WriterJob.Commit) {
        answers.append(.commit(job, result))
    }

    mutating func add(_ completion: @escaping @Sendable () -> Void) {
        answers.append(.other(completion))
    }

    mutating func add(_ more: [OutboxMessage]) {
        if !more.isEmpty { messages += more }
    }

    /// Tells the listener of the messages and everyone what became of their command.
    func send(to listener: (([OutboxMessage]) -> Void)?) {
        for answer in answers {
            switch answer {
            case .commit(let job, let result): job.completion(.success(result))
            case .other(let completion): completion()
            }
        }
        if !messages.isEmpty { listener?(messages) }
    }
}

// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway

extension Stage {
    /// One phone of the scene; a reference, because every turn writes to it.
    final class Seat {
        let number: MSISDN
        /// What it shows, as far as replies arrived.
        var answer: Answer?
        /// The reply that a press waits for which nobody compared.
        var pending: ReplyBox?
        /// The line of the step that failed in this session; nothing is compared until the next.
        var failedAt: Int?
        /// The last screens it showed, with the step that each was shown on.
        var shown: [(line: Int, inclusion: Int?, lines: [String])] = []
        /// Which messages were looked at, counted from the first received.
        var read: Set<Int> = []

        init(_ number: MSISDN) { self.number = number }
    }
}

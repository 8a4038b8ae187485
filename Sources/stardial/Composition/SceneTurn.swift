// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway
import Synchronization

/// A turn of a scene's phone that waits for its answer, as long as the process lives.
final class SceneTurn: Sendable {
    let phone: MSISDN
    private let reply: Mutex<Reply?>

    /// A struct, because a closure alone in a mutex is wrapped again at every reading.
    private struct Reply {
        var take: @Sendable (Answer) -> Void
    }

    init(_ phone: MSISDN, _ reply: @escaping @Sendable (Answer) -> Void) {
        self.phone = phone
        self.reply = Mutex(Reply(take: reply))
    }

    /// Whether it was answered.
    var isOver: Bool { reply.withLock { $0 == nil } }

    /// Answers it; only the first answer counts.
    func take(_ answer: Answer) {
        let open = reply.withLock { reply in
            defer { reply = nil }
            return reply
        }
        open?.take(answer)
    }
}

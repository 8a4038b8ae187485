// SPDX-License-Identifier: Apache-2.0
import Gateway
import Synchronization

/// Where a gateway's reply arrives.
final class ReplyBox: Sendable {
    private let state = Mutex<Answer?>(nil)

    /// The reply, or nil while none has come.
    var answer: Answer? { state.withLock { $0 } }

    /// Takes the reply in.
    func put(_ answer: Answer) { state.withLock { $0 = answer } }
}

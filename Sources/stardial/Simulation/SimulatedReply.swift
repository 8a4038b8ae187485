// SPDX-License-Identifier: Apache-2.0
import Synchronization

/// A value that arrives on another thread.
final class SimulatedReply<Value: Sendable>: Sendable {
    private let value = Mutex<Value?>(nil)

    /// Keeps what arrived first.
    func set(_ new: Value) { value.withLock { $0 = $0 ?? new } }

    /// What arrived, or nil.
    func take() -> Value? { value.withLock { $0 } }
}

// SPDX-License-Identifier: Apache-2.0

extension LedgerStore {
    /// Does all of a command or nothing, and waits until that is durable.
    ///
    /// - Throws: ``LedgerStoreError`` when the store could not; then nothing was done.
    @discardableResult
    public func commit(_ command: LedgerCommand) async throws(LedgerStoreError) -> LedgerResult {
        // Not by `outcome`: without its generic parameter it costs a third.
        let result: Result<LedgerResult, LedgerStoreError> =
            await withUnsafeContinuation { continuation in
                commit(command) { continuation.resume(returning: $0) }
            }
        return try result.get()
    }

    /// Lets go every hold whose time is over at a moment, and waits until that is durable.
    ///
    /// - Throws: ``LedgerStoreError`` when the store could not; then nothing was done.
    @discardableResult
    public func expirePending(
        at: Timestamp,
        announce: LedgerCommand.Announcement? = nil
    ) async throws(LedgerStoreError) -> [PostedTransfer] {
        try await outcome { expirePending(at: at, announce: announce, completion: $0) }
    }

    /// Marks messages as delivered, and waits until that is durable.
    ///
    /// - Throws: ``LedgerStoreError`` when the store could not; then nothing was marked.
    public func markDelivered(_ ids: [Int64]) async throws(LedgerStoreError) {
        try await outcome { markDelivered(ids, completion: $0) }
    }

    /// Signs where the journal stands, as the head of a day, and waits until that is durable.
    ///
    /// - Throws: ``LedgerStoreError``: `refused` for a day that is not one, or not after the last.
    @discardableResult
    public func seal(
        day: String,
        key: SealingKey
    ) async throws(LedgerStoreError) -> SignedHead {
        try await outcome { seal(day: day, key: key, completion: $0) }
    }

    /// What a call gives its completion; every store calls that once, so nothing checks it.
    private func outcome<Value: Sendable>(
        _ start: (@escaping @Sendable (Result<Value, LedgerStoreError>) -> Void) -> Void
    ) async throws(LedgerStoreError) -> Value {
        try await withUnsafeContinuation { continuation in
            start { continuation.resume(returning: $0) }
        }.get()
    }
}

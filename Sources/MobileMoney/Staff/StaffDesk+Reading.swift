// SPDX-License-Identifier: Apache-2.0
public import Ledger

/// What every member of staff can look at.
extension StaffDesk {
    /// Most entries of one page of the audit log.
    public static let logPageMax = 1_000

    /// The audit log from a note of the journal on, oldest first.
    ///
    /// - Parameter after: the number of the last note seen; 0 for the beginning.
    /// - Returns: entries in their order, and the number to go on from, nil at the end.
    /// - Throws: ``StaffRefusal/ledger(_:)`` when the journal cannot be read.
    public func log(
        after: Int64
    ) throws(StaffRefusal) -> (notes: [JournalNote], next: Int64?) {
        do throws(LedgerStoreError) {
            let notes = try service.store.notes(since: after, limit: Self.logPageMax)
            let entries = notes.filter { if case .audit = $0.kind { true } else { false } }
            return (entries, notes.count < Self.logPageMax ? nil : notes.last?.id)
        } catch {
            throw .ledger(error.description)
        }
    }

    /// How many PINs are under each key, those that the ring lacks included.
    ///
    /// - Throws: ``StaffRefusal/ledger(_:)`` when a document cannot be read.
    public func keyUse() throws(StaffRefusal) -> [PINKeyUse] {
        var uses: [UInt32: PINKeyUse] = [:]
        let keys = service.verifier.keys
        let retired = try retiredKeys().body.numbers
        func use(_ number: UInt32) -> PINKeyUse {
            uses[number]
                ?? PINKeyUse(
                    key: number,
                    isThere: keys.keys[number] != nil,
                    isNewest: number == keys.newest,
                    isRetired: retired.contains(number)
                )
        }
        for number in keys.numbers + retired { uses[number] = use(number) }
        for record in service.store.records(kind: RecordKind.wallet.rawValue) {
            guard let body = try? Wallet.Body(recordBytes: record.body) else {
                throw .ledger("A wallet cannot be read.")
            }
            guard let number = body.pin?.key else { continue }
            var counted = use(number)
            counted.wallets += 1
            uses[number] = counted
        }
        for member in roster.members.values {
            var counted = use(member.pin.key)
            counted.staff += 1
            uses[member.pin.key] = counted
        }
        return uses.values.sorted { $0.key < $1.key }
    }

    /// The keys that were retired, and the version of their document.
    func retiredKeys() throws(StaffRefusal) -> (body: RetiredKeys, version: UInt64) {
        guard let record = service.store.record(RecordKind.retiredKeys.key(0)) else {
            return (RetiredKeys(), 0)
        }
        guard let body = try? RetiredKeys(recordBytes: record.body) else {
            throw .ledger("The list of retired keys cannot be read.")
        }
        return (body, record.version)
    }
}

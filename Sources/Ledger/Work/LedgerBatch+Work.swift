// SPDX-License-Identifier: Apache-2.0

extension LedgerBatch {
    /// Takes an item off the queue, or tells why it is not there.
    func finish(
        _ id: WorkID?,
        past: some LedgerPast,
        in draft: inout LedgerDraft
    ) throws(LedgerStoreError) -> TransferRejection? {
        guard let id else { return nil }
        guard id > .zero, id <= draft.head.work else { return .workNotFound }
        if changes.finishedWork.contains(id) { return .workAlreadyDone }
        if changes.addedWork[id] == nil {
            guard try past.isOpen(id) else { return .workAlreadyDone }
        }
        draft.rows.finished = id
        return nil
    }

    /// Whether there are not too many items and none is too long.
    func areSmall(_ items: [WorkItem]) -> Bool {
        items.count <= limits.changesPerCommandMax
            && items.allSatisfy { $0.body.count <= limits.workBodyBytesMax }
    }

    /// Puts items on the queue, numbered in their order.
    func add(_ items: [WorkItem], in draft: inout LedgerDraft) {
        let first = draft.rows.transfers.first?.id ?? .zero
        for item in items {
            let transfer = item.transfer == .zero ? first : item.transfer
            draft.head.work = WorkID(draft.head.work.rawValue + 1)
            draft.rows.work.append(WorkItem(id: draft.head.work, transfer: transfer, item))
        }
    }
}

extension LedgerChanges {
    /// Takes in the work a command added and finished.
    mutating func merge(workOf rows: LedgerRows) {
        if let id = rows.finished {
            addedWork[id] = nil
            finishedWork.insert(id)
        }
        for item in rows.work { addedWork[item.id] = item }
    }
}

extension LedgerCommand {
    /// Writes the work down for the fingerprint; without any, nothing, as before there was work.
    func writeWork(to writer: inout ByteWriter) {
        guard !work.isEmpty || finishes != nil else { return }
        writer.append(UInt8(ascii: "W"))
        writer.append(finishes?.rawValue)
        writer.append(UInt32(truncatingIfNeeded: work.count))
        for item in work {
            writer.append(item.due.milliseconds)
            writer.append(item.kind)
            writer.append(item.subject)
            writer.append(item.body)
        }
    }
}

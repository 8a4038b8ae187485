// SPDX-License-Identifier: Apache-2.0

extension LedgerCommand {
    /// A number that stands for the contents: everything but the key, the time and the
    /// announcement, so that a key used again for something else is caught.
    ///
    /// The same thing asked again later is the same thing. The first 64 bits of a SHA-256.
    public var fingerprint: UInt64 {
        var writer = ByteWriter(capacity: records.reduce(160) { $0 + $1.body.count + 24 })
        writer.append(UInt32(truncatingIfNeeded: openings.count))
        for opening in openings {
            writer.append(opening.id.rawValue)
            writer.append(opening.kind.rawValue)
            writer.append(opening.currency.packed)
            writer.append(opening.floor)
            writer.append(opening.ceiling)
        }
        writer.append(UInt32(truncatingIfNeeded: settings.count))
        for setting in settings {
            writer.append(setting.id.rawValue)
            writer.append(setting.floor)
            writer.append(setting.ceiling)
            writer.append(setting.isFrozen)
            writer.append(setting.isClosed)
        }
        writer.append(UInt32(truncatingIfNeeded: transfers.count))
        for transfer in transfers { transfer.write(to: &writer) }
        writer.append(UInt32(truncatingIfNeeded: records.count))
        for change in records {
            writer.append(change.key.kind)
            writer.append(change.key.id)
            writer.append(change.expectedVersion.map { Int64(bitPattern: $0) })
            writer.append(change.body)
        }
        // only where there are some: keys kept in older files go on meaning the same
        if !audit.isEmpty {
            writer.append(UInt8(1))
            writer.append(UInt32(truncatingIfNeeded: audit.count))
            for entry in audit { entry.write(to: &writer) }
        }
        writeWork(to: &writer)
        return writer.sha256().prefix
    }
}

extension Transfer {
    fileprivate func write(to writer: inout ByteWriter) {
        writer.append(debit.rawValue)
        writer.append(credit.rawValue)
        writer.append(amount.minorUnits)
        writer.append(amount.currency.packed)
        writer.append(code.rawValue)
        writer.append(reference)
        switch kind {
        case .posted:
            writer.append(UInt8(0))
        case .pending(let expiresAt):
            writer.append(UInt8(1))
            writer.append(expiresAt.milliseconds)
        case .post(let pending, let amount):
            writer.append(UInt8(2))
            writer.append(pending.rawValue)
            writer.append(amount?.minorUnits)
            writer.append(amount?.currency.packed ?? 0)
        case .void(let pending):
            writer.append(UInt8(3))
            writer.append(pending.rawValue)
        case .reversal(let original):
            writer.append(UInt8(4))
            writer.append(original.rawValue)
        case .correction(let original):
            writer.append(UInt8(5))
            writer.append(original.rawValue)
        }
    }
}

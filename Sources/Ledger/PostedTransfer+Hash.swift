// SPDX-License-Identifier: Apache-2.0

extension PostedTransfer {
    /// The hash this row must have after a transfer or note with the given one.
    ///
    /// SHA-256 over, most significant byte first: the 32 bytes before; number, group; kind as one
    /// byte with the number of the hold or original, or the expiry (or 0); debit, credit; minor
    /// units; the currency's
    /// letters as 32 bits; code; both balances after; both numbers of the transfers before (0 for
    /// none); time; the reference's length as 32 bits and its bytes.
    package func sealed(after previous: TransferHash) -> TransferHash {
        var writer = ByteWriter(capacity: 176)
        previous.withBytes { writer.append(raw: $0) }
        writer.append(id.rawValue)
        writer.append(group.rawValue)
        writer.append(kind.number)
        writer.append(kind.detail)
        writer.append(debit.rawValue)
        writer.append(credit.rawValue)
        writer.append(amount.minorUnits)
        writer.append(amount.currency.packed)
        writer.append(code.rawValue)
        writer.append(debitBalanceAfter)
        writer.append(creditBalanceAfter)
        writer.append((previousDebit ?? .zero).rawValue)
        writer.append((previousCredit ?? .zero).rawValue)
        writer.append(at.milliseconds)
        writer.append(reference)
        return writer.sha256()
    }
}

extension PostedTransfer.Kind {
    /// The kind as it is hashed and stored.
    package var number: UInt8 {
        switch self {
        case .posted: 0
        case .pending: 1
        case .post: 2
        case .void: 3
        case .expire: 4
        case .reversal: 5
        case .correction: 6
        }
    }

    /// The number of the hold or original, or the moment a hold expires, or 0.
    package var detail: Int64 {
        switch self {
        case .posted: 0
        case .pending(let expiresAt): expiresAt.milliseconds
        case .post(let id), .void(let id), .expire(let id): id.rawValue
        case .reversal(let id), .correction(let id): id.rawValue
        }
    }

    /// The kind with a stored number and detail; nil when there is no such kind.
    package init?(number: Int64, detail: Int64) {
        switch number {
        case 0: self = .posted
        case 1: self = .pending(expiresAt: Timestamp(milliseconds: detail))
        case 2: self = .post(pending: TransferID(detail))
        case 3: self = .void(pending: TransferID(detail))
        case 4: self = .expire(pending: TransferID(detail))
        case 5: self = .reversal(of: TransferID(detail))
        case 6: self = .correction(of: TransferID(detail))
        default: return nil
        }
    }
}

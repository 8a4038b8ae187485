// SPDX-License-Identifier: Apache-2.0
import Ledger

/// What savings have earned and were not yet paid, as the ledger's documents keep it.
struct Savings: Hashable, Sendable {
    let wallet: WalletID
    var body = Body()
    /// The version that was read; 0 when there is none yet.
    var version: UInt64 = 0

    /// What is written.
    struct Body: Hashable, Sendable {
        /// Millionths of a minor unit; less than one minor unit unless paying was refused.
        var carry: Int64 = 0
    }

    /// Millionths of a minor unit in one.
    static let scale: Int64 = 1_000_000

    /// Whole minor units that a day's earnings make with what was left, and the savings after
    /// they are paid.
    func paying(_ microUnits: Int64) -> (units: Int64, after: Savings) {
        let sum = body.carry.saturatingAdd(microUnits)
        var after = self
        after.body.carry = sum % Self.scale
        return (sum / Self.scale, after)
    }

    /// The savings after a day whose earnings cannot be paid now.
    func keeping(_ microUnits: Int64) -> Savings {
        var after = self
        after.body.carry = body.carry.saturatingAdd(microUnits)
        return after
    }

    /// The change that writes the savings over the version that was read.
    var change: RecordChange {
        RecordChange(
            key: RecordKind.savings.key(wallet.rawValue),
            expectedVersion: version,
            body: body.recordBytes
        )
    }
}

extension Savings.Body: RecordBody {
    static let kind = RecordKind.savings

    init(from reader: inout RecordReader) { carry = max(0, reader.signed()) }

    func write(to writer: inout RecordWriter) { writer.write(carry) }
}

extension WalletBook {
    /// What a wallet's savings have earned and were not yet paid.
    func savings(of wallet: WalletID) throws(WalletFault) -> Savings {
        guard let record = store.record(RecordKind.savings.key(wallet.rawValue)) else {
            return Savings(wallet: wallet)
        }
        let body = try Savings.Body(recordBytes: record.body)
        return Savings(wallet: wallet, body: body, version: record.version)
    }
}

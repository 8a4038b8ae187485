// SPDX-License-Identifier: Apache-2.0
import Ledger

/// How far a wallet is asleep, as the ledger's documents keep it.
struct Dormancy: Hashable, Sendable {
    let wallet: WalletID
    var body: Body
    /// The version that was read; 0 when there is none yet.
    var version: UInt64 = 0

    /// The steps, in their order; the numbers are for ever.
    enum Step: Int, CaseIterable, Sendable {
        /// In use, or not long out of it.
        case awake = 0
        /// Warned by a text message.
        case noticed = 1
        /// Nothing can be paid out until cash is paid in.
        case blocked = 2
        /// Its money is kept apart.
        case closed = 3
        /// Closed, and nothing can be paid in either.
        case sealed = 4
    }

    /// What is written.
    struct Body: Hashable, Sendable {
        var step = Step.awake
        /// The last transaction of the customer that was known when it was written, or the
        /// opening; milliseconds since 1970.
        var lastUse: Int64
    }

    /// The dormancy at another step.
    func at(_ step: Step, lastUse: Timestamp) -> Dormancy {
        var next = self
        next.body = Body(step: step, lastUse: lastUse.milliseconds)
        return next
    }

    /// Whether the wallet's money is kept apart.
    var isClosed: Bool { body.step == .closed || body.step == .sealed }

    /// The last use as a moment.
    var lastUse: Timestamp { Timestamp(milliseconds: body.lastUse) }

    /// The change that writes the dormancy over the version that was read.
    var change: RecordChange {
        RecordChange(
            key: RecordKind.dormancy.key(wallet.rawValue),
            expectedVersion: version,
            body: body.recordBytes
        )
    }

    /// The item that takes a step at a moment.
    func item(_ step: Step, at due: Timestamp) -> WorkItem {
        WalletWork.item(.dormancy, wallet.rawValue, at: due, [UInt8(step.rawValue)])
    }
}

extension Dormancy.Body: RecordBody {
    static let kind = RecordKind.dormancy

    init(from reader: inout RecordReader) {
        step = Dormancy.Step(rawValue: reader.int()) ?? .awake
        lastUse = reader.signed()
    }

    func write(to writer: inout RecordWriter) {
        writer.write(step.rawValue)
        writer.write(lastUse)
    }
}

extension DormancyRules {
    /// Days from the last use to a step.
    func days(to step: Dormancy.Step) -> Int {
        switch step {
        case .awake: 0
        case .noticed: noticeDays
        case .blocked: blockDays
        case .closed, .sealed: closeDays
        }
    }
}

extension WalletBook {
    /// How far a wallet is asleep; nil when that was never written.
    func dormancy(of wallet: WalletID) throws(WalletFault) -> Dormancy? {
        guard let record = store.record(RecordKind.dormancy.key(wallet.rawValue)) else {
            return nil
        }
        let body = try Dormancy.Body(recordBytes: record.body)
        return Dormancy(wallet: wallet, body: body, version: record.version)
    }
}

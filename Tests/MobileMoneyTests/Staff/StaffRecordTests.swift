// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Ledger
import Testing

@testable import MobileMoney

/// What the ledger keeps of staff: read as written, and damaged octets end nothing.
@Suite struct StaffRecordTests {
    @Test(arguments: [
        "freeze +254712000001", "thaw +254712000001", "close +254712000001",
        "unlock +254712000001", "reset-pin +254712000001", "change-sim +254712000001",
        "raise +254712000001 2", "reverse # 12.50", "reverse #",
        "correct # income:fees wallet:+254712000001 7.00", "retire-key 12",
    ])
    func anOperationIsReadAsWritten(words: String) throws {
        let tariff = try Kenya.tariff()
        let key = ServiceKey(high: 1, low: 2)
        let receipt = TransactionReference(
            key: key,
            attempt: 0,
            at: LocalTime(milliseconds: 0, offsetMinutes: 0)
        )
        let typed = words.replacing("#", with: receipt.text).split(separator: " ").map(String.init)
        let operation = try StaffOperation(words: typed, tariff: tariff)
        #expect(operation.words(tariff) == typed)
        let request = StaffRequest(
            id: 7,
            operation: operation,
            requester: "otieno",
            reason: "ñ",
            at: Village.morning,
            state: .open,
            decider: nil
        )
        let body = try StaffRequest.Body(recordBytes: request.change(tariff).body)
        #expect(try StaffRequest(id: 7, body: body, version: 0, tariff: tariff) == request)
        #expect(!"\(operation) \(body) \(request)".contains("712000001"))
    }

    @Test func noByteOfADocumentTraps() throws {
        let body = StaffRequest.Body(
            words: ["freeze", "+254712000001"],
            requester: "otieno",
            reason: "because",
            at: .max,
            state: "open",
            decider: "kamau"
        )
        let documents = [
            body.recordBytes, StaffStanding(wrongTries: 1, locks: 2, lockedUntil: 3).recordBytes,
            RetiredKeys(numbers: [1, 7]).recordBytes,
        ]
        let tariff = try Kenya.tariff()
        for document in documents {
            for place in document.indices {
                for value in [0, 0x7F, 0x80, 0xFF] as [UInt8] {
                    var damaged = document
                    damaged[place] = value
                    if let read = try? StaffRequest.Body(recordBytes: damaged) {
                        _ = try? StaffRequest(id: 1, body: read, version: 1, tariff: tariff)
                    }
                    _ = try? StaffStanding(recordBytes: damaged)
                    _ = try? RetiredKeys(recordBytes: damaged)
                }
            }
        }
        for length in 0..<documents[0].count {
            #expect(
                (try? StaffRequest.Body(recordBytes: Array(documents[0].prefix(length)))) == nil
            )
        }
        for length in 0..<documents[1].count {
            #expect((try? StaffStanding(recordBytes: Array(documents[1].prefix(length)))) == nil)
        }
        #expect(try RetiredKeys(recordBytes: documents[2]).numbers == [1, 7])
    }
}

// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Ledger
import Testing

@testable import MobileMoney

/// Receipt numbers, names and dates as phones show them.
@Suite struct ReceiptAndNameTests {
    private let june = LocalTime(milliseconds: 1_781_422_320_000, offsetMinutes: 180)

    private func references() -> [TransactionReference] {
        (0..<200).map {
            TransactionReference(key: ServiceKey(high: 9, low: $0), attempt: 0, at: june)
        }
    }

    @Test func aReceiptNumberSaysYearAndMonth() {
        for reference in references() {
            #expect(reference.text.count == 10)
            #expect(reference.text.hasPrefix("A6"))
            #expect(!reference.text.contains { "ILOU".contains($0) })
        }
        #expect(Set(references()).count == 200)
        #expect(Set(references().map(\.number)).count == 200)
    }

    @Test func aReceiptNumberFollowsFromItsKey() {
        let key = ServiceKey(high: 9, low: 4)
        let first = TransactionReference(key: key, attempt: 0, at: june)
        #expect(first == TransactionReference(key: key, attempt: 0, at: june))
        #expect(first != TransactionReference(key: key, attempt: 1, at: june))
    }

    @Test func aReceiptNumberTypedBackIsUnderstood() throws {
        for reference in references() {
            let text = reference.text
            let spoken = text.lowercased().replacing("0", with: "o").replacing("1", with: "l")
            let grouped = "\(spoken.prefix(5)) \(spoken.dropFirst(5).prefix(3))-\(spoken.suffix(2))"
            for typed in [text, spoken, grouped] {
                #expect(TransactionReference(typed: typed) == reference)
            }
        }
    }

    @Test func everySingleSlipAndEverySwapIsCaught() throws {
        let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
        for reference in references().prefix(5) {
            let right = Array(reference.text)
            for place in right.indices {
                for wrong in alphabet where wrong != right[place] {
                    var slip = right
                    slip[place] = wrong
                    #expect(TransactionReference(typed: String(slip)) == nil)
                }
                for other in right.indices where right[other] != right[place] {
                    var swap = right
                    swap.swapAt(place, other)
                    #expect(TransactionReference(typed: String(swap)) == nil)
                }
            }
        }
    }

    @Test(arguments: ["", "A6", "A6!!!!!!!!", "UUUUUUUUUU", "A6000000000000000", "Ａ６０００００００0"])
    func whatIsNoReceiptNumberIsNotUnderstood(typed: String) {
        #expect(TransactionReference(typed: typed) == nil)
    }

    @Test(arguments: [
        ("Amina Hassan", "Amina Hassan"), ("AMINAH HASSAN OTIENO", "AMINAH HASSAN OTIENO"),
        ("Wanjikũ  wa\nNgũgĩ", "Wanjiku wa Ngugi"), ("José Ñandú", "José Ñandu"),
        ("Abcdefghij Klmnopqrst Uvw", "Abcdefghij Klmnopqrs"),
        ("Abcdefghijklmnopqrs Tuv", "Abcdefghijklmnopqrs"), ("{Neema} [shop]~€|^\\", "Neema shop"),
        ("", "?"), ("  \r\n ", "?"), ("王秀兰", "???"),
    ])
    func aNameIsWrittenInTheBasicSet(typed: String, shown: String) {
        #expect(DisplayName.person(typed) == shown)
        #expect(TextSize.measure(shown).units <= 20)
    }

    @Test(arguments: [
        (0 as Int64, 0, "1970-01-01T00:00", 1970),
        (1_781_422_320_000, 180, "2026-06-14T10:32", 2026),
        (1_709_164_799_999, 0, "2024-02-28T23:59", 2024),
        (1_709_164_800_000, 0, "2024-02-29T00:00", 2024),
        (1_709_251_200_000, 0, "2024-03-01T00:00", 2024),
        (1_735_678_800_000, 180, "2025-01-01T00:00", 2025),
        (1_735_678_799_999, 180, "2024-12-31T23:59", 2024),
        (951_782_400_000, 0, "2000-02-29T00:00", 2000),
        (4_107_542_400_000, 0, "2100-03-01T00:00", 2100), (.min, -600, "1970-01-01T00:00", 1970),
        (.max, 840, "9999-12-31T13:59", 9999),
    ])
    func localTimeIsReckonedInWholeNumbers(
        milliseconds: Int64,
        offset: Int,
        text: String,
        year: Int
    ) {
        let time = LocalTime(milliseconds: milliseconds, offsetMinutes: offset)
        #expect(time.moment?.iso == text)
        #expect(time.year == year)
    }
}

// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import GSM

@Suite struct ShortMessageCodingTests {
    private typealias Limits = ConcatenatedShortMessage.Limits

    /// TS 23.040 clause 9.2.3.24.1 and TS 23.038 annex C.3.
    @Test(arguments: [
        (NationalShift.none, 160, 153), (NationalShift(single: .turkish), 155, 149),
        (NationalShift(locking: .turkish), 155, 149),
        (NationalShift(locking: .turkish, single: .turkish), 152, 146),
    ])
    func headersTakeRoom(shift: NationalShift, alone: Int, cut: Int) {
        let coding = ShortMessageCoding(alphabet: .gsm7, shift: shift)
        #expect(coding.unitsMax(isCut: false) == alone)
        #expect(coding.unitsMax(isCut: true) == cut)
    }

    @Test func theNamedCapacitiesAreTheComputedOnes() {
        let gsm7 = ShortMessageCoding(alphabet: .gsm7, shift: .none)
        #expect(gsm7.unitsMax(isCut: false) == Limits.singleSeptetsMax)
        #expect(gsm7.unitsMax(isCut: true) == Limits.partSeptetsMax)
        let ucs2 = ShortMessageCoding(alphabet: .ucs2, shift: .none)
        #expect(ucs2.unitsMax(isCut: false) == Limits.singleUnitsMax)
        #expect(ucs2.unitsMax(isCut: true) == Limits.partUnitsMax)
    }

    @Test(
        arguments: [
            // What the network reads, the text, and what is chosen for how many messages.
            ([], "ş", Alphabet.ucs2, NationalShift.none, 1),
            ([.turkish], "a", .gsm7, .none, 1),
            ([.turkish], "Şu", .ucs2, .none, 1),
            ([.turkish], "Şubeye gidiniz æ", .gsm7, NationalShift(single: .turkish), 1),
            (
                [.turkish], String(repeating: "ş", count: 71), .gsm7,
                NationalShift(locking: .turkish), 1
            ),
            (
                [.turkish], String(repeating: "ş", count: 155), .gsm7,
                NationalShift(locking: .turkish), 1
            ),
            (
                [.turkish], String(repeating: "ş", count: 156), .gsm7,
                NationalShift(locking: .turkish), 2
            ),
            (
                [.hindi], String(repeating: "क", count: 150), .gsm7, NationalShift(locking: .hindi),
                1
            ),
            (
                [.hindi], String(repeating: "क", count: 150) + "A", .gsm7,
                NationalShift(locking: .hindi, single: .hindi), 1
            ),
            ([.spanish, .hindi], "您", .ucs2, .none, 1),
            (
                [.spanish], "¿Cuánto envía? El préstamo está aquí", .gsm7,
                NationalShift(single: .spanish), 1
            ),
        ] as [([NationalLanguage], String, Alphabet, NationalShift, Int)]
    )
    func takesTheCheapest(
        languages: [NationalLanguage],
        text: String,
        alphabet: Alphabet,
        shift: NationalShift,
        messages: Int
    ) {
        let coding = ShortMessageCoding.cheapest(for: text, languages: languages)
        #expect(coding == ShortMessageCoding(alphabet: alphabet, shift: shift))
        #expect(ConcatenatedShortMessage.partCount(of: text, languages: languages) == messages)
    }

    @Test func whatIsCutComesBackWhole() throws {
        var random = SeededGenerator(seed: 23_038)
        for round in 0..<200 {
            let language = NationalLanguage.allCases[round % NationalLanguage.allCases.count]
            let table = ShiftTable.locking(language).scalars.compactMap(\.self)
            let more = ShiftTable.single(language).scalars.compactMap(\.self)
            let count = Int.random(in: 1...600, using: &random)
            var text = ""
            for index in 0..<count {
                let scalars = index % 7 == 0 ? more : table
                let scalar = try #require(scalars.randomElement(using: &random))
                text.unicodeScalars.append(scalar)
            }
            let parts = ConcatenatedShortMessage.segment(
                text,
                reference: UInt8(round),
                languages: [language]
            )
            let received = parts.map { part in
                #expect(part.userData.count <= ShortMessageCoding.userDataOctetsMax)
                return ReceivedShortMessage(
                    packed: part.userData,
                    length: part.userDataLength,
                    alphabet: CodedAlphabet(part.alphabet),
                    hasHeader: !part.userDataHeader.isEmpty
                )
            }
            guard parts.count > 1 else {
                #expect(received.first?.text == text)
                continue
            }
            var message = try #require(received.last.flatMap { ConcatenatedShortMessage($0) })
            for part in received.dropLast() { #expect(message.insert(part) == .kept) }
            #expect(message.text == text, "\(language)")
        }
    }

    @Test func partsInDifferentTablesAreReadInTheirOwn() throws {
        func part(_ sequence: Int, _ shift: NationalShift) -> ReceivedShortMessage {
            ReceivedShortMessage(
                alphabet: .gsm7,
                concatenation: .init(reference: 1, total: 2, sequence: sequence),
                coded: [0x1D],
                shift: shift
            )
        }
        var message = try #require(
            ConcatenatedShortMessage(part(1, NationalShift(locking: .turkish)))
        )
        #expect(message.insert(part(2, .none)) == .kept)
        #expect(message.text == "şæ")
    }
}

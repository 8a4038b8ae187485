// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Dialogue

/// Money and numbers that are added up.
struct SumTests {
    private static let first = Reference(slot: 10)
    private static let second = Reference(slot: 11)

    private static func slots(_ first: Value, _ second: Value) -> Slots {
        var slots = Slots()
        slots[10] = first
        slots[11] = second
        return slots
    }

    /// `first - second + constant`.
    private static func difference(
        _ constant: Int64 = 0,
        isMoney: Bool = true,
        takes: ClosedRange<Int64> = .min ... .max
    ) -> Sum {
        Sum(
            [Sum.Term(first, isTaken: false), Sum.Term(second, isTaken: true)],
            constant: constant,
            isMoney: isMoney,
            takes: takes
        )
    }

    @Test(arguments: [
        (Value.amount(500), Value.amount(300), Int64(0), Value.amount(200)),
        (.amount(300), .amount(500), 0, .amount(-200)),
        (.amount(.max), .amount(-1), 0, .absent),
        (.amount(.min), .amount(1), 0, .absent),
        (.amount(.max), .amount(1), 1, .amount(.max)),
        (.amount(.min), .amount(.min), 7, .amount(7)),
        (.absent, .amount(1), 0, .absent),
        (.amount(1), .number(1), 0, .absent),
        (.text("1"), .amount(1), 0, .absent),
    ])
    func money(_ first: Value, _ second: Value, _ constant: Int64, _ result: Value) {
        let slots = Self.slots(first, second)
        #expect(slots.value(of: .sum(Self.difference(constant))) == result)
    }

    @Test(arguments: [(Int64(9), Int64(0), true), (9, -1, false), (-1, 0, false), (0, 0, true)])
    func aPlaceTakesWhatItCanShow(_ first: Int64, _ second: Int64, _ isTaken: Bool) {
        let sum = Self.difference(isMoney: false, takes: 0...9)
        let value = Self.slots(.number(first), .number(second)).value(of: .sum(sum))
        #expect(value == (isTaken ? .number(first - second) : .absent))
    }

    @Test(arguments: Condition.Comparison.allCases)
    func comparisonsAreExact(_ sign: Condition.Comparison) {
        let huge = Self.slots(.amount(.max), .amount(.min))
        let greatest = Operand.constant(.amount(.max))
        let isGreater = [.notEqual, .greater, .greaterOrEqual].contains(sign)
        #expect(huge.holds(.compare(.sum(Self.difference()), sign, greatest)) == isGreater)
        let same = Self.slots(.amount(7), .amount(2))
        let five = Operand.constant(.amount(5))
        let isSame = [.equal, .lessOrEqual, .greaterOrEqual].contains(sign)
        #expect(same.holds(.compare(five, sign, .sum(Self.difference()))) == isSame)
        let missing = Self.slots(.amount(7), .absent)
        #expect(!missing.holds(.compare(five, sign, .sum(Self.difference()))))
    }
}

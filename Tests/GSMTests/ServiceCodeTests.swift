// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import GSM

@Suite struct ServiceCodeTests {
    @Test(arguments: [
        ("*789#", ["789"]), ("*789*1#", ["789", "1"]), ("*789*#", ["789", ""]),
        ("*789**2#", ["789", "", "2"]), ("*0#", ["0"]), ("*a b*c#", ["a b", "c"]),
    ])
    func readsAndWrites(text: String, segments: [String]) {
        #expect(ServiceCode(text)?.segments == segments)
        #expect(ServiceCode(text)?.description == text)
    }

    @Test(arguments: [
        "", "*", "#", "*#", "**#", "**1#", "789#", "*789", "#789#", "*#789#", "*789#1#", "*789##",
        "*" + String(repeating: "1", count: 181) + "#",
    ])
    func refuses(text: String) {
        #expect(ServiceCode(text) == nil)
    }

    @Test func refusesSegmentsThatCannotBeDialled() {
        #expect(ServiceCode(segments: []) == nil)
        #expect(ServiceCode(segments: ["", "1"]) == nil)
        #expect(ServiceCode(segments: ["1", "2*3"]) == nil)
        #expect(ServiceCode(segments: ["1", "2#"]) == nil)
    }
}

@Suite struct ServiceCodeTableTests {
    private static let codes = ["*38#", "*384#", "*384*7#", "*789*1#"]

    private static func table() throws -> ServiceCodeTable<String> {
        var table = ServiceCodeTable<String>()
        for code in codes { table.insert(try #require(ServiceCode(code)), code) }
        return table
    }

    @Test(arguments: [
        ("*384#", "*384#", [String]()), ("*38#", "*38#", []), ("*38*4#", "*38#", ["4"]),
        ("*384*7*1#", "*384*7#", ["1"]), ("*384*70*1#", "*384#", ["70", "1"]),
        ("*384*1*0712345678*500#", "*384#", ["1", "0712345678", "500"]),
        ("*789*1#", "*789*1#", []), ("*384**7#", "*384#", ["", "7"]),
    ])
    func findsTheLongestWholeSegments(dialled: String, code: String, rest: [String]) throws {
        let found = try Self.table().match(try #require(ServiceCode(dialled)))
        #expect(found?.value == code)
        #expect(found?.rest == rest)
    }

    @Test(arguments: ["*3#", "*3840#", "*789#", "*789*2#", "*1*38#"])
    func findsNothing(dialled: String) throws {
        #expect(try Self.table().match(try #require(ServiceCode(dialled))) == nil)
    }

    @Test func replacesAValue() throws {
        var table = try Self.table()
        let code = try #require(ServiceCode("*384#"))
        #expect(table.insert(code, "new") == "*384#")
        #expect(table.match(code)?.value == "new")
        #expect(table.insert(try #require(ServiceCode("*5#")), "five") == nil)
    }
}

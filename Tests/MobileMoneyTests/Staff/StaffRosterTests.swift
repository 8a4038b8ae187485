// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Testing

@testable import MobileMoney

/// The staff file: what is read, what is refused, and that no hash is shown.
@Suite struct StaffRosterTests {
    private static let hash =
        "1:2:1:1:" + String(repeating: "0a", count: 16) + ":" + String(repeating: "0b", count: 32)

    @Test func rolesAndMembersAreRead() throws {
        let roster = try StaffRoster(yaml: Office.yaml(Village().service.verifier))
        #expect(roster.names == ["kamau", "njeri", "otieno", "wanjiru"])
        #expect(roster.roles["teller"]?.requests.count == 5)
        #expect(roster.roles["teller"]?.approves.isEmpty == true)
        #expect(roster.roles["supervisor"]?.approves == Set(StaffOperation.Name.allCases))
    }

    @Test(arguments: [
        ("", StaffRosterError.notYAML), ("- a", .notYAML),
        ("roles: {a: {}}\nstuff: 1", .unknownKey(line: 2)),
        ("staff: []", .wrongShape("roles", line: 1)),
        ("roles: {a: {}}", .wrongShape("staff", line: 1)),
        ("roles: {a: {may: []}}\nstaff: []", .unknownKey(line: 1)),
        ("roles: {a: {request: [fly]}}\nstaff: []", .unknownOperation(line: 1)),
        (
            "roles: {a: {}}\nstaff:\n  - {name: x, role: b, pin: \"\(hash)\"}",
            .unknownRole("b", line: 3)
        ),
        ("roles: {a: {}}\nstaff:\n  - {name: x, role: a, pin: \"1234\"}", .badHash("x", line: 3)),
        (
            "roles: {a: {}}\nstaff:\n  - {name: \"x y\", role: a, pin: \"\(hash)\"}",
            .badName(line: 3)
        ),
        ("roles: {a: {}}\nstaff:\n  - {name: x, role: a}", .wrongShape("a member", line: 3)),
        (
            "roles: {a: {}}\nstaff:\n  - {name: x, role: a, pin: \"\(hash)\"}\n"
                + "  - {name: x, role: a, pin: \"\(hash)\"}",
            .nameTwice("x", line: 4)
        ),
    ])
    func aDamagedFileSaysWhere(yaml: String, error: StaffRosterError) throws {
        let found = #expect(throws: StaffRosterError.self) { try StaffRoster(yaml: yaml) }
        #expect(found == error)
        #expect(found.map { !$0.description.contains("0a0a") } == true)
    }

    @Test(arguments: [
        "1:3:1:1:\(String(repeating: "0a", count: 16)):\(String(repeating: "0b", count: 32))",
        "1:2097152:1:1:\(String(repeating: "0a", count: 16)):\(String(repeating: "0b", count: 32))",
        "1:2:0:1:\(String(repeating: "0a", count: 16)):\(String(repeating: "0b", count: 32))",
        "1:2:1:1:0a:\(String(repeating: "0b", count: 32))", "1:2:1:1", "",
    ])
    func aHashBeyondReasonIsNone(text: String) {
        #expect(PINHash(text: text) == nil)
    }

    @Test func nothingShowsAHash() throws {
        let office = try Office()
        let hash = try office.village.service.verifier.staffHash(of: Secret("2468"))
        let read = try #require(PINHash(text: hash))
        #expect(read.text == hash)
        var dumped = ""
        dump(office.desk.roster, to: &dumped)
        dump(office.credential("otieno"), to: &dumped)
        dump(office.desk.roster.members["otieno"], to: &dumped)
        for secret in ["1357", read.text, "digest"] { #expect(!dumped.contains(secret)) }
    }
}

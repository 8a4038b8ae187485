// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import GSM

@Suite struct MMIStringTests {
    @Test(arguments: [
        "*384#", "*384*1*0712345678*500#", "*7006#", "*384*1*2*3*4*5#", "#100#",
        "*400#1234567890123456#", "1", "34", "*100#", "*789#", "#", "**789#", "*06#", "*04*1*2*2#",
        "*384**#", "*21*0712345678#99#", "habari#", "9", "0",
    ])
    func sendsAsUSSDUnchanged(dialled: String) {
        #expect(MMIString(dialled).action() == .ussd(dialled))
    }

    @Test(arguments: [
        ("**21*0712345678#", DialledAction.supplementaryService), ("*#21#", .supplementaryService),
        ("##002#", .supplementaryService), ("*43#", .supplementaryService),
        ("*31#0712345678", .supplementaryService), ("#31#", .supplementaryService),
        ("**61*0712345678**20#", .supplementaryService), ("*33*1234#", .supplementaryService),
        ("*753#", .supplementaryService), ("*591#", .supplementaryService),
        ("*#06#", .handsetLocal),
        ("**04*1111*2222*2222#", .handsetLocal), ("**042*1*2*2#", .handsetLocal),
        ("**05*12345678*1111*1111#", .handsetLocal), ("**052*1*2*2#", .handsetLocal),
        ("**03*330*0000*1111*1111#", .handsetLocal), ("12", .call), ("*100", .call),
        ("0712345678", .call), ("", .call), ("112", .call), ("您好#", .call),
    ])
    func handlesTheRest(dialled: String, action: DialledAction) {
        #expect(MMIString(dialled).action() == action)
    }

    @Test func decidesByWhatThePhoneKnows() {
        let inCall = MMIString.Context(isInCall: true)
        #expect(MMIString("12").action(in: inCall) == .ussd("12"))
        #expect(MMIString("12#").action() == .ussd("12#"))
        #expect(MMIString("34").action(in: .init(shortCalls: ["34"])) == .call)
        #expect(MMIString("99").action(in: .init(emergencyNumbers: ["99"])) == .call)
    }

    @Test func holdsTheLongestString() {
        let longest = String(repeating: "1", count: 181) + "#"
        #expect(MMIString(longest).action() == .ussd(longest))
        #expect(MMIString("1" + longest).action() == .call)
    }

    @Test(arguments: [
        ("*384#", MMIString.Action.activate, "384", [String](), ""),
        ("*#61#", .interrogate, "61", [], ""), ("##002#", .erase, "002", [], ""),
        ("#100#", .deactivate, "100", [], ""),
        ("**61*07**20#", .register, "61", ["07", "", "20"], ""),
        ("*21**10#", .activate, "21", ["", "10"], ""), ("*31#0712", .activate, "31", [], "0712"),
        ("**03*33*a*b*b#", .register, "03", ["33", "a", "b", "b"], ""),
        ("*21*#", .activate, "21", [""], ""),
    ])
    func takesApart(
        dialled: String,
        action: MMIString.Action,
        code: String,
        fields: [String],
        rest: String
    ) {
        let structured = MMIString(dialled).structured
        #expect(structured?.action == action)
        #expect(structured?.code == code)
        #expect(structured?.fields == fields)
        #expect(structured?.rest == rest)
    }

    @Test(arguments: [
        "", "*", "#", "*#", "**#", "*1#", "*7006#", "*384", "384#", "*384*1*2*3*4*5#", "***21#",
        "*3 8#", "*３８#", "*38x#", "###",
    ])
    func seesNoStructure(dialled: String) {
        #expect(MMIString(dialled).structured == nil)
    }
}

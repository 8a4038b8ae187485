// SPDX-License-Identifier: Apache-2.0
import Gateway
import Testing

@Suite struct SessionIDTests {
    @Test func readsBackWhatItWrites() {
        let id = SessionID(high: 0x0019_a8f2_c4e3_b7d1, number: 42)
        #expect(id.description == "0019a8f2c4e3b7d1-0000002a")
        #expect(SessionID(id.description) == id)
        #expect(SessionID(SessionID.none.description) == SessionID.none)
    }

    @Test(arguments: [
        "", "-", "0019a8f2c4e3b7d1", "0019a8f2c4e3b7d1-0000002", "0019a8f2c4e3b7d1-0000002A",
        "0019a8f2c4e3b7d1+0000002a", "+019a8f2c4e3b7d1-0000002a", "0019a8f2c4e3b7d1-0000002é",
    ])
    func readsNothingElse(_ text: String) {
        #expect(SessionID(text) == nil)
    }
}

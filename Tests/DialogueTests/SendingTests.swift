// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Testing

@Suite("A dialogue that sends money")
struct SendingTests {
    @Test("goes from home to the receipt")
    func sends() {
        var phone = WalletStub(WalletMenu.builder.program)
        #expect(
            phone.dial("*789#") == """
                Amina, you have KES 2,000.00
                1 Send money
                2 Payments
                3 Profile
                4 Save
                """
        )
        #expect(phone.type("1") == "Send to which number?")
        #expect(
            phone.type("0712 000 002")
                == "How much for Baraka?\nMost you can send: KES 2,000.00"
        )
        #expect(
            phone.type("500") == """
                Send KES 500.00 to Baraka
                Fee KES 7.00, total KES 507.00
                Enter PIN to agree
                """
        )
        #expect(
            phone.type("4821")
                == "Sent KES 500.00 to Baraka.\nRef QX7Y2M. You have KES 1,493.00\n-- end"
        )
    }
}

// SPDX-License-Identifier: Apache-2.0

extension ConversationTests {
    static let faults = Scene(
        "faults",
        """
        > phone amina
        250 amina +254712000001; now type *789#
        > fault drop sms amina once
        250 drop sms amina once
        > fault
        212 faults=1
        drop sms amina once happened=0
        .
        > fault drip
        501 There is no fault `drip`. Did you mean `drop`?
        > @7 fault
        @7 212 faults=1
        drop sms amina once happened=0
        .
        """
    )
}

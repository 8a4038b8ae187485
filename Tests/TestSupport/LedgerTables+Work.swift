// SPDX-License-Identifier: Apache-2.0

extension LedgerTable {
    /// Work is put on the queue and taken off it with the money, or not at all.
    public static let work = LedgerTable(
        "work",
        """
        open A liability KES floor=0   : ok
        open F income KES              : ok
        due                            : none
        work w1 for=20s                : ok
        + work w2 for=10s
        + work w2 for=20s
        move w2 F A 5                  : ok
        due                            : none
        clock +9s
        due                            : none
        clock +1s
        due                            : 2
        clock +10s
        due                            : 2 1 3
        due limit=2                    : 2 1
        done d1 4                      : workNotFound
        done d2 0                      : workNotFound
        done d3 -1                     : workNotFound
        # the item and its effects, or neither
        + done d4 2
        move d4 A F 6                  : belowFloor@0
        due                            : 2 1 3
        + done d5 2
        move d5 A F 5                  : ok
        + done d5 2
        move d5 A F 5                  : ok replayed
        due                            : 1 3
        + done d6 2
        + record d6 id=1 expect=7
        move d6 F A 1                  : workAlreadyDone
        balance A                      : 0
        # the version that was read keeps the item on the queue and the key free
        + done d7 1
        record d7 id=1 expect=7        : recordChanged
        due                            : 1 3
        # an item that recurs
        + done d7 1
        work d7 for=0s                 : ok
        due                            : 3 4
        work big size=513              : tooManyChanges
        + work many
        work many count=256            : tooManyChanges
        due                            : 3 4
        # other work under the same key is another command
        work w1 for=99s                : keyReused
        done w1 3                      : keyReused
        done d8 3                      : ok
        done d9 4                      : ok
        due                            : none
        done d9 4                      : ok replayed
        done d10 4                     : workAlreadyDone
        # a number is never given again
        work w3 for=0s                 : ok
        due                            : 5
        """
    )
}

// SPDX-License-Identifier: Apache-2.0

extension LedgerTable {
    /// Every table; each runs over every store.
    public static let all = [
        transients,
        rejections, movements, groups, holds, expiry, keys, records, settings, outbox,
        reversals, corrections, conversions, moments, notes, work,
    ]

    /// One row for each rejection, in the order of the checks.
    public static let rejections = LedgerTable(
        "one row per rejection",
        """
        open A liability KES floor=0 ceiling=1000 : ok
        open B liability KES floor=0              : ok
        open C liability KES                      : ok
        open D holding KES                        : ok
        open F income KES                         : ok
        open U liability UGX                      : ok
        set freeze C frozen                       : accountNotFound
        move fund F A 500                         : ok
        hold h1 A B 100 for=600s                  : ok
        post p1 h1                                : ok
        hold h2 A B 100 for=600s                  : ok
        void v2 h2                                : ok
        hold h3 A B 50 for=10s                    : ok
        hold h4 A B 50 for=600s                   : ok
        move t1 F B 5                             : ok
        reverse back t1                           : ok
        work w1 for=10s                           : ok
        done w2 1                                 : ok
        clock +60s
        set C frozen                              : ok
        set D closed                              : ok
        # the rejections
        move fund F A 501                         : keyReused
        done w3 2                                 : workNotFound
        done w4 1                                 : workAlreadyDone
        record r1 id=1 expect=3                   : recordChanged
        many m F A 1 count=257                    : tooManyTransfers
        record r2 id=1 size=16385                 : tooManyChanges
        audit a1 size=257                         : auditEntryUnfit
        open A liability KES                      : accountExists
        set none floor=0                          : accountNotFound
        set B closed                              : accountNotEmpty
        set A ceiling=10                          : accountLimitsBroken
        post x1 nothing                           : pendingNotFound@0
        post x2 h1                                : pendingAlreadyPosted@0
        post x3 h2                                : pendingAlreadyVoided@0
        post x4 h3                                : pendingExpired@0
        post x5 h4 from=B                         : pendingHasOtherAccounts@0
        reverse y1 nothing                        : originalNotFound@0
        reverse y2 h1                             : originalNotReversible@0
        reverse y3 t1                             : originalAlreadyReversed@0
        reverse y4 p1 from=A                      : originalHasOtherAccounts@0
        move x6 A B 0                             : amountNotPositive@0
        post x7 h4 51                             : pendingAmountExceeded@0
        reverse y5 p1 101                         : reversalAmountExceeded@0
        hold x8 A B 1 for=0s                      : expiryNotAhead@0
        move x9 A B 1 ref=seventeen-letters       : referenceTooLong@0
        move x10 A A 1                            : sameAccount@0
        move x11 nobody B 1                       : debitAccountNotFound@0
        move x12 A nobody 1                       : creditAccountNotFound@0
        move x13 A U 1                            : currencyMismatch@0
        move x14 D B 1                            : debitAccountClosed@0
        move x15 A D 1                            : creditAccountClosed@0
        move x16 C B 1                            : debitAccountFrozen@0
        move x17 A C 1                            : creditAccountFrozen@0
        move x18 F B 9223372036854775807          : overflow@0
        move x19 A B 301                          : belowFloor@0
        move x20 F A 701                          : aboveCeiling@0
        + announce size=4097
        move x21 A B 1                            : announcementTooLarge
        counters A 100 100 0 500
        counters B 0 5 100 105
        counters F 0 505 0 5
        """
    )

    /// Plain movements and the chain of statements.
    public static let movements = LedgerTable(
        "movements and statements",
        """
        open A liability KES floor=0   : ok
        open B liability KES floor=0   : ok
        open F asset KES               : ok
        move t1 F A 100000             : ok
        move t2 A B 20000 ref=QX12     : ok
        move t3 B A 5000 code=7        : ok
        move t4 A B 95001              : belowFloor@0
        move t5 A B 85000              : ok
        counters A 0 105000 0 105000
        counters B 0 5000 0 105000
        counters F 0 100000 0 0
        balance A                      : 0
        balance B                      : 100000
        balance F                      : -100000
        balance nobody                 : none
        statement A                    : t5 t3 t2 t1
        statement A limit=2            : t5 t3
        statement B                    : t5 t3 t2
        statement F                    : t1
        statement nobody               :
        """
    )

    /// Linked transfers: all or nothing, each seeing its predecessors.
    public static let groups = LedgerTable(
        "linked groups",
        """
        open A liability KES floor=0   : ok
        open B liability KES floor=0   : ok
        open F income KES              : ok
        move fund F A 500              : ok
        + move send A B 400
        move fee A F 100               : ok
        counters A 0 500 0 500
        + move back B A 400
        + move fee2 B F 1
        move again A B 1               : belowFloor@1
        counters B 0 0 0 400
        # money received earlier in the group can be spent later in it
        + move in F A 50
        move out A B 50                : ok
        balance B                      : 450
        # an account can be opened, funded and closed empty in one life
        + open N liability KES floor=0
        move gift B N 10               : ok
        balance N                      : 10
        + hold h B A 5 for=9s
        post p h                       : pendingNotFound@1
        many lots F A 1 count=256      : ok
        balance A                      : 256
        """
    )

    /// Holds posted whole, in part, and voided.
    public static let holds = LedgerTable(
        "holds",
        """
        open A liability KES floor=0             : ok
        open B liability KES floor=0 ceiling=150 : ok
        open F income KES                        : ok
        move fund F A 200                        : ok
        hold h1 A B 150 for=60s                  : ok
        counters A 150 0 0 200
        counters B 0 0 150 0
        hold h2 A B 1 for=60s                    : aboveCeiling@0
        move t A F 51                            : belowFloor@0
        post p1 h1 100                           : ok
        counters A 0 100 0 200
        counters B 0 0 0 100
        post p2 h1                               : pendingAlreadyPosted@0
        void v1 h1                               : pendingAlreadyPosted@0
        hold h3 A B 50 for=60s                   : ok
        set A frozen                             : ok
        post p3 h3                               : debitAccountFrozen@0
        void v3 h3                               : ok
        void v4 h3                               : pendingAlreadyVoided@0
        counters A 0 100 0 200
        counters B 0 0 0 100
        post p3 h3                               : debitAccountFrozen@0 replayed
        statement A                              : v3 h3 p1 h1 fund
        """
    )

    /// Holds whose time is over.
    public static let expiry = LedgerTable(
        "expiry",
        """
        open A liability KES floor=0 : ok
        open B liability KES         : ok
        open F income KES            : ok
        move fund F A 100            : ok
        hold h1 A B 40 for=10s       : ok
        hold h2 A B 60 for=20s       : ok
        expire                       : 0
        clock +10s
        post p1 h1                   : pendingExpired@0
        counters A 100 0 0 100
        expire                       : 1
        counters A 60 0 0 100
        expire                       : 0
        void v1 h1                   : pendingExpired@0
        post p2 h2                   : ok
        clock +99s
        expire                       : 0
        counters A 0 60 0 100
        statement B                  : p2 ?4 h2 h1
        """
    )

    /// The same key again.
    public static let keys = LedgerTable(
        "keys",
        """
        open A liability KES floor=0 : ok
        open F income KES            : ok
        move fund F A 100            : ok
        move fund F A 100            : ok replayed
        clock +60s
        move fund F A 100            : ok replayed
        move fund F A 101            : keyReused
        move fund F A 100            : ok replayed
        balance A                    : 100
        # a refusal stays a refusal under its key, whatever comes later
        move big A F 150             : belowFloor@0
        move more F A 100            : ok
        move big A F 150             : belowFloor@0 replayed
        move big2 A F 150            : ok
        balance A                    : 50
        open A liability KES floor=0 : ok replayed
        """
    )

    /// Documents change with the money or not at all.
    public static let records = LedgerTable(
        "records",
        """
        open A liability KES floor=0   : ok
        open F income KES              : ok
        record? id=1                   : none
        record r1 id=1 expect=0 size=3 : ok
        record? id=1                   : 1 3
        record r2 id=1 expect=0        : recordChanged
        record r3 id=1 expect=1 size=0 : ok
        record? id=1                   : 2 0
        record r4 id=1 size=9          : ok
        record? id=1                   : 3 9
        # a refused transfer leaves the document alone
        + record r5 id=1 expect=3
        move t1 A F 1                  : belowFloor@0
        record? id=1                   : 3 9
        # a changed document leaves the money alone, and its key may be used again
        + record r6 id=1 expect=2
        move t2 F A 7                  : recordChanged
        balance A                      : 0
        + record r6 id=1 expect=3
        move t2 F A 7                  : ok
        balance A                      : 7
        + record r7 id=2 expect=0
        record r8 id=2 expect=1 size=6 : ok
        record? id=2                   : 2 6
        """
    )

    /// Limits and flags of accounts.
    public static let settings = LedgerTable(
        "settings",
        """
        open A liability KES floor=0             : ok
        open X liability KES floor=1             : accountLimitsBroken
        open Y liability KES ceiling=-1          : accountLimitsBroken
        open F income KES                        : ok
        move fund F A 100                        : ok
        set A ceiling=99                         : accountLimitsBroken
        set A ceiling=100 floor=-50              : ok
        move t1 F A 1                            : aboveCeiling@0
        move t2 A F 150                          : ok
        move t3 A F 1                            : belowFloor@0
        balance A                                : -50
        set A frozen                             : ok
        move t4 F A 50                           : creditAccountFrozen@0
        set A thawed                             : ok
        move t5 F A 50                           : ok
        set A closed                             : ok
        move t6 F A 1                            : creditAccountClosed@0
        set A floor=0                            : accountNotFound
        set F closed                             : ok
        """
    )

    /// Messages are committed with what they announce.
    public static let outbox = LedgerTable(
        "outbox",
        """
        open A liability KES floor=0 : ok
        open F income KES            : ok
        + announce
        move t1 F A 10               : ok
        outbox                       : 1
        + announce
        move t2 A F 11               : belowFloor@0
        outbox                       : 1
        + announce
        move t1 F A 10               : ok replayed
        outbox                       : 1
        + announce
        record r id=1                : ok
        outbox                       : 2
        delivered 1 99
        outbox                       : 1
        """
    )
}

// SPDX-License-Identifier: Apache-2.0

extension LedgerTable {
    /// What was moved is moved back, in parts that never exceed it.
    public static let reversals = LedgerTable(
        "reversals",
        """
        open A liability KES floor=0   : ok
        open B liability KES floor=0   : ok
        open F income KES              : ok
        move fund F A 500              : ok
        move send A B 300 ref=QX12     : ok
        reverse r1 send 100            : ok
        balance A                      : 300
        balance B                      : 200
        reverse r1 send 100            : ok replayed
        reverse r2 send 201            : reversalAmountExceeded@0
        # nobody gives back what she no longer has
        move spend B F 50              : ok
        reverse r3 send                : belowFloor@0
        move earn F B 50               : ok
        reverse r4 send                : ok
        balance A                      : 500
        balance B                      : 0
        reverse r5 send                : originalAlreadyReversed@0
        reverse r6 r4                  : originalNotReversible@0
        follow-ups send                : r1 r4
        follow-ups r4                  :
        # two parts in one command count together
        move again A B 100             : ok
        + reverse p1 again 60
        reverse p2 again 41            : reversalAmountExceeded@1
        + reverse p3 again 60
        reverse p4 again 40            : ok
        # a hold is reversed once it is posted, by what was posted
        hold h A B 100 for=60s         : ok
        reverse h1 h                   : originalNotReversible@0
        post p h 70                    : ok
        reverse h2 h                   : originalNotReversible@0
        reverse h3 p 71                : reversalAmountExceeded@0
        set B frozen                   : ok
        reverse h4 p                   : debitAccountFrozen@0
        set B thawed                   : ok
        reverse h5 p                   : ok
        balance A                      : 500
        hold v A B 1 for=60s           : ok
        void w v                       : ok
        reverse w1 w                   : originalNotReversible@0
        reverse c1 fund 1 currency=UGX : currencyMismatch@0
        """
    )

    /// Movements that name what they put right.
    public static let corrections = LedgerTable(
        "corrections",
        """
        open A liability KES floor=0   : ok
        open B liability KES floor=0   : ok
        open F income KES              : ok
        move fund F A 500              : ok
        move fee A F 30                : ok
        correct c1 fee A F 5           : ok
        correct c2 nothing A F 5       : originalNotFound@0
        correct c3 fee A F 466         : belowFloor@0
        correct c4 fee A A 5           : sameAccount@0
        # wrong account: back, and to the right one, both or neither
        + reverse back fund 100
        correct right fund F B 100     : ok
        balance A                      : 365
        balance B                      : 100
        reverse c5 c1                  : ok
        balance A                      : 370
        follow-ups fee                 : c1
        follow-ups fund                : back right
        """
    )

    /// Money changed into another currency through the operator's positions.
    public static let conversions = LedgerTable(
        "conversions",
        """
        open A liability USD floor=0                 : ok
        open B liability KES floor=0                 : ok
        open U liability UGX floor=0                 : ok
        open FX-USD asset USD                        : ok
        open FX-KES asset KES floor=-150000          : ok
        open FX-UGX asset UGX                        : ok
        open BANK asset USD                          : ok
        move fund BANK A 2000 currency=USD           : ok
        convert c1 A B 1000 USD KES rate=129.35      : ok
        balance A                                    : 1000
        balance FX-USD                               : 1000
        balance FX-KES                               : -129350
        balance B                                    : 129350
        # 0.33 dollars are 42.6855 shillings: the half cent stays in the position
        convert c2 A B 33 USD KES rate=129.35        : ok
        balance B                                    : 133618
        # a currency without a minor unit: 1.00 dollar and 37 cents
        convert c3 A U 137 USD UGX rate=3712.5       : ok
        balance U                                    : 5086
        convert c4 U A 5086 UGX USD rate=0.00026936  : ok
        balance A                                    : 966
        balance FX-UGX                               : 0
        # both legs or neither
        convert c5 A B 967 USD KES rate=1            : belowFloor@0
        convert c6 A B 900 USD KES rate=129.35       : belowFloor@1
        balance A                                    : 966
        convert c7 A U 100 USD KES rate=1            : currencyMismatch@1
        """
    )

    /// Balances at past moments and statements by the page.
    public static let moments = LedgerTable(
        "moments and pages",
        """
        open A liability KES floor=0   : ok
        open B liability KES floor=0   : ok
        open F income KES              : ok
        balance@ A 0s                  : 0
        balance@ nobody 0s             : none
        clock +10s
        move t1 F A 100                : ok
        clock +10s
        move t2 A B 30                 : ok
        hold h A B 20 for=60s          : ok
        clock +10s
        post p h                       : ok
        # a late command with an earlier time counts at its own time
        clock -15s
        move t3 A B 1                  : ok
        clock +15s
        move t4 F B 7                  : ok
        balance@ A 0s                  : 49
        balance@ A -1s                 : 69
        balance@ A -10s                : 69
        balance@ A -11s                : 99
        balance@ A -15s                : 99
        balance@ A -16s                : 100
        balance@ A -20s                : 100
        balance@ A -21s                : 0
        balance@ A +99s                : 49
        balance@ B 0s                  : 58
        pages A                        : t3=49 p=50 h=70 t2=70 t1=100
        pages A limit=2                : t3=49 p=50 | h=70 t2=70 | t1=100
        pages B limit=3                : t4=58 t3=51 p=50 | h=30 t2=30
        pages nobody                   :
        """
    )

    /// What the journal holds besides the transfers.
    public static let notes = LedgerTable(
        "notes",
        """
        open A liability KES floor=0    : ok
        + open B liability KES floor=0
        + open F income KES
        move t1 F A 10                  : ok
        notes                           : 111
        + audit approver=ben
        set A frozen                    : ok
        notes                           : 11123
        open A liability KES            : accountExists
        + set A thawed
        move t2 A F 11                  : belowFloor@0
        notes                           : 11123
        audit a1 actor=                 : auditEntryUnfit
        audit a2 action=                : auditEntryUnfit
        audit a3 size=256               : ok
        audit a3 size=256               : ok replayed
        audit a3 size=255               : keyReused
        notes                           : 111233
        """
    )
}

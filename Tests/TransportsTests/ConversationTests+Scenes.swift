// SPDX-License-Identifier: Apache-2.0

/// What a program says that acts a scene.
extension ConversationTests {
    static let namedTurns = Scene(
        "named turns",
        """
        > phone amina
        250 amina +254712000001; now type *789#
        > session
        410 amina has no session open; dial first
        > mode text turns
        250 mode text turns
        > @1 *789#
        @1 220 CON amina chars=28/182 turn=1a1f78a5300bdd73-00000001.1 menu=mavuno state=home
        Home
        1 Pay
        2 Dots
        3 Cyrillic
        .
        > @2 turn amina 1a1f78a5300bdd73-00000001.1 1
        @2 220 CON amina chars=9/182 secret=yes turn=1a1f78a5300bdd73-00000001.2 menu=mavuno \
        state=pay.pin
        Enter PIN
        .
        > @3 turn amina 1a1f78a5300bdd73-00000001.1 1
        @3 220 CON amina chars=9/182 secret=yes turn=1a1f78a5300bdd73-00000001.2 menu=mavuno \
        state=pay.pin
        Enter PIN
        .
        > session
        250 amina open lang=en
        > redial *555#
        222 amina no-such-code; This code does not exist here. Dial *789#.
        > @4 turn amina 1a1f78a5300bdd73-00000009.1 1
        @4 222 amina no-session; This session is over. What you typed now did nothing. \
        If you sent it before, that may have paid: see your last payments before you pay again.
        > mode text
        250 mode text
        > redial *789#
        220 CON amina chars=28/182
        Home
        1 Pay
        2 Dots
        3 Cyrillic
        .
        """
    )

    static let lateTurns = Scene(
        "late turns",
        """
        > phone amina
        250 amina +254712000001; now type *789#
        > mode text turns
        250 mode text turns
        > @1 *789#
        @1 220 CON amina chars=28/182 turn=1a1f78a5300bdd73-00000001.1 menu=mavuno state=home
        Home
        1 Pay
        2 Dots
        3 Cyrillic
        .
        > @2 1
        @2 220 CON amina chars=9/182 secret=yes turn=1a1f78a5300bdd73-00000001.2 menu=mavuno \
        state=pay.pin
        Enter PIN
        .
        ! hold
        > @3 1234
        @3 150 amina waits for a service
        > @4 clock
        @4 260 2026-11-20T06:00:00Z
        ! release
        @3 221 END amina chars=5/182 menu=mavuno state=paid
        Paid.
        .
        """
    )

    static let worlds = Scene(
        "worlds",
        """
        > phone amina
        250 amina +254712000001; now type *789#
        > play good.ussd
        270 1 transcript: 1 passed, 0 failed (2 steps)
        passed  good.ussd
        .
        > play /etc/passwd
        403 nothing was played
        > reset menu=nowhere
        501 there is no menu nowhere
        > screen amina
        410 amina has no session open; dial first
        > reset menu="mavuno" clock=2026-11-20T06:00:00Z seed=42
        250 a world for you alone; its clock moves by CLOCK, it has no phones
        > screen amina
        404 there is no phone amina; make it with PHONE amina
        > *789#
        404 no phone is in hand; take one first, as in PHONE amina
        > phone
        210 no phones yet; make one with PHONE amina
        .
        > phone zawadi +254712000009 name="Zawadi W"
        250 zawadi +254712000009; now type *789#
        """
    )
}

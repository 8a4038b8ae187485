// SPDX-License-Identifier: Apache-2.0
import GSM
import Testing
import Transports

/// Conversations as they are typed: `> line` is sent, `! word` happens, the rest comes back.
struct ConversationTests {
    @Test(arguments: scenes)
    func repliesAreAsWritten(scene: Scene) {
        #expect(Client().play(scene).difference(from: scene) == nil)
    }

    @Test func everyCodeIsInAScene() {
        let codes = Self.scenes.flatMap { $0.text.split(separator: "\n") }
            .compactMap { UInt16($0.trimmingPrefix(/@\S+\s/).prefix(3)) }
        let missing = Set(LineCode.allCases.map(\.rawValue)).subtracting(codes)
        // A client sees 504 only for octets that are no text, which a scene cannot hold.
        #expect(missing == [LineCode.notUTF8.rawValue])
    }

    @Test(arguments: [(NetworkProfile.standard, 2), (.strict3GPP, 1)])
    func partsAreThoseOfTheNetwork(_ network: NetworkProfile, _ parts: Int) {
        let client = Client(in: World(network))
        _ = client.send("phone amina\nphone baraka\nwatch baraka\n")
        let text = "¿Cuánto envía? El préstamo está aquí. ¿Cuánto envía? El préstamo está aquí."
        let sent = client.send("sms amina baraka \(text)\n")
        #expect(sent.contains("230 amina sent to baraka parts=\(parts)\n"), "\(sent)")
        #expect(sent.contains("281 baraka SMS from=+254712000001 parts=\(parts)\n"), "\(sent)")
        #expect(client.send("inbox baraka\n").contains(" parts=\(parts)\n"))
    }

    static let scenes = [
        phones, languages, sessions, messages, money, tags, modes, raws, refusals, releases, words,
        faults, recordings, namedTurns, lateTurns, worlds,
    ]

    static let words = Scene(
        "words",
        """
        > hello nurse
        200 stardial/1 ready line=1024 caps=tag,wait,json (try HELP)
        > help say
        215 SAY [NAME] [INPUT]
        Answers the screen; without an input it sends an empty one.
        For example: SAY amina 1
        .
        > Ping
        250 pong
        > caps
        211 what this server can do
        verbs PHONE DIAL REDIAL SAY TURN HANGUP SCREEN SESSION SMS INBOX WAIT CLOCK BAL LEDGER \
        FAULT RESET LOAD CHECK RECORD PLAY WATCH UNWATCH RAW MODE HELLO CAPS HELP PING QUIT
        caps tag,wait,json
        line 1024
        waiting 64
        connections 10000
        wait 3600s
        .
        """
    )

    static let phones = Scene(
        "phones",
        """
        ! greeting
        200 stardial/1 ready line=1024 caps=tag,wait,json (try HELP)
        > phone
        210 no phones yet; make one with PHONE amina
        .
        > phone amina
        250 amina +254712000001; now type *789#
        > PHONE baraka +254712000002 pin=1234 balance=100.00
        250 baraka +254712000002; now type *789#
        > phone AMINA
        250 amina +254712000001; now type *789#
        > phone
        210 phones=2
        amina +254712000001 idle
        baraka +254712000002 idle
        .
        """
    )

    static let sessions = Scene(
        "sessions",
        """
        ! greeting
        200 stardial/1 ready line=1024 caps=tag,wait,json (try HELP)
        > phone amina
        250 amina +254712000001; now type *789#
        > *789#
        220 CON amina chars=28/182
        Home
        1 Pay
        2 Dots
        3 Cyrillic
        .
        > *789#
        409 amina has a session open; say HANGUP first
        > dial amina *789#
        409 amina has a session open; say HANGUP first
        > 1
        220 CON amina chars=9/182 secret=yes
        Enter PIN
        .
        > say
        220 CON amina chars=29/182 secret=yes
        A PIN has 4 digits.
        Enter PIN
        .
        > say amina 1234
        221 END amina chars=5/182
        Paid.
        .
        > screen
        221 END amina chars=5/182
        Paid.
        .
        > 1
        410 amina has no session open; dial first
        > *789#
        220 CON amina chars=28/182
        Home
        1 Pay
        2 Dots
        3 Cyrillic
        .
        > 2
        221 END amina chars=23/182
        ..first
        ...second
        third
        ..
        .
        > *789#
        220 CON amina chars=28/182
        Home
        1 Pay
        2 Dots
        3 Cyrillic
        .
        > 3
        221 END amina chars=6/80 alphabet=ucs2
        Привет
        .
        """
    )

    static let messages = Scene(
        "messages",
        """
        > phone amina
        250 amina +254712000001; now type *789#
        > phone baraka
        250 baraka +254712000002; now type *789#
        > inbox amina
        231 amina messages=0/0
        .
        > wait amina sms 5s
        ! sms amina You received KES 5.
        232 amina
        from=MAVUNO at=2026-11-20T06:00:00Z lines=1 parts=1
        You received KES 5.
        .
        > wait amina sms 5
        > ping
        ! time
        420 amina got no new message within 5s
        250 pong
        ! sms amina First
        ! sms amina Second
        > wait amina sms 0s
        232 amina
        from=MAVUNO at=2026-11-20T06:00:00Z lines=1 parts=1
        First
        .
        > inbox amina 2
        231 amina messages=2/3
        from=MAVUNO at=2026-11-20T06:00:00Z lines=1 parts=1
        First

        from=MAVUNO at=2026-11-20T06:00:00Z lines=1 parts=1
        Second
        .
        > watch amina
        250 watching amina; what reaches it comes with code 281
        ! sms amina .dot
        281 amina SMS from=MAVUNO parts=1
        ..dot
        .
        > sms amina baraka Hello from Amina
        230 amina sent to baraka parts=1
        > inbox baraka
        231 baraka messages=1/1
        from=+254712000001 at=2026-11-20T06:00:00Z lines=1 parts=1
        Hello from Amina
        .
        > unwatch
        250 not watching baraka
        > unwatch amina
        250 not watching amina
        > sms amina MAVUNO BAL
        230 amina sent to MAVUNO parts=1
        > inbox amina 1
        231 amina messages=1/5
        from=MAVUNO at=2026-11-20T06:00:00Z lines=1 parts=1
        You have KES 1.00
        .
        """
    )

    static let money = Scene(
        "money",
        """
        > phone amina
        250 amina +254712000001; now type *789#
        > bal
        240 amina KES 1,493.00
        > ledger last
        241 ledger last
        wallet:amina     -507.00
        income:fees         7.00
        .
        > clock
        260 2026-11-20T06:00:00Z
        > clock +181s
        403 this clock is the real one; it runs
        > load good.menu
        250 mavuno is in service
        > load bad.menu
        271 errors=1; nothing was loaded
        bad.menu:3:5: error: no such screen
        .
        > check
        250 no findings in mavuno
        > reset
        450 the ledger file is locked; try again
        """
    )

    static let tags = Scene(
        "tags",
        """
        > @7 phone amina
        @7 250 amina +254712000001; now type *789#
        > @a-b *789#
        @a-b 220 CON amina chars=28/182
        Home
        1 Pay
        2 Dots
        3 Cyrillic
        .
        > @
        501 nothing was done; a tag is @ and 1 to 32 printable characters
        > @x
        @x 501 nothing was done; a verb comes after the tag
        > @y dance
        @y 500 there is no such verb; try HELP
        """
    )

    static let modes = Scene(
        "modes",
        #"""
        > mode json
        {"code":250,"text":"mode json"}
        > @1 phone amina
        {"tag":"1","code":250,"text":"amina +254712000001; now type *789#"}
        > *789#
        {"code":220,"text":"CON amina chars=28/182","lines":["Home","1 Pay","2 Dots","3 Cyrillic"]}
        > phone "
        {"code":501,"text":"no phone was made; a name is a letter and then letters, \#
        digits, - or _, at most 32"}
        > mode text
        250 mode text
        """#
    )

    static let raws = Scene(
        "raws",
        """
        > phone amina
        250 amina +254712000001; now type *789#
        > raw on
        250 raw on; every line goes to amina up to a lone dot
        > *789#
        220 CON amina chars=28/182
        Home
        1 Pay
        2 Dots
        3 Cyrillic
        .
        > quit
        220 CON amina chars=53/182
        That is not on the list.
        Home
        1 Pay
        2 Dots
        3 Cyrillic
        .
        > ..
        220 CON amina chars=53/182
        That is not on the list.
        Home
        1 Pay
        2 Dots
        3 Cyrillic
        .
        > .
        250 raw off
        > hangup
        222 amina hung-up; You hung up.
        """
    )

    static let refusals = Scene(
        "refusals",
        """
        > *789#
        404 no phone is in hand; take one first, as in PHONE amina
        > phone amina
        250 amina +254712000001; now type *789#
        > say amena 1
        404 there is no phone amena; did you mean amina?
        > say zawadi 1
        404 there is no phone zawadi; make it with PHONE zawadi
        > say +254799999999 1
        404 there is no such phone; PHONE lists them
        > *555#
        411 amina This code does not exist here. Dial *789#.
        > *21#
        412 amina did not dial; the network acts on this code itself, so it reaches no menu
        > *#06#
        412 amina did not dial; the phone acts on this code itself
        > dial 0712000002
        412 amina did not dial; this is a number to call, and a code ends in #, as *789#
        > hangup
        410 amina has no session open; dial first
        > screan
        500 there is no such verb; did you mean SCREEN? (try HELP)
        > auth me
        502 AUTH is not in this version; nothing was done
        > wait amina sms 99999s
        501 nothing was waited for; at most 3600s at once
        > dial
        501 nothing was done; type DIAL [NAME] *789#
        >
        > phone baraka
        250 baraka +254712000002; now type *789#
        > phone chen
        250 chen +254712000003; now type *789#
        > phone dede
        429 there are 3 phones already
        > quit
        205 bye
        > ping
        """
    )

    static let releases = Scene(
        "releases",
        """
        > phone amina
        250 amina +254712000001; now type *789#
        > watch all
        250 watching all; what reaches it comes with code 281
        > *789#
        281 amina CON chars=28/182
        Home
        1 Pay
        2 Dots
        3 Cyrillic
        .
        220 CON amina chars=28/182
        Home
        1 Pay
        2 Dots
        3 Cyrillic
        .
        > hangup
        281 amina released hung-up
        You hung up.
        .
        222 amina hung-up; You hung up.
        > screen
        222 amina hung-up; You hung up.
        ! shutdown
        421 the server is closing; come back in a minute
        """
    )
}

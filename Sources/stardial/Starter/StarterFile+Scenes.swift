// SPDX-License-Identifier: Apache-2.0

/// The scenes of a new project, and what runs them.
extension StarterFile {
    /// A sale, in two languages.
    static let sale = StarterFile(
        path: "Transcripts/sell-maize.ussd",
        text: #"""
            ussd/1
            title: Amina sells twelve bags and brings them tomorrow
            menu: market
            clock: 2026-11-20T09:00:00+03:00
            lang: en sw
            tags: smoke
            phone amina: +254712000001
            ---
            # Amina looks at the prices first
            amina> *384#
              en| Kijani market
              en| 1 Sell maize
              sw| Soko la Kijani
              sw| 1 Uza mahindi
              ...
            amina> 2
              en| Maize 45 a kilo, beans 110.
              sw| Mahindi 45 kwa kilo, maharage 110.
              ...
            amina> 0
              ...

            # She sells
            amina> 1
              en| How many bags of maize?
              sw| Magunia mangapi ya mahindi?
            amina> 12
              ...
            amina> 2
              en| We expect 12 bags tomorrow from 8.
              sw| Tunangoja magunia 12 kesho kuanzia saa 2 asubuhi.
              -- end

            """#
    )

    /// Answers that do not fit.
    static let mistakes = StarterFile(
        path: "Transcripts/too-many-bags.ussd",
        text: #"""
            ussd/1
            title: What is not a number of bags is asked again
            menu: market
            clock: 2026-11-20T09:00:00+03:00
            phone baraka: +254712000002
            ---
            # One string goes straight to the question, and stays there while the number is wrong
            baraka> *384*500#
              | The most is 200 bags.
              | How many bags of maize?
            baraka> 0
              ...
            baraka> *384*0#
              | The least is 1 bag.
              | How many bags of maize?
            baraka> many
              | many is not a number. Type 1 to 200.
              | How many bags of maize?
            baraka> 200
              | When will you bring them?
              ...
            baraka> 3
              | 3 is not an answer here.
              ...
            baraka> 1
              | We expect 200 bags today until 5.
              -- end

            """#
    )

    /// A language that stays chosen.
    static let language = StarterFile(
        path: "Transcripts/choose-a-language.ussd",
        text: #"""
            ussd/1
            title: A language that was chosen stays, on the next dial and by SMS
            menu: market
            clock: 2026-11-20T09:00:00+03:00
            phone zawadi: +254712000003
            ---
            zawadi> *384#
              | Kijani market
              ...
            zawadi> 3
              | Which language?
              ...
            zawadi> 0
              | Kijani market
              ...
            zawadi> 3
              ...
            zawadi> 2
              | Soko la Kijani
              ...
            zawadi> <hangup>
              -- hangup

            # The day after
            @ +1d
            zawadi> *384#
              | Soko la Kijani
              ...
            zawadi> 4
              | 4 si jibu hapa.
              ...
            zawadi> <hangup>

            # By SMS too
            zawadi sms> 384 SELL
            zawadi sms< STARDIAL within 10s
              | Magunia mangapi ya mahindi?

            # And back to English
            zawadi> *384#
              ...
            zawadi> 3
              | Lugha gani?
              ...
            zawadi> 1
              | Kijani market
              ...
            zawadi> <hangup>

            """#
    )

    /// What must hold before a change goes out.
    static let checks = StarterFile(
        path: "ci.sh",
        text: #"""
            #!/bin/sh
            # What must hold before these menus go out. Any CI can run it: sh ci.sh
            # It needs stardial on the PATH, or its place in STARDIAL.
            set -eu
            cd "$(dirname "$0")"
            : "${STARDIAL:=stardial}"

            "$STARDIAL" fmt --check Menus Transcripts  # laid out in the one way
            "$STARDIAL" check Menus/market             # every screen fits, in every language

            # Every scene goes as it is written, and together they visit all of the menu.
            # For a report that your CI shows, add: --report junit=report.xml
            "$STARDIAL" test Transcripts --min-coverage 100

            """#
    )
}

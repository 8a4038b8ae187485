// SPDX-License-Identifier: Apache-2.0

/// The second language of a new project.
extension StarterFile {
    /// The texts in Kiswahili.
    static let translation = StarterFile(
        path: "Menus/market/market.sw.po",
        text: #"""
            msgid ""
            msgstr ""
            "Project-Id-Version: market\n"
            "PO-Revision-Date: \n"
            "Last-Translator: \n"
            "Language-Team: \n"
            "Language: sw\n"
            "MIME-Version: 1.0\n"
            "Content-Type: text/plain; charset=UTF-8\n"
            "Content-Transfer-Encoding: 8bit\n"
            "Plural-Forms: nplurals=2; plural=(n != 1);\n"

            #. stands above the screen that is shown next
            #. {typed}: at most 16 septets
            #: market.menu:5
            msgctxt "#wrong"
            msgid "{typed} is not an answer here."
            msgstr "{typed} si jibu hapa."

            #. Kijani market
            #. 1 Sell maize
            #. 2 Prices today
            #. 3 Language
            #. at most 182 septets, 92 used
            #: market.menu:14
            msgctxt "market"
            msgid "Kijani market"
            msgstr "Soko la Kijani"

            #. on the screen `market`, which leaves 90 septets
            #: market.menu:15
            msgctxt "market#1"
            msgid "Sell maize"
            msgstr "Uza mahindi"

            #. on the screen `market`, which leaves 90 septets
            #: market.menu:16
            msgctxt "market#2"
            msgid "Prices today"
            msgstr "Bei za leo"

            #. on the screen `market`, which leaves 90 septets
            #: market.menu:17
            msgctxt "market#3"
            msgid "Language"
            msgstr "Lugha"

            #. Maize 45 a kilo, beans 110.
            #. 0 Back
            #. at most 182 septets, 74 used
            #: market.menu:20
            msgctxt "prices"
            msgid "Maize 45 a kilo, beans 110."
            msgstr "Mahindi 45 kwa kilo, maharage 110."

            #. on the screen `prices`, which leaves 108 septets
            #: market.menu:21
            msgctxt "prices#0"
            msgid "Back"
            msgstr "Rudi"

            #. Which language?
            #. 1 English
            #. 2 Kiswahili
            #. 0 Back
            #. at most 182 septets, 84 used
            #: market.menu:24
            msgctxt "language"
            msgid "Which language?"
            msgstr "Lugha gani?"

            #. on the screen `language`, which leaves 98 septets
            #: market.menu:25
            msgctxt "language#1"
            msgid "English"
            msgstr "English"

            #. on the screen `language`, which leaves 98 septets
            #: market.menu:26
            msgctxt "language#2"
            msgid "Kiswahili"
            msgstr "Kiswahili"

            #. on the screen `language`, which leaves 98 septets
            #: market.menu:27
            msgctxt "language#0"
            msgid "Back"
            msgstr "Rudi"

            #. How many bags of maize?
            #. at most 182 septets, 72 used
            #: market.menu:31
            msgctxt "sell.bags"
            msgid "How many bags of maize?"
            msgstr "Magunia mangapi ya mahindi?"

            #. on the screen `sell.bags`, which leaves 110 septets
            #. {typed}: at most 16 septets
            #: market.menu:32
            msgctxt "sell.bags#wrong"
            msgid "{typed} is not a number. Type 1 to 200."
            msgstr "{typed} si nambari. Andika 1 hadi 200."

            #. on the screen `sell.bags`, which leaves 110 septets
            #. {least}: at most 3 septets
            #: market.menu:33
            msgctxt "sell.bags#below"
            msgid "The least is {least} bag."
            msgstr "Angalau gunia {least}."

            #. on the screen `sell.bags`, which leaves 110 septets
            #. {most}: at most 3 septets
            #: market.menu:34
            msgctxt "sell.bags#above"
            msgid "The most is {most} bags."
            msgstr "Magunia {most} tu."

            #. When will you bring them?
            #. 1 Today
            #. 2 Tomorrow
            #. at most 182 septets, 84 used
            #: market.menu:37
            msgctxt "sell.day"
            msgid "When will you bring them?"
            msgstr "Utayaleta lini?"

            #. on the screen `sell.day`, which leaves 98 septets
            #: market.menu:38
            msgctxt "sell.day#1"
            msgid "Today"
            msgstr "Leo"

            #. on the screen `sell.day`, which leaves 98 septets
            #: market.menu:39
            msgctxt "sell.day#2"
            msgid "Tomorrow"
            msgstr "Kesho"

            #. on the screen `sell.end`, which leaves 147 septets
            #. {bags}: at most 3 septets
            #: market.menu:43
            msgctxt "sell.end#day=today"
            msgid "We expect {bags} bags today until 5."
            msgstr "Tunangoja magunia {bags} leo hadi saa 11 jioni."

            #. on the screen `sell.end`, which leaves 147 septets
            #. {bags}: at most 3 septets
            #: market.menu:44
            msgctxt "sell.end#day=tomorrow"
            msgid "We expect {bags} bags tomorrow from 8."
            msgstr "Tunangoja magunia {bags} kesho kuanzia saa 2 asubuhi."

            """#
    )
}

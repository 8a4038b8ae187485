// SPDX-License-Identifier: Apache-2.0

/// The menu of a new project.
extension StarterFile {
    /// What the phone shows.
    static let menu = StarterFile(
        path: "Menus/market/market.menu",
        text: #"""
            # A place to begin. What the phone shows stands behind `|`, word for word; arrows
            # say where a key leads. Change something and run `stardial check`: it tells what is
            # wrong before anyone dials.

            menu market
                text  en
                also  sw

            dial *384#                 -> market
            dial *384*{bags: number}#  -> sell
            sms  SELL                  -> sell

            screen market
                | Kijani market
                1  Sell maize    -> sell
                2  Prices today  -> prices
                3  Language      -> language

            screen prices
                | Maize 45 a kilo, beans 110.
                0  Back  -> back

            screen language
                | Which language?
                1  English    -> market in en
                2  Kiswahili  -> market in sw
                0  Back       -> back

            flow sell
                ask bags: number 1 ... 200
                    | How many bags of maize?
                    wrong  | {typed} is not a number. Type 1 to 200.
                    below  | The least is {least} bag.
                    above  | The most is {most} bags.

                ask day: choice
                    | When will you bring them?
                    1  Today     = today
                    2  Tomorrow  = tomorrow

                end
                    case day
                        today     | We expect {bags} bags today until 5.
                        tomorrow  | We expect {bags} bags tomorrow from 8.

            """#
    )

    /// The dial strings that are promised.
    static let lock = StarterFile(
        path: "Menus/market/shortcuts.lock",
        text: #"""
            # What each string to dial and each SMS command means to the people who learnt it.
            #
            # `stardial check` holds the menus beside this file to it. When a meaning changes on
            # purpose, `stardial check --lock` writes the file anew; keep it with the menus.

            menu market
                dial *384# -> market
                dial *384*{bags: number}# -> sell
                sms SELL -> sell

            """#
    )
}

// SPDX-License-Identifier: Apache-2.0

extension NumberStyle {
    /// The languages that do not write amounts as English does, and the countries that do not
    /// write them as their language does, by their code in small letters.
    static let table: [String: NumberStyle] = {
        var table: [String: NumberStyle] = [:]
        for (style, codes) in styles {
            for code in codes.split(separator: " ") { table[String(code)] = style }
        }
        return table
    }()

    private static let styles: [(NumberStyle, String)] = [
        (
            english,
            """
            es-419 es-cu es-do es-gt es-hn es-mx es-ni es-pa es-pe es-pr es-sv es-us ta-my ta-sg
            """
        ),
        (
            NumberStyle(" ", ",", codeIsFirst: false),
            """
            agq bas br cs dua dyo eo ewo ff fi fr hy kab kea kk ksf ky lt nb nmg nn no oc pt-ao \
            ru shi sk sv tg tk tt tzm uk uz yav zgh
            """
        ),
        (
            NumberStyle(".", ",", codeIsFirst: false),
            """
            ar-dz ar-ly ar-ma ar-mr ar-tn ast az bs ca da de el eu fr-lu fr-ma gl hr is ku lb ln \
            lu mk rn ro seh sr vi vmw
            """
        ),
        (
            NumberStyle(".", ","),
            """
            de-at es-ar es-bo es-cl es-co es-cr es-ec es-py es-uy es-ve id jgo jv kkj lo mgh mua \
            nl nnh ps pt rw sg su sw-cd tr wo
            """
        ),
        (
            NumberStyle(",", ".", higherGroupDigits: 2),
            "as bn-in brx dz en-in gu hi kn ml mr ne or pa sa ta te ur"
        ),
        (NumberStyle(",", ".", codeIsFirst: false, higherGroupDigits: 2), "bn"),
        (
            NumberStyle(",", ".", codeIsFirst: false),
            "ar asa bez he km ksb lg luo my rwk sbp xog"
        ),
        (
            NumberStyle(" ", ",", codeIsFirst: false, minimumGroupingDigits: 2),
            "be bg et hu ka lv pl pt-cv pt-gq pt-gw pt-mo pt-mz pt-pt pt-st pt-tl sq"
        ),
        (NumberStyle(" ", ","), "af en-za fr-ch nr ss ts ve"),
        (NumberStyle(".", ",", codeIsFirst: false, minimumGroupingDigits: 2), "es it sl"),
        (NumberStyle("'", "."), "de-ch tn wal"),
        (NumberStyle(" ", ".", codeIsFirst: false), "dje khq ses twq"),
        (NumberStyle(" ", "."), "mfe nso xh"),
        (NumberStyle(",", ".", minimumGroupingDigits: 3), "ee"),
        (NumberStyle(".", ",", minimumGroupingDigits: 2), "es-gq"),
        (NumberStyle("'", ".", minimumGroupingDigits: 2), "it-ch"),
    ]
}

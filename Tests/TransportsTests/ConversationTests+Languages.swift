// SPDX-License-Identifier: Apache-2.0

extension ConversationTests {
    static let languages = Scene(
        "languages",
        """
        ! greeting
        200 stardial/1 ready line=1024 caps=tag,wait,json (try HELP)
        > phone amina
        250 amina +254712000001; now type *789#
        > phone amina lang=ru
        250 amina +254712000001 lang=ru; now type *789#
        > *789#
        221 END amina chars=3/182
        Dom
        .
        > phone baraka pin=1234 lang=en
        250 baraka +254712000002 lang=en; now type *789#
        > phone asha lang=sw
        501 nothing was done; no menu speaks sw, they speak en, ru
        > phone
        210 phones=2
        amina +254712000001 idle lang=ru
        baraka +254712000002 idle lang=en
        .
        """
    )
}

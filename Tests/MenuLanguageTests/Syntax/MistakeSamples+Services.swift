// SPDX-License-Identifier: Apache-2.0

extension MistakeSamples {
    /// Services that are not declared as they should be.
    static let services = [
        "service at ⟦https⟧://a.example  ⟵ menu.missing-word\n",
        "service a ⟦https⟧://a.example  ⟵ menu.missing-word\n",
        "service a at https://a.example ⟦now⟧  ⟵ menu.unexpected-words\n",
        """
        service a at https://a.example
            within ⟦three⟧ seconds  ⟵ menu.missing-word
            retries 1
            ⟦retries⟧ 2  ⟵ menu.repeated-line
            ⟦recrod⟧ day  ⟵ menu.unknown-keyword
                rain ⟦3⟧  ⟵ menu.bad-type-syntax
            record⟦⟧  ⟵ menu.missing-name
                ⟦1⟧ Go -> b  ⟵ menu.misplaced-line
            ⟦screen⟧ b  ⟵ menu.misplaced-line
            ⟦ping⟧  ⟵ menu.unknown-keyword
            one(day ⟦number⟧)  ⟵ menu.bad-type-syntax
            two(day: choice⟦)⟧  ⟵ menu.bad-type-syntax
            three() ->⟦⟧  ⟵ menu.bad-type-syntax
            four() -> day list ⟦posts⟧  ⟵ menu.bad-type-syntax
            six() reads ⟦posts⟧  ⟵ menu.unexpected-words
            five() posts ⟦twice⟧  ⟵ menu.unexpected-words
                ⟦| Text⟧  ⟵ menu.text-outside

        """,
    ]
}

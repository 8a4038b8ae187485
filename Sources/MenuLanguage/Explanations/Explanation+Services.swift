// SPDX-License-Identifier: Apache-2.0

extension Explanation {
    /// The pages on services of others.
    static let services = [
        Explanation(
            "menu.service-address",
            "A service cannot be called at the address that stands behind `at`.",
            why: "The menu would ask nobody, or what subscribers type would travel in the open for "
                + "others to read.",
            in: .menu,
            bad: """
                service weather at http://weather.example/ussd
                    ping()

                screen home
                    | Welcome.
                    end
                """,
            good: """
                service weather at https://weather.example/ussd
                    ping()

                screen home
                    | Welcome.
                    end
                """
        ),
        Explanation(
            "menu.service-secret",
            "An operation takes a secret at an address that begins with `http://`.",
            why: "Whoever listens on the way could read the PIN and use it.",
            in: .menu,
            bad: """
                service water at http://127.0.0.1:8080/water
                    check(pin: secret) reads

                screen home
                    | Welcome.
                    end
                """,
            good: """
                service water at https://water.example/ussd
                    check(pin: secret) reads

                screen home
                    | Welcome.
                    end
                """
        ),
        Explanation(
            "menu.service-limit",
            "A number in the declaration of a service is too small or too great.",
            why: "The network ends a session whose answer takes longer than it waits, and no "
                + "screen has room for a text or a list without an end.",
            in: .menu,
            bad: """
                service weather at https://weather.example/ussd
                    within 60 seconds
                    ping()

                screen home
                    | Welcome.
                    end
                """,
            good: """
                service weather at https://weather.example/ussd
                    within 5 seconds
                    ping()

                screen home
                    | Welcome.
                    end
                """
        ),
        Explanation(
            "menu.service-posts",
            "An operation that moves something takes no secret.",
            why: "A wrong key would be enough to move it: what is agreed to is agreed to with a "
                + "secret.",
            in: .menu,
            bad: """
                service water at https://water.example/ussd
                    pay(meter: text 11, amount: money) posts

                screen home
                    | Welcome.
                    end
                """,
            good: """
                service water at https://water.example/ussd
                    pay(meter: text 11, amount: money, pin: secret) posts

                screen home
                    | Welcome.
                    end
                """
        ),
        Explanation(
            "menu.service-effect",
            "An operation takes a secret and does not say what it takes it for.",
            why: "Of what moves something it is told that nobody knows whether it was done, and "
                + "it is never asked for a second time; what only reads can be asked again.",
            in: .menu,
            bad: """
                service water at https://water.example/ussd
                    owed(meter: text 11, pin: secret) -> money

                screen home
                    | Welcome.
                    end
                """,
            good: """
                service water at https://water.example/ussd
                    owed(meter: text 11, pin: secret) -> money reads

                screen home
                    | Welcome.
                    end
                """
        ),
        Explanation(
            "menu.service-word",
            "A word behind `choice` has a letter that the GSM alphabet lacks.",
            why: "A screen that shows the word would take more than twice its room, and no longer "
                + "fit.",
            in: .menu,
            bad: """
                service weather at https://weather.example/ussd
                    sky() -> choice mvua jua křupy

                screen home
                    | Welcome.
                    end
                """,
            good: """
                service weather at https://weather.example/ussd
                    sky() -> choice mvua jua krupy

                screen home
                    | Welcome.
                    end
                """
        ),
    ]
}

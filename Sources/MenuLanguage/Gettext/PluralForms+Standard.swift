// SPDX-License-Identifier: Apache-2.0

extension PluralForms {
    /// The field that goes with a language, such as `nplurals=2; plural=(n != 1);` with `sw`.
    ///
    /// The rules are those of the Unicode CLDR for whole numbers, in gettext's notation. The form
    /// that CLDR has in French, Spanish, Portuguese, Italian and Catalan for whole millions is left
    /// out, as translators' tools leave it out. A language that is not known has the rule of
    /// English.
    ///
    /// - Parameter language: a code such as `sw`, `pt-BR` or `pt_BR`.
    /// - Returns: the field's value, which ``parse(_:)`` reads.
    public static func standard(for language: String) -> String {
        let parts = language.lowercased().split { $0 == "-" || $0 == "_" || $0 == "@" }
        guard let name = parts.first else { return standard }
        if name == "pt", parts.contains("br") { return zeroIsOne }
        return rules[String(name)] ?? standard
    }

    private static let standard = "nplurals=2; plural=(n != 1);"
    private static let zeroIsOne = "nplurals=2; plural=(n > 1);"

    /// The rules by language, those of English left out.
    private static let rules: [String: String] = {
        var rules: [String: String] = [:]
        for (names, rule) in table {
            for name in names.split(separator: " ") { rules[String(name)] = rule }
        }
        return rules
    }()

    /// Languages that share a rule.
    private static let table: [(languages: String, rule: String)] = [
        (
            "bm bo dz id ig ii in ja jbo jv jw kde kea km ko lkt lo ms my nqo osa sah ses sg su th "
                + "to tpi vi wo yo yue zh",
            "nplurals=1; plural=0;"
        ),
        (
            "ak am as bho bn csw doi fa ff fr gu guw hi hy kab kn ln mg nso pa pcm si ti wa zu",
            zeroIsOne
        ),
        (
            "be ru uk bs hr sh sr",
            "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && "
                + "(n%100<10 || n%100>=20) ? 1 : 2);"
        ),
        (
            "pl",
            "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 "
                + ": 2);"
        ),
        ("cs sk", "nplurals=3; plural=(n==1 ? 0 : n>=2 && n<=4 ? 1 : 2);"),
        (
            "lt",
            "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && (n%100<10 || n%100>=20) "
                + "? 1 : 2);"
        ),
        (
            "lv prg",
            "nplurals=3; plural=(n%10==0 || (n%100>=11 && n%100<=19) ? 0 : n%10==1 ? 1 : 2);"
        ),
        (
            "ro mo",
            "nplurals=3; plural=(n==1 ? 0 : n==0 || (n%100>0 && n%100<20) ? 1 : 2);"
        ),
        ("shi", "nplurals=3; plural=(n<2 ? 0 : n<=10 ? 1 : 2);"),
        (
            "he iw iu naq sat se sma smj smn sms",
            "nplurals=3; plural=(n==1 ? 0 : n==2 ? 1 : 2);"
        ),
        (
            "dsb hsb sl",
            "nplurals=4; plural=(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3);"
        ),
        (
            "gd",
            "nplurals=4; plural=(n==1 || n==11 ? 0 : n==2 || n==12 ? 1 : n>2 && n<20 ? 2 : 3);"
        ),
        (
            "ga",
            "nplurals=5; plural=(n==1 ? 0 : n==2 ? 1 : n>2 && n<7 ? 2 : n>6 && n<11 ? 3 : 4);"
        ),
        (
            "mt",
            "nplurals=5; plural=(n==1 ? 0 : n==2 ? 1 : n==0 || (n%100>2 && n%100<11) ? 2 : "
                + "n%100>10 && n%100<20 ? 3 : 4);"
        ),
        (
            "ar ars",
            "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : "
                + "n%100>=11 ? 4 : 5);"
        ),
        (
            "cy",
            "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 5);"
        ),
        ("is mk", "nplurals=2; plural=(n%10!=1 || n%100==11);"),
        ("ceb fil tl", "nplurals=2; plural=(n>3 && (n%10==4 || n%10==6 || n%10==9));"),
        ("tzm", "nplurals=2; plural=(n>1 && (n<11 || n>99));"),
    ]
}

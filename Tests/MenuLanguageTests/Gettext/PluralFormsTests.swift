// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Testing

@testable import MenuLanguage

/// The rules in the field `Plural-Forms`.
@Suite struct PluralFormsTests {
    /// Expressions, and their values for the numbers from 0.
    @Test(arguments: [
        ("0", [0, 0, 0]), ("n", [0, 1, 2, 3, 4, 5, 0]), ("n != 1", [1, 0, 1]), ("n>1", [0, 0, 1]),
        ("n%2*2+1-1", [0, 2, 0, 2]), ("1+n*2%4", [1, 3, 1, 3]), ("!n", [1, 0, 0]),
        ("!!n", [0, 1, 1]), ("!n==1", [1, 0, 0]), ("n==1?0:n==2?1:2", [2, 0, 1, 2]),
        ("n?n>1?1:2:3", [3, 2, 1]), ("n==0||n==1&&n==5", [1, 0, 0]),
        ("(n==0||n==1)&&n==1", [0, 1]),
        ("n<2==0", [0, 0, 1]), ("5-n-1", [4, 3, 2, 1, 0]), ("n>=1", [0, 1]), ("n<=1", [1, 1, 0]),
        ("( ( n ) )", [0, 1]), ("4/2/2+n", [1, 2]), ("n-1", [0, 0, 1]), ("1/n", [0, 1, 0]),
        ("n!=0", [0, 1, 1]),
    ])
    func readAsInC(_ expression: String, _ forms: [Int]) throws {
        let rule = try #require(PluralForms.parse("nplurals=6; plural=\(expression);"))
        #expect(forms.indices.map { rule.form(of: Int64($0)) } == forms)
    }

    @Test(arguments: [
        "", "nplurals=2;", "plural=n;", "nplurals=0; plural=n;", "nplurals=7; plural=n;",
        "nplurals=x; plural=n;", "nplurals=2; plural=;", "nplurals=2; plural=m;",
        "nplurals=2; plural=n n;", "nplurals=2; plural=(n;", "nplurals=2; plural=n);",
        "nplurals=2; plural=n?1;", "nplurals=2; plural=n==;", "nplurals=2; plural=n=1;",
        "nplurals=2; plural=99999999999999999999;", "nplurals=-1; plural=0;",
        "nplurals=2; plural=" + String(repeating: "(", count: 400) + "n",
        "nplurals=2; plural=" + String(repeating: "!", count: 400) + "n;",
        "nplurals=2; plural=" + String(repeating: "n?", count: 300) + "n;",
        "nplurals=2; plural=" + String(repeating: "n+", count: 400) + "n;",
        "nplurals=2; plural=" + String(repeating: " ", count: 2000) + "n;",
    ])
    func noRule(_ field: String) {
        #expect(PluralForms.parse(field) == nil)
    }

    /// Languages and a number for each of their forms in order, from the samples of CLDR.
    @Test(arguments: [
        ("sw", [1, 0]), ("fr", [0, 2]), ("es", [1, 0]), ("pt-BR", [0, 2]), ("pt", [1, 0]),
        ("ar", [0, 1, 2, 3, 11, 100]), ("ru", [1, 2, 5]), ("pl", [1, 2, 5]), ("zh_Hant", [7]),
        ("yo", [1]), ("he", [1, 2, 0]), ("cy", [0, 1, 2, 3, 6, 4]), ("ga", [1, 2, 3, 7, 11]),
        ("gd", [1, 2, 3, 20]), ("lv", [0, 1, 2]), ("lt", [1, 2, 10]), ("sl", [1, 2, 3, 0]),
        ("mt", [1, 2, 0, 11, 20]), ("ro", [1, 0, 20]), ("cs", [1, 2, 5]), ("is", [1, 2]),
        ("fil", [1, 4]), ("shi", [0, 2, 11]), ("tzm", [0, 2]), ("mk", [1, 0]), ("xx", [1, 0]),
    ])
    func everyFormHasItsNumbers(_ language: String, _ samples: [Int64]) throws {
        let rule = try #require(PluralForms.parse(PluralForms.standard(for: language)))
        #expect(rule.formCount == samples.count)
        #expect(samples.map { rule.form(of: $0) } == Array(samples.indices))
    }

    /// Numbers on the borders of the forms, as CLDR counts them.
    @Test(arguments: [
        ("ru", [0: 2, 11: 2, 12: 2, 14: 2, 21: 0, 22: 1, 25: 2, 101: 0, 111: 2, 112: 2, 1001: 0]),
        ("pl", [0: 2, 12: 2, 14: 2, 21: 2, 22: 1, 101: 2, 112: 2, 122: 1]),
        ("ar", [10: 3, 11: 4, 99: 4, 101: 5, 102: 5, 103: 3, 111: 4]),
        ("lv", [10: 0, 11: 0, 19: 0, 21: 1, 111: 0, 121: 1, 22: 2]),
        ("lt", [11: 2, 12: 2, 20: 2, 21: 0, 22: 1, 111: 2, 0: 2]),
        ("sl", [101: 0, 102: 1, 104: 2, 5: 3]), ("ro", [19: 1, 101: 1, 119: 1, 120: 2]),
        ("fil", [0: 0, 2: 0, 3: 0, 5: 0, 6: 1, 9: 1, 14: 1, 10: 0]),
        ("is", [11: 1, 21: 0, 111: 1]),
        ("tzm", [1: 0, 10: 1, 11: 0, 99: 0, 100: 1]), ("gd", [11: 0, 12: 1, 19: 2]),
        ("mt", [10: 2, 19: 3, 101: 4, 103: 2, 111: 3]), ("fr", [1: 0, 1_000_000: 1]),
    ])
    func borders(_ language: String, _ forms: [Int64: Int]) throws {
        let rule = try #require(PluralForms.parse(PluralForms.standard(for: language)))
        for (number, form) in forms { #expect(rule.form(of: number) == form, "\(number)") }
    }

    /// Languages by what 0 and 1 are in them: one form, 1 alone, or 0 and 1 together.
    @Test func languagesOfTwoFormsAndOne() throws {
        let expected: [(languages: String, field: String)] = [
            ("zh ja ko vi th id ms lo my km ig yo wo jv su yue", "nplurals=1; plural=0;"),
            (
                "sw en es de it nl sv da nb fi et eu ca gl hu tr ka kk uz az mn sq el bg af xh so "
                    + "rw rn ny sn st tn ts ss ve nr lg om ta te ml mr ne or ur ha ee sd ku",
                "nplurals=2; plural=(n != 1);"
            ),
            (
                "fr am hi bn gu kn fa zu hy pa ti mg ln ak wa si nso ff as",
                "nplurals=2; plural=(n > 1);"
            ),
        ]
        for (languages, field) in expected {
            for language in languages.split(separator: " ") {
                #expect(PluralForms.standard(for: String(language)) == field, "\(language)")
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import SourceText
import Testing

@testable import MenuLanguage

@Suite struct SyntaxTreeTests {
    private func sketch(_ text: String) -> [String] {
        let sketch = SyntaxSketch(SourceFile(path: "a.menu", text: text))
        #expect(sketch.strays == [])
        return sketch.lines
    }

    @Test func theWalletIsReadAsItIsMeant() {
        #expect(
            sketch(SyntaxSamples.mavuno) == [
                "menu mavuno", "  text: en", "  services: money",
                "  keys: 0+back, 00+home, 98+more", "  include: send.menu, cash.menu",
                "dial 789 ->home",
                "dial 789 1 {recipient: msisdn} {amount: money} ->send",
                "sms BAL ->balance",
                "sms SEND {amount: money} [TO] {recipient: msisdn} ->send",
                "screen home", "  text '<me.name>, you have <me.balance>'",
                "  1 'Send money' ->send", "  2 'Withdraw cash' ->cash", "  3 'Pay' ->pay",
                "  4 'Save' ->save when me.level>0", "  9 'My account' ->account",
                "flow send",
                "  ask recipient: msisdn", "  text 'Send to which number?'",
                "  wrong '<typed> is not a phone number. Type it like 0712 345 678.'",
                "  call payee = money.payee(recipient)", "  on not_found ->invite(recipient)",
                "  on is_self ->recipient", "  error 'You cannot send to yourself.'",
                "  ask amount: money from 1.00 to me.sendable",
                "  text 'How much for <payee.name>?' 'Most you can send: <me.sendable>'",
                "  below 'The least you can send is <least>.'",
                "  above 'You typed <typed>. The most you can send is <most>.'",
                "  call quote = money.quote('send', payee, amount)",
                "  on refused as why ->explain(why)",
                "  ask pin: secret",
                "  text 'Send <amount> to <payee.name>' 'Fee <quote.fee>, total <quote.total>'"
                    + " 'Enter PIN to agree'",
                "  call receipt = money.send(quote, pin)", "  on wrong_pin as tries ->pin",
                "  error 'Wrong PIN. Tries left: <tries>'", "  on refused as why ->explain(why)",
                "  end",
                "  text 'Sent <amount> to <payee.name>.'"
                    + " 'Ref <receipt.id>. You have <receipt.balance>'",
            ]
        )
    }

    @Test func lineEndsAndTheLastLineDoNotMatter() {
        let text = SyntaxSamples.everything
        let lines = sketch(text)
        #expect(sketch(text.replacing("\n", with: "\r\n")) == lines)
        #expect(sketch(text + "\n\n  \n  # end") == lines)
        #expect(sketch("\n# begin\n\n" + text) == lines)
    }

    @Test func aCaseGoesOnWhileLinesOfTextFollow() {
        let text = """
            screen a
                case x
                    y
                    | One
                    | Two
                    z | Three
                        | Four
                    | Five
                | Six
            """
        #expect(
            sketch(text) == [
                "screen a", "  case x", "  y 'One' 'Two'", "  z 'Three' 'Four' 'Five'",
                "  text 'Six'",
            ]
        )
    }

    @Test func everyConstructIsReadAsItIsMeant() {
        #expect(
            sketch(SyntaxSamples.everything) == [
                "menu tour", "  text: en", "  country: KE", "  network: standard",
                "  services: money, weather", "  me: money.me",
                "  keys: 0+back, 00+home, 98+more",
                "  include: sub/other-file.menu, b.menu", "  before: news",
                "  resume: 600+unfinished",
                "  wrong '<typed> is not on the list.' 'Try again.'",
                "  on unavailable ->busy", "  on unsure as it ->unsure(it)",
                "  error 'We do not know yet.'",
                "sms anything ->commands", "sms TELL {words: text} ->home",
                "screen explain(why: refusal, note: text 20)",
                "  text 'First line # not a comment  # nor this' ''"
                    + " '{braces} and <why.limit>'",
                "  case why.reason",
                "  insufficient_funds 'You need <why.needed>,' 'you have <why.available>.'",
                "  limit 'Too much.'", "  text 'Last line'",
                "  each p in history.payments '<p.title> | <p.amount>' ->detail(p)",
                "  1 'Pay #1 <why.name>' ->pay(why.id, 'send', 1.00) when me.level>0",
                "  00 'Home' ->home when ((not((me.flag | set(why.limit))) & me.level<=2.50)"
                    + " | a=='x')",
                "  wrong 'Choose a number.'",
                "screen bye", "  text 'Bye.'", "  end",
                "flow buy(meter: text 11, who: msisdn)",
                "  ask note: text from 1 to 20", "  text 'Note?'", "  1 'None' ->home",
                "  ask age: number from 18 to 99", "  text 'Age?'",
                "  ask free: number", "  text 'Any number?'",
                "  ask code: secret from 4 to 6", "  text 'Code?'",
                #"  ask meter: pattern /[0-9]{11}\"x\\/ to 11"#,
                "  case who.kind", "  farm 'Farm meter?'", "  home 'Home meter?'",
                "  ask span: choice", "  text 'For how long?'", "  1 'One month' = month",
                "  2 '2 + 2 = 4 months' = long", "  9 'Other' ->home", "  wrong 'No.'",
                "  call - = money.log()", "  call x = weather.today()", "  on none ->home",
                "  end", "  text 'Done.'", "  case x.sky", "  rain 'Rain.'", "  ->home",
            ]
        )
    }

    @Test(arguments: [
        ("a", "a"),
        ("not not a", "not(not(a))"),
        ("a or b and c or d", "(a | (b & c) | d)"),
        ("(a or b) and c", "((a | b) & c)"),
        ("not a and b", "(not(a) & b)"),
        ("a.b is set and 1.00<a.c", "(set(a.b) & 1.00<a.c)"),
        ("a!=\"x\\\"y\\\\z\\d\"", #"a!='x"y\z\d'"#),
        ("((((a))))", "a"),
    ])
    func conditionsBindAsTheyShould(_ written: String, _ read: String) {
        let text = "screen a\n    1 A -> b when \(written)  # why\n"
        #expect(sketch(text) == ["screen a", "  1 'A' ->b when \(read)"])
    }

    @Test(arguments: [
        ("|", "''"), ("| ", "''"), ("|a", "'a'"), ("|  a", "' a'"), ("| a ", "'a '"),
        ("| # a | b -> c \"", "'# a | b -> c \"'"), ("| {{}}{a}{{{b}}}", "'{}<a>{<b>}'"),
        ("| é{prénom}🌾", "'é<prénom>🌾'"),
    ])
    func textIsVerbatim(_ written: String, _ read: String) {
        #expect(sketch("screen a\n    \(written)\n") == ["screen a", "  text \(read)"])
        #expect(sketch("screen a\r\n    \(written)\r\n") == ["screen a", "  text \(read)"])
        #expect(sketch("screen a\n    \(written)") == ["screen a", "  text \(read)"])
    }

    @Test(arguments: [
        ("1 A -> b", "1 'A' ->b"), ("1 -> b", "1 '' ->b"), ("1 A->B -> b", "1 'A->B' ->b"),
        ("1 A = b -> c", "1 'A = b' ->c"), ("1 A = b # c", "1 'A = b # c'"),
        ("1 #1  # x -> b  # c", "1 '#1  # x' ->b"),
        ("001   A  ->   b( c ,1 )", "001 'A' ->b(c, 1)"), ("1 A | \"b -> c", "1 'A | \"b' ->c"),
    ])
    func labelsEndAtTheArrow(_ written: String, _ read: String) {
        #expect(sketch("screen a\n    \(written)\n") == ["screen a", "  \(read)"])
    }

    @Test func whatIsNearlyRightIsReadAsMeant() {
        let text = """
            scren a
                caes x
                    y | Y
            \u{20}   flow b
                    aks n: nubmer 1 ... 9
                        | N?
            """
        // The sketch holds the type that was meant, whose range holds the one that was written.
        #expect(
            SyntaxSketch(SourceFile(path: "a.menu", text: text)).lines == [
                "screen a", "  case x", "  y 'Y'", "flow b", "  ask n: number from 1 to 9",
                "  text 'N?'",
            ]
        )
    }

    @Test func settingsKeepWhatHasTheRightForm() {
        let text = """
            menu a
                services a b, c,
                keys 0, 00 home, 98 more x
                me money.me x
                network a, b
                resume 600
            """
        #expect(
            sketch(text) == [
                "menu a", "  services: a, b, c", "  keys: 00+home, 98+more", "  me: money.me",
                "  network: a",
            ]
        )
    }

    @Test func aScreenWithOptionsIsNotTakenForAnEnd() {
        let text = "screen a\n    | One\n    1 Go -> b\n    end\n"
        #expect(sketch(text) == ["screen a", "  text 'One'", "  1 'Go' ->b"])
    }

    @Test func aMistakeCostsNothingBehindIt() {
        let text = """
            push x
                | Lost
            screen a(
                | Kept
                1 Go
                2 Go -> b
            sms BAL -> a
            """
        #expect(
            sketch(text) == [
                "sms BAL ->a", "screen a", "  text 'Kept'", "  1 'Go'", "  2 'Go' ->b",
            ]
        )
    }
}

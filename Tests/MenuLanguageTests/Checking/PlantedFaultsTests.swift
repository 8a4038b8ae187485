// SPDX-License-Identifier: Apache-2.0
import SourceText
import Testing

@testable import MenuLanguage

/// One menu with a fault of each group, and its clean copy.
struct PlantedFaultsTests {
    private static let clean = """
        menu m
            services money
            me money.me
            before news
            otherwise
                unavailable -> busy
                unsure -> busy
                unregistered -> busy

        dial *789# -> home
        dial *789*1# -> send
        sms WHEN -> when

        screen home
            | {me.name}, you have {me.balance}
            1  Send   -> send
            2  When   -> when
            3  Vote   -> vote   when me.level > 0
            3  Login  -> login  when not me.level > 0

        screen when
            | The market is open on Saturday from 6 to 12.
            end

        flow news
            call money.last()
                none -> continue
            -> continue

        flow send
            ask number: msisdn
                | Send to which number?
            call payee = money.payee(number)
                not_found -> number
                is_self -> number
            ask amount: money 1.00 ... me.sendable - 1.00
                | How much for {payee.name}?
            call quote = money.quote("send", payee, amount)
                refused -> busy
            ask pin: secret
                | Send {quote.amount} to {quote.name}, fee {quote.fee}. PIN?
            call receipt = money.send(quote, pin)
                wrong_pin -> pin
                locked -> busy
                refused -> busy
            end
                | Sent. Ref {receipt.id}

        flow login
            ask pin: secret
                | Your PIN?
            call money.login(pin)
                wrong -> busy
            end
                | You are in.

        flow vote
            ask code: pattern "[A-Z]{3}" 3
                | Which code?
            ask name: text 3 ... 20
                | Your name?
            end
                | Thank you, {name}, for {code}.

        screen busy
            | Try again later.
            end

        """

    /// What makes a fault of the clean copy: texts and what takes their place; `⟦` and `⟧` stand
    /// around what is wrong.
    private typealias Fault = [(old: String, new: String)]

    /// A fault of each group of findings that lets the others be found too.
    private static let faults: [Fault] = [
        // Names, and types of values in sums and conditions.
        [("{me.name}, you have {me.balance}", "{me.⟦nmae⟧}, welcome.  ⟵ menu.unknown-field")],
        [("sendable - 1.00", "sendable - ⟦me.level⟧  ⟵ menu.sum-type")],
        [("2  When   -> when", "2  When   -> when when ⟦me.name⟧  ⟵ menu.not-a-flag")],
        // Bounds.
        [("\"[A-Z]{3}\" 3", "\"⟦([A-Z]+ ?)+⟧\" 24  ⟵ menu.slow-pattern")],
        // Values that come to nothing, and ways that nobody takes.
        [("call money.last()", "call ⟦past⟧ = money.last()  ⟵ menu.unused-value")],
        [
            (
                "screen busy\n",
                "screen ⟦lost⟧  ⟵ menu.unreachable\n    | Lost.\n    end\n\nscreen busy\n"
            )
        ],
        // Keys.
        [
            ("3  Login", "⟦2⟧  Login"),
            ("when not me.level > 0", "when me.level < 9  ⟵ menu.key-twice"),
        ],
        // Dialled strings.
        [
            (
                "dial *789*1# -> send",
                "dial *789*1# -> vote\ndial ⟦*789*1#⟧ -> send  ⟵ menu.dial-twice"
            )
        ],
        // Safety.
        [("wrong -> busy", "wrong -> ⟦pin⟧  ⟵ menu.unlimited-tries")],
        [
            (", fee {quote.fee}. PIN?", ". PIN?"),
            (
                "refused -> busy\n    ask pin: secret",
                "refused -> busy\n    ask ⟦pin⟧: secret  ⟵ menu.pay-unseen"
            ),
        ],
        // Sizes.
        [
            ("screen when", "screen ⟦when⟧  ⟵ menu.several-messages"),
            (
                "from 6 to 12.",
                "from six in the morning until noon, by the old mango tree. Bring your card.\n"
                    + "    | Seeds, salt and oil are there, and the nurse comes at nine."
            ),
        ],
    ]

    private static func planted(_ faults: [Fault]) -> String {
        faults.joined().reduce(clean) { menu, change in
            #expect(menu.contains(change.old), "\(change.old) is not in the menu")
            return menu.replacing(change.old, with: change.new, maxReplacements: 1)
        }
    }

    @Test func theCleanCopyHasNone() {
        assertDiagnostics(Self.clean) { FindingTests.compile($0.text).diagnostics }
    }

    @Test func eachFaultIsFoundWhereItIs() {
        let found = assertDiagnostics(Self.planted(Self.faults), of: Self.diagnose)
        #expect(found.count == Self.faults.count)
    }

    @Test(arguments: faults.indices)
    func eachIsFoundAloneAndTheOthersWithoutIt(_ index: Int) {
        var rest = Self.faults
        let one = rest.remove(at: index)
        assertDiagnostics(Self.planted([one]), of: Self.diagnose)
        assertDiagnostics(Self.planted(rest), of: Self.diagnose)
    }

    private static func diagnose(_ file: SourceFile) -> [Diagnostic] {
        MenuCompiler.compile(
            main: file,
            contracts: [MoneyContract.contract],
            read: { _ in .failure(.notFound) }
        ).diagnostics
    }
}

// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Foundation
import Testing

/// What a secret gives away: to its checker the text, to everybody else nothing.
@Suite struct SecretValueTests {
    @Test(arguments: [
        ("4821", "4821", true), ("4821", "4822", false), ("4821", "3821", false),
        ("4821", "48211", false), ("", "", true), ("", "0", false), ("e\u{301}", "é", false),
    ])
    func equalsTheSameOctetsAlone(left: String, right: String, isEqual: Bool) {
        #expect((Secret(left) == Secret(right)) == isEqual)
        if isEqual { #expect(Set([Secret(left), Secret(right)]).count == 1) }
    }

    /// Writing one into a text does not compile, so only what is generic can be tried.
    @Test func showsNothing() {
        let secret = Secret("4821")
        var dumped = ""
        dump([secret: [secret]], to: &dumped)
        let shown = [
            String(describing: secret), String(reflecting: secret), dumped,
            String(describing: [secret]), String(describing: Optional(secret) as Any),
            String(format: "%@", String(describing: secret)),
            String(describing: Mirror(reflecting: secret).children.map(\.value)),
        ]
        for text in shown { #expect(!text.contains("4821")) }
        #expect(Mirror(reflecting: secret).children.isEmpty)
    }

    @Test func cannotBeEncodedOrRead() {
        let secret: Any = Secret("4821")
        #expect(!(secret is any Encodable) && !(secret is any Decodable))
        #expect(!(secret is any LosslessStringConvertible) && !(secret is any TextOutputStreamable))
    }
}

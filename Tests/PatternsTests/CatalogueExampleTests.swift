// SPDX-License-Identifier: Apache-2.0
import Patterns
import Testing

/// The example of the module's landing page, which must do what the page says.
@Suite struct CatalogueExampleTests {
    @Test func theLandingPageFindsThis() throws {
        let number = try Pattern(#"(?:\+?254|0)(?<local>7\d{8})"#, options: .wholeInput)
        #expect(try number.firstMatch(in: "0712345678")?["local"] == "712345678")
        let hopeless = try Pattern("^(?:a+)+$")
        #expect(throws: PatternError.tooExpensive) {
            try hopeless.matches(String(repeating: "a", count: 40) + "!")
        }
    }
}

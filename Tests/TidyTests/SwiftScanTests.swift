// SPDX-License-Identifier: Apache-2.0
import Testing

@Suite struct SwiftScanTests {
    /// Source, the tokens in it with a space between, the comments in it.
    @Test(arguments: [
        ("a.b(c)", "a . b ( c )", []),
        ("a // b \"c\nd", "a d", [" b \"c"]),
        ("a /* b /* c */ \" d */ e", "a e", []),
        ("\"a // b\" c", "\"\" c", []),
        ("\"a \\\" b\" c", "\"\" c", []),
        ("\"a \\\\\" c", "\"\" c", []),
        ("\"\\(a(\"b\\(c)\") + d) e\" f", "\"\" a ( \"\" c ) + d f", []),
        ("#\"a \\(b) \" \\#(c) \"# d", "\"\" c d", []),
        ("\"\"\"\n a \"b\" \\\"\"\" c\n\"\"\" d", "\"\" d", []),
        ("##\"\"\"\n\"\"\"# a\n\"\"\"## b", "\"\" b", []),
        ("\"open\na", "\"\" a", []),
        ("\"a\\", "\"\"", []),
        ("\"\"\"", "\"\"", []),
        ("/* open", "", []),
        ("é_1 $0", "é_1 $0", []),
        ("\"\" a", "\"\" a", []),
    ])
    func tokens(_ source: String, _ tokens: String, _ comments: [String]) {
        let scan = SwiftScan(source)
        #expect(scan.tokens.map(\.text).joined(separator: " ") == tokens)
        #expect(scan.comments.map(\.text) == comments)
    }

    @Test func countsLinesInEverything() {
        let scan = SwiftScan("a\n\"\"\"\nx\n\\(b\n)\n\"\"\"\n/*\n*/ c // d\ne")
        #expect(scan.tokens.map(\.line) == [1, 2, 4, 8, 9])
        #expect(scan.comments.map(\.line) == [8])
    }

    @Test func findsFunctionsWithTheirLines() {
        let source = """
            protocol P {
                func required(a: Int) -> Int
                init(b: Int)
            }
            struct A<T>: P {
                var stored: Int
                var computed: Int {
                    get { 1 }
                }
                init(b: Int = { 2 }()) { stored = b }
                func outer(
                    a: Int
                ) -> Int {
                    func inner() -> Int { a }
                    return inner()
                }
            }
            """
        let found = SwiftScan(source).functions.map { "\($0.name) \($0.line) \($0.lineCount)" }
        #expect(found == ["computed 7 3", "init 10 1", "outer 11 6", "inner 14 1"])
    }

    @Test func theRepositorysBracesBalance() {
        for file in Repository.files where file.isSwift {
            let opened = file.scan.tokens.count { $0.text == "{" }
            let closed = file.scan.tokens.count { $0.text == "}" }
            #expect(opened == closed, "\(file.path)")
        }
    }
}

// SPDX-License-Identifier: Apache-2.0

extension Snippet {
    /// A function of so many lines, with braces where they do not count.
    private static func function(_ head: String, lines: Int) -> String {
        let body = String(repeating: "    call(\"}\") // }\n", count: max(0, lines - 2))
        return head + " {\n" + body + "}\n"
    }

    private static let lineMax = SizeRules.lineColumnsMax
    private static let fileMax = SizeRules.fileLinesMax

    static let sizes: [Snippet] =
        functions + [
            bad(SizeRules.fileLength, lines: [fileMax + 1], String(repeating: "\n", count: 401)),
            good(SizeRules.fileLength, String(repeating: "\n", count: 400)),
            good(
                SizeRules.fileLength,
                in: "Sources/GSM/Table.tsv",
                String(repeating: "\n", count: 900)
            ),
            bad(
                SizeRules.lineLength,
                lines: [2],
                "\n" + String(repeating: "x", count: lineMax + 1)
            ),
            good(SizeRules.lineLength, String(repeating: "é", count: lineMax) + "\r\nx"),
            good(SizeRules.lineLength, in: "README.md", String(repeating: "x", count: 300)),
            bad(SizeRules.fileSize, in: "a.tsv", String(repeating: "x", count: 204_801)),
            good(SizeRules.fileSize, in: "a.tsv", String(repeating: "x", count: 204_800)),
        ]

    private static let functions: [Snippet] = [
        bad(SizeRules.functionLength, function("func long()", lines: 61)),
        good(SizeRules.functionLength, function("func short()", lines: 60)),
        bad(SizeRules.functionLength, function("init?(a: () -> Void = { 1 })", lines: 61)),
        bad(SizeRules.functionLength, function("var body: [String: Int]", lines: 61)),
        bad(SizeRules.functionLength, function("deinit", lines: 61)),
        bad(SizeRules.functionLength, function("subscript(a: Int) -> Int", lines: 61)),
        bad(
            SizeRules.functionLength,
            lines: [2],
            "struct A {\n" + function("func f<T>(a: [T]) throws(E) -> T where T: P", lines: 61)
                + function("func g()", lines: 60) + "}\n"
        ),
        good(SizeRules.functionLength, function("struct Wide", lines: 200)),
        good(
            SizeRules.functionLength,
            "protocol P {\n    func f() -> Int\n    var a: Int { get }\n    init(a: Int)\n}\n"
                + function("struct Wide", lines: 200)
        ),
        good(SizeRules.functionLength, "var a = b\n" + function("extension A", lines: 200)),
        good(
            SizeRules.functionLength,
            "func f() {\n    let a = \"\"\"\n" + String(repeating: "  {\n", count: 5)
                + "  \"\"\"\n    self.init(a)\n}\n" + function("enum B", lines: 99)
        ),
    ]
}

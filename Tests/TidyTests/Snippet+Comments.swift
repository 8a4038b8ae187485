// SPDX-License-Identifier: Apache-2.0

extension Snippet {
    static let comments: [Snippet] =
        [
            "// let a = 1", "// var names: [String]", "// func f() -> Int", "// return f(a)",
            "// if a > b {", "// }", "// } else {", "// a.b.c(d, e: \"f\")", "// a = b",
            "// total += f(x)", "// import GSM", "// try await f()", "// case .open:",
            "// private let a = b", "// @Test func f()", "// #if DEBUG", "// f(a).g(b)",
            "// let text = \"a\"", "// a[0] = f(x)", "// f();",
        ].map { bad(CommentRules.noCode, $0 + "\n") }
        + [
            "// Only Patterns imports CPCRE2.", "// if the screen is full, a page follows",
            "// let us say it in words", "// return early, because nothing is owed",
            "// MARK: - Reading", "// SPDX-License-Identifier: Apache-2.0", "// case by case",
            "// 0: values that know nothing of each other", "// GSM 03.38 (3GPP TS 23.038)",
            "// swift-tools-version: 6.2", "// the first (and only) line", "// see f(a)",
            "// import of foreign numbers", "//", "// a function that ends (as it must)",
            "// sum(debits) equals sum(credits)", "/// let a = f(b)", "// https://a.b/c(d)",
            "let url = \"http://a.b\" // `f(x)` is what it calls", "// let: the keyword",
        ].map { good(CommentRules.noCode, $0 + "\n") }
}

// SPDX-License-Identifier: Apache-2.0

/// The three sentences of one finding: its name, what is wrong, and what to do.
struct FindingTexts {
    let id: String
    let message: String
    let help: String?

    init(_ id: String, _ message: String, help: String? = nil) {
        self.id = "menu." + id
        self.message = message
        self.help = help
    }
}

extension Sequence<String> {
    /// The words in a row for a reader: `` `a`, `b` and `c` ``, at most the first twelve.
    var listed: String {
        let all = map { "`\($0)`" }
        if all.isEmpty { return "nothing" }
        if all.count > 12 { return all.prefix(12).joined(separator: ", ") + " and others" }
        guard let last = all.last, all.count > 1 else { return all.joined() }
        return all.dropLast().joined(separator: ", ") + " and " + last
    }
}

// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// A report that `stardial test` is asked for, as `junit=FILE`.
struct ReportRequest: Hashable, ExpressibleByArgument {
    /// What it is written as.
    enum Kind: String, CaseIterable {
        case junit
        case tap
        case tap13
        case jsonl
        case github
        case html
    }

    let kind: Kind
    /// The file; `-` is the standard output.
    let path: String

    /// Reads `KIND=FILE`, or `github` alone, which goes where the workflow looks for it.
    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let kind = parts.first.flatMap({ Kind(rawValue: String($0)) }) else { return nil }
        let path = parts.count > 1 ? String(parts[1]) : ""
        guard (kind == .github) == path.isEmpty else { return nil }
        self.kind = kind
        self.path = path
    }
}

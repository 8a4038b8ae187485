// SPDX-License-Identifier: Apache-2.0

/// The arrows of the house: which target may import what.
enum ImportRules {
    static let all = [arrows, testable]

    /// What each target may import beside what comes with the platform.
    static let allowed: [String: Set<String>] = [
        "GSM": [],
        "SourceText": [],
        "Patterns": ["CPCRE2"],
        "Ledger": ["Crypto", "DequeModule"],
        "Dialogue": ["Patterns", "GSM"],
        "LedgerStorage": ["Ledger", "GRDB", "GRDBSQLite", "CLibPQ"],
        "Gateway": ["Dialogue", "GSM", "DequeModule", "Logging"],
        "MenuLanguage": ["Dialogue", "SourceText", "Patterns", "GSM"],
        "Transports": [
            "Gateway", "GSM", "Logging", "NIOCore", "NIOPosix", "ServiceLifecycle",
        ],
        "ExternalServices": [
            "Gateway", "Dialogue", "GSM", "AsyncHTTPClient", "Logging", "NIOCore", "NIOHTTP1",
            "Yams",
        ],
        "MobileMoney": [
            "Gateway", "Dialogue", "Ledger", "SourceText", "GSM", "Crypto", "CryptoExtras", "Yams",
        ],
        "Transcripts": [
            "Gateway", "Ledger", "MenuLanguage", "SourceText", "Patterns", "GSM", "Mustache",
            "Yams",
        ],
        "LanguageServer": ["MenuLanguage", "Dialogue", "SourceText", "GSM"],
        "stardial": [
            "LanguageServer",
            "Transports", "MobileMoney", "Transcripts", "Gateway", "MenuLanguage", "Dialogue",
            "ExternalServices", "CHeap",
            "LedgerStorage", "GSM", "SourceText", "Patterns", "Ledger", "ArgumentParser", "Logging",
            "HeapModule", "NIOCore", "NIOPosix", "ServiceLifecycle", "UnixSignals",
            "Histogram",
        ],
    ]

    /// The targets that do without Foundation.
    static let withoutFoundation: Set<String> = [
        "GSM", "SourceText", "Patterns", "Ledger", "Dialogue",
    ]

    private static let foundation: Set<String> = [
        "Foundation", "FoundationEssentials", "Dispatch",
    ]
    private static let platform: Set<String> = ["Synchronization", "Glibc", "Musl", "Darwin"]

    static let arrows = TidyRule.swift("imports follow the arrows") { file in
        guard let target = file.target else { return [] }
        guard let own = allowed[target] else {
            return [Violation(line: 1, advice: "`\(target)` has no arrows; list what it imports.")]
        }
        let common = withoutFoundation.contains(target) ? platform : platform.union(foundation)
        return imports(of: file).filter { !own.union(common).contains($0.module) }.map {
            Violation(
                line: $0.line,
                advice: "`\(target)` may not import `\($0.module)`; it may import"
                    + " \(own.isEmpty ? "nothing" : own.sorted().joined(separator: ", "))."
            )
        }
    }

    static let testable = TidyRule.swift("tests open only their own target") { file in
        imports(of: file).filter { $0.isTestable && file.testTarget != $0.module + "Tests" }.map {
            Violation(
                line: $0.line,
                advice: "Import `\($0.module)` without `@testable`, or test this in its own tests."
            )
        }
    }

    private struct Import {
        let module: String
        let line: Int
        let isTestable: Bool
    }

    private static func imports(of file: TidyFile) -> [Import] {
        let kinds: Set<String> = [
            "class", "enum", "func", "let", "protocol", "struct", "typealias", "var",
        ]
        let tokens = file.scan.tokens
        return tokens.indices.compactMap { index in
            guard tokens[index].text == "import",
                let name = tokens[(index + 1)...].first(where: { !kinds.contains($0.text) }),
                name.isWord
            else { return nil }
            let isTestable = tokens[..<index].suffix(2).map(\.text).contains("testable")
            return Import(module: name.text, line: tokens[index].line, isTestable: isTestable)
        }
    }
}

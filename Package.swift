// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

/// The settings of every target: the arrows below are worth what these make of them.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "stardial",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "stardial", targets: ["stardial"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/HdrHistogram/hdrhistogram-swift", from: "0.2.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // 0: values that know nothing of each other
        .target(name: "GSM", swiftSettings: strict),
        .target(name: "SourceText", swiftSettings: strict),
        .systemLibrary(
            name: "CPCRE2",
            pkgConfig: "libpcre2-8",
            providers: [.apt(["libpcre2-dev"]), .brew(["pcre2"])]
        ),
        .target(name: "Patterns", dependencies: ["CPCRE2"], swiftSettings: strict),
        .systemLibrary(name: "CHeap"),
        .target(
            name: "Ledger",
            dependencies: [.product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: strict
        ),

        // 1: the dialogue machine, and the ledger on disk
        .target(name: "Dialogue", dependencies: ["Patterns", "GSM"], swiftSettings: strict),
        .target(
            name: "LedgerStorage",
            dependencies: [
                "Ledger",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: strict
        ),

        // 2: sessions, and the language that compiles to what they run
        .target(
            name: "Gateway",
            dependencies: [
                "Dialogue", "GSM",
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "MenuLanguage",
            dependencies: ["Dialogue", "SourceText", "Patterns", "GSM"],
            swiftSettings: strict
        ),

        // 3: the doors, the wallet, and the scenes that test both
        .target(
            name: "Transports",
            dependencies: [
                "Gateway", "GSM",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "MobileMoney",
            dependencies: [
                "Gateway", "Dialogue", "Ledger", "SourceText", "GSM",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "ExternalServices",
            dependencies: [
                "Gateway", "Dialogue", "GSM",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "Transcripts",
            dependencies: [
                "Gateway", "Ledger", "MenuLanguage", "SourceText", "Patterns", "GSM",
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: strict
        ),

        .target(
            name: "LanguageServer",
            dependencies: ["MenuLanguage", "Dialogue", "SourceText", "GSM"],
            swiftSettings: strict
        ),

        // 4: where everything meets
        .executableTarget(
            name: "stardial",
            dependencies: [
                "LanguageServer",
                "Transports", "MobileMoney", "Transcripts", "Gateway", "MenuLanguage", "Dialogue",
                "ExternalServices", "LedgerStorage", "GSM", "SourceText", "Patterns", "Ledger",
                "CHeap",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "HeapModule", package: "swift-collections"),
                .product(name: "Histogram", package: "hdrhistogram-swift"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict
        ),

        // Tests: a target for each module, what they share, and the style of it all
        .target(
            name: "TestSupport",
            dependencies: ["Ledger"],
            path: "Tests/TestSupport",
            swiftSettings: strict
        ),
        .testTarget(
            name: "GSMTests",
            dependencies: ["GSM"],
            exclude: ["Vectors"],
            swiftSettings: strict
        ),
        .testTarget(name: "SourceTextTests", dependencies: ["SourceText"], swiftSettings: strict),
        .testTarget(name: "PatternsTests", dependencies: ["Patterns"], swiftSettings: strict),
        .testTarget(
            name: "LedgerTests",
            dependencies: ["Ledger", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "LedgerStorageTests",
            dependencies: [
                "LedgerStorage", "Ledger", "TestSupport",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            exclude: ["Vectors"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "DialogueTests",
            dependencies: ["Dialogue", "Patterns", "GSM"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "GatewayTests",
            dependencies: [
                "Gateway", "Dialogue", "GSM", .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "MenuLanguageTests",
            dependencies: ["MenuLanguage", "Dialogue", "SourceText", "Patterns", "GSM"],
            exclude: ["Findings", "Formatting/Goldens"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "TransportsTests",
            dependencies: [
                "Transports", "Gateway", "Dialogue", "GSM",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "MobileMoneyTests",
            dependencies: ["MobileMoney", "Gateway", "Dialogue", "Ledger", "SourceText", "GSM"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "ExternalServicesTests",
            dependencies: [
                "ExternalServices", "Gateway", "Dialogue", "GSM",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "TranscriptsTests",
            dependencies: [
                "Transcripts", "Gateway", "Ledger", "MenuLanguage", "SourceText", "Patterns",
                "GSM", "Dialogue", "MobileMoney",
            ],
            exclude: ["Accepting", "Failures", "Scenes"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "LanguageServerTests",
            dependencies: [
                "LanguageServer", "MenuLanguage", "Dialogue", "SourceText", "GSM", "Patterns",
                "Transcripts",
            ],
            exclude: ["Goldens"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "StardialTests",
            dependencies: ["stardial", "LedgerStorage", "Ledger"],
            exclude: ["Goldens"],
            swiftSettings: strict
        ),
        .testTarget(name: "TidyTests", swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)

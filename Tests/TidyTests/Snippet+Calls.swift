// SPDX-License-Identifier: Apache-2.0

extension Snippet {
    private static let command = "Sources/stardial/A.swift"
    private static let tests = "Tests/GatewayTests/A.swift"

    static let calls: [Snippet] =
        timeAndIdentifiers + randomness + [
            bad(CallRules.environment, "ProcessInfo.processInfo.environment[\"A\"]"),
            good(CallRules.environment, in: command, "ProcessInfo.processInfo"),
            good(CallRules.environment, in: tests, "ProcessInfo.processInfo"),
            good(CallRules.environment, "let text = \"ProcessInfo\""),
            bad(CallRules.printing, lines: [2], "f()\n    print(a)"),
            bad(CallRules.printing, in: tests, "debugPrint(a)"),
            good(CallRules.printing, in: command, "print(a)"),
            good(CallRules.printing, "fingerprint(a); printer.print(a); func print(a: Int) {}"),
            good(CallRules.printing, "let a = 1 // print(a)\n/* print(a) */"),
            bad(CallRules.crashing, in: command, "fatalError(\"never\")"),
            bad(CallRules.crashing, "default: fatalError()"),
            good(CallRules.crashing, "precondition(a > 0); let fatalErrors = 1"),
            good(CallRules.crashing, in: tests, "fatalError()"),
            bad(CallRules.forcing, in: tests, "try! f()"),
            bad(CallRules.forcing, "let a = b as! C"),
            good(CallRules.forcing, "if try !f() { try? g(as: !b) }"),
            bad(CallRules.wrapping, "let a = Mutex<(() -> Void)?>(nil)\nlet b = 1"),
            good(CallRules.wrapping, "let a = Mutex<State>(b)\nlet c: () -> Void = d"),
            good(CallRules.wrapping, "let a = Mutex<[() -> Void]>([])"),
        ]

    private static let timeAndIdentifiers: [Snippet] = [
        bad(CallRules.time, "let now = Date()"),
        bad(CallRules.time, in: tests, lines: [2], "\nlet now = Date.now"),
        bad(CallRules.time, "let clock = ContinuousClock()"),
        bad(CallRules.time, "DispatchTime.now()"),
        bad(CallRules.time, "let text = \"at \\(Date()) now\""),
        bad(CallRules.time, "let text = #\"a \\#(f(\"\\(Date.now)\"))\"#"),
        good(CallRules.time, in: command, "let now = Date()"),
        good(CallRules.time, in: "Package.swift", "let now = Date()"),
        good(CallRules.time, "func f(now: Date, clock: any Clock<Duration>) { Date(timestamp) }"),
        good(CallRules.time, "let a = \"Date()\"; let b = #\"\\(Date())\"#; CandiDate()"),
        good(CallRules.time, "let a = \"\"\"\n    Date() \"quoted\" \\\" Date.now\n    \"\"\""),
        bad(CallRules.identifiers, "let id = UUID()"),
        good(CallRules.identifiers, in: command, "let id = UUID()"),
        good(CallRules.identifiers, "UUID(uuidString: text)"),
    ]

    private static let randomness: [Snippet] = [
        bad(CallRules.randomness, "Int.random(in: 0..<9)"),
        bad(CallRules.randomness, "names.shuffled()"),
        bad(CallRules.randomness, "Int.random(in: 0..<f(using: a))"),
        bad(CallRules.randomness, "var generator = SystemRandomNumberGenerator()"),
        good(CallRules.randomness, "Int.random(in: 0..<f(9), using: &generator)"),
        good(CallRules.randomness, in: command, "Int.random(in: 0..<9)"),
        good(CallRules.randomness, "let random = draw(.random)"),
    ]
}

// SPDX-License-Identifier: Apache-2.0
import MenuLanguage

/// Screens checked a second by the compiler, and the memory they take.
struct CompilerBench {
    var scale: Int

    /// The screens of the largest menu that is checked.
    static let screens = 10_000
    /// The languages that it is written in, the first included.
    static let languages = ["en", "sw", "fr", "es", "so"]

    func run() {
        let small = GeneratedMenu(screens: Self.screens / 10, languages: Self.languages)
        let large = GeneratedMenu(screens: Self.screens * scale, languages: Self.languages)
        let smallOctets = growth { check(small) }
        let largeOctets = growth { check(large) }
        let seconds = (0..<3).map { _ in BenchRun.seconds { _ = check(large) } }.min() ?? 1
        BenchRun.report(
            "compiler",
            seconds,
            "s for \(large.screens) screens in \(Self.languages.count) languages",
            "mark 1; \(largeOctets / large.screens) octets a screen, "
                + "\(smallOctets / small.screens) with a tenth of them"
        )
    }

    private func check(_ menu: GeneratedMenu) -> MenuCompilation {
        let compilation = menu.compile()
        precondition(compilation.diagnostics.isEmpty, "the generated menu is sound")
        return compilation
    }

    /// How many octets more are in use once something was made, which is kept until then.
    private func growth(_ make: () -> MenuCompilation) -> Int {
        let before = HeapUse.octets
        let made = make()
        let after = HeapUse.octets
        return withExtendedLifetime(made) { max(0, after - before) }
    }
}

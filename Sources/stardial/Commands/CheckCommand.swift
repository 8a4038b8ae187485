// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// `stardial check`: says what is wrong with menus, and proves that every screen fits.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check menus and tariffs before anyone dials.",
        discussion: """
            Says everything that is wrong at once, each with its place and what to do. When \
            nothing is wrong, says how many screens, languages and texts were proved to fit. \
            stardial explain tells more about a finding.
            """
    )

    @Argument(help: "Menu files, tariffs, or folders of them.")
    var paths: [String] = ["Menus/mavuno"]

    @Option(
        help: """
            Prove against this network profile in place of the menu's own; all compares every \
            profile.
            """
    )
    var network: String?

    @Option(
        help: """
            human: with the lines; short: a line each; json: an object a line; sarif: one SARIF \
            2.1.0 log; github: workflow commands; junit: a test case for each file.
            """
    )
    var format: MenuCheck.Form?

    @Option(help: "The tariff for the menus, such as kenya; the nearest one unless given.")
    var tariff: String?

    @Flag(help: "The same as --format json.")
    var json = false

    @Flag(help: "The same as --format short.")
    var short = false

    @Flag(help: "Make the changes that certainly mend a finding, say which, and check again.")
    var fix = false

    @Flag(
        help: """
            Write shortcuts.lock beside the menus, for what their strings to dial and SMS commands \
            mean now, say which lines changed, and check again.
            """
    )
    var lock = false

    func run() throws {
        let form = format ?? (json ? .json : short ? .short : .human)
        var check = MenuCheck(paths: paths, network: network, form: form, fixes: fix)
        check.locks = lock
        check.tariff = tariff
        try check.run()
    }
}

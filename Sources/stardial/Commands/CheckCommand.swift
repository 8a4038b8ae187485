// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// `stardial check`: says what is wrong with menus, and proves that every screen fits.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check menus before anyone dials.",
        discussion: """
            Says everything that is wrong at once, each with its place and what to do. When \
            nothing is wrong, says how many screens, languages and texts were proved to fit.
            """
    )

    @Argument(help: "Menu files, or folders of menus.")
    var paths: [String] = ["Menus/mavuno"]

    @Option(help: "Prove against this network profile in place of the menu's own.")
    var network: String?

    @Flag(help: "One JSON object a line, for programs.")
    var json = false

    @Flag(help: "One line for each finding.")
    var short = false

    func run() throws {
        try MenuCheck(paths: paths, network: network, form: json ? .json : short ? .short : .human)
            .run()
    }
}

// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// `stardial explain`: what a finding means, with a bad and a good example.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explain a finding of check.",
        discussion: """
            Says what is wrong in general, why it matters to the person with the phone, and shows \
            a wrong and a right example. Without a name, lists all findings.
            """
    )

    @Argument(help: "The name of a finding, such as menu.unknown-target.")
    var id: String?

    func run() throws {
        try FindingPages(id: id).run()
    }
}

// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// `stardial diff`: what differs between two versions of a menu.
struct DiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Say what a change of a menu changes on the phone.",
        discussion: """
            Compares two versions screen by screen, says where the keys of open sessions would \
            lead elsewhere, and plays the transcripts with both. Layout and comments are no \
            differences. A version from git is named REVISION:PATH, such as HEAD:Menus/mavuno. \
            Ends with 0 when a phone shows the same, with 1 when it does not.
            """
    )

    @Argument(help: "The menu as it was: a file, a folder, or REVISION:PATH.")
    var old: String

    @Argument(help: "The menu as it is: a file, a folder, or REVISION:PATH.")
    var new: String

    @Option(help: "human: lines to read; json: one object; markdown: for a page or a review.")
    var format: MenuComparison.Form?

    @Flag(help: "The same as --format json.")
    var json = false

    @Option(help: "The folder of transcripts that are played with both versions.")
    var transcripts = "Transcripts"

    func run() async throws {
        let form = format ?? (json ? .json : .human)
        let comparison = MenuComparison(
            old: old,
            new: new,
            form: form,
            transcripts: transcripts
        )
        try await comparison.run()
    }
}

// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// `stardial i18n merge`: files of translations brought up to their menu.
struct I18nMergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Bring the translations up to their menu.",
        discussion: """
            New texts are added. A translation whose text or place was changed is marked fuzzy, \
            with what it was made for above it, and is not shown until a person took the mark \
            away. One whose text is gone is kept at the end of the file. Nothing is lost, and \
            merging again changes nothing.
            """
    )

    @Argument(help: "A menu file, or a folder with one menu.")
    var path = "Menus/mavuno"

    @Flag(help: "Change nothing; name the files that would change, and fail.")
    var check = false

    func run() throws {
        try MenuMerge(path: path, checks: check).run()
    }
}

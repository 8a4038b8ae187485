// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// `stardial bundle`: a scene and all that it needs in one file.
struct BundleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bundle",
        abstract: "Put a scene and all that it needs into one file, or take one apart.",
        discussion: """
            The menu with what it includes, its translations, the tariff, the stubs and the parts \
            are attached to the scene, so that it plays the same anywhere:
              stardial bundle Transcripts/mavuno/balance.ussd -o bug.ussd
              stardial test bug.ussd
              stardial bundle --open bug.ussd -o bug

            The PINs and numbers in a scene's header go along. They are meant to be made up; look \
            before you mail a file.
            """
    )

    @Argument(help: "Scenes, or folders of them.")
    var scenes: [String] = []

    @Option(help: "A bundle to take apart, into the new or empty folder that -o names.")
    var open: String?

    @Option(
        name: .shortAndLong,
        help: """
            The bundle; - for standard output; a folder for several. NAME.bundle.ussd unless given.
            """
    )
    var output: String?

    @Flag(help: "No comment at the top: what stands in the scene stays as it is.")
    var plain = false

    @Option(help: "Where the menus lie that scenes name.")
    var menus = "Menus"

    func validate() throws {
        guard scenes.isEmpty == (open != nil) else {
            throw ValidationError("Name either scenes or, with --open, a bundle.")
        }
        if open != nil, output == nil || output == "-" || plain {
            throw ValidationError("--open takes -o FOLDER and nothing else.")
        }
    }

    func run() throws {
        if let open { return try UnpackedFolder(path: output ?? "").take(open) }
        try BundleRun(paths: scenes, menus: menus, output: output, isPlain: plain).run()
    }
}

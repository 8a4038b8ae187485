// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// `stardial play`: shows a scene to people.
struct PlayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "play",
        abstract: "Show a scene on drawn phones, step by step.",
        discussion: """
            The phones of the scene stand side by side; what is typed appears key by key, and time \
            is the scene's own. PINs are dots. At the end stands whether all came as written.
            """
    )

    @Argument(help: "The transcript.")
    var path: String

    @Option(help: "Where the menus lie that the transcript names.")
    var menus = "Menus"

    @Option(help: "How many times faster than a person, from 0.1 to 100.")
    var speed = 1.0

    @Flag(help: "Wait for a key after each step: space goes on, q ends.")
    var step = false

    @Flag(help: "One picture a step, without moving the cursor; so it is always in a pipe.")
    var plain = false

    func validate() throws {
        guard (0.1...100).contains(speed) else {
            throw ValidationError("--speed is a number from 0.1 to 100.")
        }
    }

    func run() async throws {
        try await PlayRun(path: path, menus: menus, speed: speed, steps: step, plain: plain).run()
    }
}

// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Transports

/// `stardial phone`: a phone in the terminal.
struct PhoneCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "phone",
        abstract: "Hold a phone in this terminal.",
        discussion: """
            Takes the phone of that name at the gateway that is up on this machine; when none is \
            up, starts one in memory for as long as the phone is held. Type what you would type on \
            the phone; an empty line hangs up, and `sms WORDS` sends a message. `/record start \
            TITLE` and `/record stop FILE` save what happens between them as a transcript. \
            Ctrl-D puts the phone down.
            """
    )

    @Argument(help: "What to dial at once, such as '*789#'.")
    var code: String?

    @Option(help: "The phone's name.")
    var name = "amina"

    @Option(help: "The host of the gateway.")
    var host = "127.0.0.1"

    @Option(help: "The line port of the gateway.")
    var port = LineServer.portDefault

    @Option(help: "The menus of the gateway in memory, when none is up.")
    var menus = "Menus/mavuno"

    @Option(help: "A file of stubs for the services that those menus declare.")
    var stubs: String?

    @Option(help: "The tariff of those menus, such as kenya; the nearest one unless given.")
    var tariff: String?

    @Option(help: "Save all that happens as a transcript in this file.")
    var record: String?

    func validate() throws {
        guard let code else { return }
        guard code.hasPrefix("*") || code.hasPrefix("#"), code.hasSuffix("#") else {
            throw ValidationError(
                "What is dialled begins with * and ends with #, as in: stardial phone '*789#'"
            )
        }
    }

    func run() async throws {
        try await PhoneRun(
            name: name,
            code: code,
            host: host,
            port: port,
            menus: menus,
            stubs: stubs,
            tariff: tariff,
            recording: PhoneRecording(file: record)
        ).run()
    }
}

// SPDX-License-Identifier: Apache-2.0

extension TranscriptPlayer {
    /// Has each phone's language kept before the scene begins: its own, else the run's.
    func speak(
        _ language: String?,
        in transcript: Transcript,
        on world: any TranscriptWorld
    ) throws(WorldFailure) {
        let header = transcript.header
        if let language { try check(language, of: "The header", header.menu, on: world) }
        for phone in header.phones {
            guard let code = phone.language ?? language else { continue }
            try check(code, of: "phone \(phone.name)", header.menu, on: world)
            world.keep(language: code, of: phone.msisdn, at: header.clock)
        }
    }

    private func check(
        _ code: String,
        of place: String,
        _ menu: String,
        on world: any TranscriptWorld
    ) throws(WorldFailure) {
        let known = world.languages(ofMenu: menu)
        if known.isEmpty || world.speaks(code, menu: menu) { return }
        throw WorldFailure(
            "\(place) asks for the language \(code), which the menu \(menu) does not speak. "
                + "It speaks \(known.joined(separator: ", "))."
        )
    }
}

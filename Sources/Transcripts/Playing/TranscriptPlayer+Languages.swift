// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Gateway

extension TranscriptPlayer {
    /// Has each phone's language kept before the scene begins: its own, else the run's.
    func speak(_ language: String?, in transcript: Transcript, on world: any TranscriptWorld)
        throws(WorldFailure)
    {
        let header = transcript.header
        let menu = world.gateway.menus.first { $0.name == header.menu }
        if let language { try check(language, in: menu, of: "The header") }
        for phone in header.phones {
            guard let code = phone.language ?? language else { continue }
            try check(code, in: menu, of: "phone \(phone.name)")
            world.gateway.keep(language: code, of: phone.msisdn, at: header.clock)
        }
    }

    private func check(
        _ code: String,
        in menu: MenuProgram?,
        of place: String
    ) throws(WorldFailure) {
        guard let menu, menu.languageIndex(of: code) == nil else { return }
        let known = menu.languages.joined(separator: ", ")
        throw WorldFailure(
            "\(place) asks for the language \(code), which the menu \(menu.name) does not speak. "
                + "It speaks \(known)."
        )
    }
}

// SPDX-License-Identifier: Apache-2.0
import Gateway

extension TranscriptPlayer {
    /// Has each phone's language kept before the scene begins: its own, else the run's.
    func speak(
        _ language: String?,
        in transcript: Transcript,
        on world: any TranscriptWorld
    ) throws(WorldFailure) {
        let header = transcript.header
        let gateway = world.gateway
        if let language { try check(language, of: "The header", header.menu, on: gateway) }
        for phone in header.phones {
            guard let code = phone.language ?? language else { continue }
            try check(code, of: "phone \(phone.name)", header.menu, on: gateway)
            gateway.keep(language: code, of: phone.msisdn, at: header.clock)
        }
    }

    private func check(
        _ code: String,
        of place: String,
        _ menu: String,
        on gateway: Gateway
    ) throws(WorldFailure) {
        let known = gateway.languages(ofMenu: menu)
        if known.isEmpty || gateway.speaks(code, menu: menu) { return }
        throw WorldFailure(
            "\(place) asks for the language \(code), which the menu \(menu) does not speak. "
                + "It speaks \(known.joined(separator: ", "))."
        )
    }
}

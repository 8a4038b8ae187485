// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway
import Logging
import Transports

/// A gateway with a small menu, its phones and its desk, at six in the morning for ever.
struct World: Sendable {
    let services = ScriptedServices()
    let handsets: HandsetNetwork
    let desk: ScriptedDesk
    static let now = Instant(milliseconds: 1_795_154_400_000)

    init(_ network: NetworkProfile = .standard) {
        let gateway = Gateway(
            menus: [TestMenu.make(network)],
            services: services,
            configuration: GatewayConfiguration(seed: 42),
            logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
        )
        handsets = HandsetNetwork(gateway: gateway)
        desk = ScriptedDesk(handsets: handsets)
    }

    /// Lets a message reach a phone.
    func deliver(_ text: String, to phone: String) {
        guard let msisdn = handsets.handset(named: phone)?.msisdn else { return }
        handsets.gateway.deliver(
            ShortMessage(from: "MAVUNO", to: msisdn, text: text, at: Self.now),
            at: Self.now
        )
    }
}

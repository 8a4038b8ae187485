// SPDX-License-Identifier: Apache-2.0
import Gateway
import Yams

/// How often a phone may do what.
extension TariffReader {
    /// The section `rates`, whose keys are all optional, as it is itself.
    func rateRules() throws(TariffError) -> RateRules {
        var rules = RateRules()
        guard root.mapping?[Node("rates")] != nil else { return rules }
        let node = try child("rates", in: root)
        try checkKeys(
            of: node,
            known: [
                "sessions_per_minute", "sessions_per_day", "pins_per_minute", "pins_per_day",
                "sim_hold_seconds",
            ]
        )
        try read("sessions_per_minute", in: node, into: &rules.sessions.perMinute)
        try read("sessions_per_day", in: node, into: &rules.sessions.perDay)
        try read("pins_per_minute", in: node, into: &rules.pins.perMinute)
        try read("pins_per_day", in: node, into: &rules.pins.perDay)
        guard node.mapping?[Node("sim_hold_seconds")] != nil else { return rules }
        rules.simHoldSeconds = try number(
            "sim_hold_seconds",
            in: node,
            within: 0...Tariff.Limits.secondsMax
        )
        return rules
    }

    private func read(
        _ key: String,
        in node: Node,
        into value: inout Int
    ) throws(TariffError) {
        guard node.mapping?[Node(key)] != nil else { return }
        value = try number(key, in: node, within: 1...AttemptLimit.most)
    }
}

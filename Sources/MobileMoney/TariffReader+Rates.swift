// SPDX-License-Identifier: Apache-2.0
import Gateway

/// How often a phone may do what.
extension TariffReader {
    /// The section `rates`, whose keys are all optional, as it is itself.
    mutating func rateRules(_ root: Block) -> RateRules {
        var rules = RateRules()
        guard let rates = block("rates", in: root, known: TariffKeys.rates, required: false) else {
            return rules
        }
        read("sessions_per_minute", in: rates, into: &rules.sessions.perMinute)
        read("sessions_per_day", in: rates, into: &rules.sessions.perDay)
        read("pins_per_minute", in: rates, into: &rules.pins.perMinute)
        read("pins_per_day", in: rates, into: &rules.pins.perDay)
        let bounds = 0...Tariff.Limits.secondsMax
        let hold = number("sim_hold_seconds", in: rates, within: bounds, required: false)
        if let hold { rules.simHoldSeconds = hold }
        return rules
    }

    private mutating func read(_ key: String, in rates: Block, into value: inout Int) {
        let bounds = 1...AttemptLimit.most
        if let typed = number(key, in: rates, within: bounds, required: false) { value = typed }
    }
}

// SPDX-License-Identifier: Apache-2.0
public import GSM

extension ServicePort {
    /// Keeps no languages; the gateway remembers them instead.
    public func language(of subscriber: MSISDN) -> String? { nil }

    /// Keeps no languages; the gateway remembers them instead.
    public func keep(language code: String, of subscriber: MSISDN, at now: Instant) {}
}

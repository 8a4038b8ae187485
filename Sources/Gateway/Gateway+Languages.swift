// SPDX-License-Identifier: Apache-2.0
public import GSM

extension Gateway {
    /// The language in which a subscriber's next dialogue begins, as `sw`; nil when she never chose.
    ///
    /// What the services keep comes first; what the gateway remembers is for those that keep none.
    public func language(of subscriber: MSISDN) -> String? {
        services.language(of: subscriber)
            ?? with(subscriber) { state, _ in
                state.languages[subscriber]
            }
    }

    /// Has a subscriber's language kept for every later dialogue, by the services or else here.
    ///
    /// A dialogue that is open goes on in its language.
    ///
    /// - Parameters:
    ///   - code: a BCP 47 code, as `sw`.
    ///   - subscriber: whose.
    ///   - now: when.
    public func keep(language code: String, of subscriber: MSISDN, at now: Instant) {
        note(now)
        run([.keep(language: code, of: subscriber, now)])
    }

    /// Has a language kept by the services, or remembers it when they do not know it then.
    func store(language code: String, of subscriber: MSISDN, at now: Instant) {
        services.keep(language: code, of: subscriber, at: now)
        guard services.language(of: subscriber) != code else { return }
        with(subscriber) { state, _ in state.languages.keep(code, of: subscriber) }
    }
}

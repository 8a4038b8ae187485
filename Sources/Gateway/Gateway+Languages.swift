// SPDX-License-Identifier: Apache-2.0
import Dialogue
public import GSM

extension Gateway {
    /// The language in which a subscriber's next dialogue begins; nil when none was chosen.
    ///
    /// What the services keep comes first; what the gateway remembers is for those that keep none.
    public func language(of subscriber: MSISDN) -> String? {
        services.language(of: subscriber)
            ?? with(subscriber) { state, _ in
                state.languages[subscriber]
            }
    }

    /// The codes of the languages that a menu speaks, the one it is written in first.
    ///
    /// - Parameter name: the menu; nil for all menus in service, each code once.
    /// - Returns: the codes, none for a menu that is not in service.
    public func languages(ofMenu name: String? = nil) -> [String] {
        var codes: [String] = []
        for menu in menus where name == nil || menu.name == name {
            codes += menu.languages.filter { !codes.contains($0) }
        }
        return codes
    }

    /// Whether a menu, or any of them, has a language that serves a code, as `pt` serves `pt-BR`.
    public func speaks(_ code: String, menu name: String? = nil) -> Bool {
        menus.contains { (name == nil || $0.name == name) && $0.languageIndex(of: code) != nil }
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

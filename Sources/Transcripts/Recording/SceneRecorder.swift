// SPDX-License-Identifier: Apache-2.0
public import GSM
public import Gateway
public import Patterns

/// Takes what happens at phones and makes a scene of it that plays again.
///
/// It is a value that is told events in their order and reads no clock. What was typed is kept
/// until the scene is written, since only the end tells what was a PIN; a scene never holds one.
public struct SceneRecorder: Sendable {
    /// What the scene shows, in one line; empty for none yet.
    public var title: String
    /// The menu that the header names unless a screen tells.
    public var menu: String
    /// The network profile; nil for the menu's own.
    public var network: String?
    /// The name of the tariff; nil for the nearest one.
    public var tariff: String?
    /// The path of the file of stubs as seen from where the program runs; nil for none.
    public var stubs: String?
    /// When the scene begins; kept in whole seconds.
    public let clock: Instant
    /// The seed of the scene's world.
    public var seed: UInt64
    /// Screens that ask for a secret besides those that say so.
    public var secretScreens: [Pattern]
    /// What the first comment of the file says.
    public var remark = "Recorded. The PINs in it are made up."
    /// The tag by which such scenes are chosen.
    public var tag = "recorded"
    /// The places in ``events`` of what was typed and is a secret whatever screen it answers.
    public var secretEvents: Set<Int> = []
    /// What each phone's wallet has at the end, as far as that is known.
    public var balances: [MSISDN: LedgerMoney] = [:]
    /// The phones that were declared.
    public private(set) var phones: [PhoneSetup] = []
    /// What happened, in order.
    public private(set) var events: [RecordedEvent] = []
    /// Whether events were left out because there were too many.
    public private(set) var isFull = false

    /// The bounds of a recording; what is beyond them is left out and said.
    public enum Limits {
        /// Most events of a scene.
        public static let eventsMax = 10_000
        /// The longest title in characters.
        public static let titleCharactersMax = 200
    }

    /// Makes a recorder that has seen nothing.
    ///
    /// - Parameters:
    ///   - title: what the scene shows, in one line.
    ///   - menu: the menu's name unless a screen tells.
    ///   - clock: when the scene begins.
    ///   - seed: the seed of the world in which it is played.
    ///   - secretScreens: patterns over a screen's text that say that a secret is typed next.
    public init(
        title: String = "",
        menu: String,
        clock: Instant,
        seed: UInt64 = 42,
        secretScreens: [Pattern] = []
    ) {
        self.title = title
        self.menu = menu
        self.clock = clock.adding(milliseconds: -(clock.milliseconds % 1_000))
        self.seed = seed
        self.secretScreens = secretScreens
    }

    /// Declares a phone with what its subscriber has at the beginning.
    ///
    /// The PIN, where one is given, tells what is typed; the scene gets another one. A phone that
    /// was declared before keeps what was said then.
    public mutating func declare(_ phone: PhoneSetup) {
        guard !knows(phone.msisdn), phones.count < TranscriptLimits.phonesMax else { return }
        var phone = phone
        phone.name = freeName(phone.name)
        phone.extras = phone.extras.mapValues { $0.filter { $0 != "\"" && !$0.isNewline } }
        phones.append(phone)
    }

    /// Takes the next event.
    public mutating func take(_ event: RecordedEvent) {
        guard events.count < Limits.eventsMax else { return isFull = true }
        events.append(event)
    }

    /// Whether a phone is declared.
    public func knows(_ msisdn: MSISDN) -> Bool { phones.contains { $0.msisdn == msisdn } }

    /// The numbers that an event names and no declared phone has.
    ///
    /// Whoever knows more of them than their number declares them before the event does something.
    public func strangers(in event: RecordedEvent) -> [MSISDN] {
        var found = [event.phone]
        let names = NumberNames(phones, home: event.phone)
        switch event.what {
        case .typed(let text): found += names.numbers(in: text).map(\.msisdn)
        case .sent(let to, let text):
            found += names.numbers(in: to).map(\.msisdn) + names.numbers(in: text).map(\.msisdn)
        case .received(let from, _): found += names.numbers(in: from).map(\.msisdn)
        case .shown, .hungUp, .released: break
        }
        return found.filter { !knows($0) }
    }

    /// The name for a phone of which only the number is known, as `stranger1`.
    public var strangerName: String {
        let count = phones.count { $0.name.hasPrefix(Self.stranger) }
        return Self.stranger + String(count + 1)
    }

    private static let stranger = "stranger"

    private func freeName(_ wanted: String) -> String {
        let start = PhoneName.isName(wanted) ? wanted : strangerName
        let taken = Set(phones.map { $0.name.lowercased() })
        let others = (2...TranscriptLimits.phonesMax + 2).lazy.map { "\(start.prefix(28))\($0)" }
        return taken.contains(start.lowercased())
            ? others.first { !taken.contains($0.lowercased()) } ?? start : start
    }
}

// SPDX-License-Identifier: Apache-2.0
public import GSM

/// What an emulated phone shows and has received, at one moment.
public struct Handset: Hashable, Sendable {
    /// Its name as it was registered.
    public let name: String
    /// Its number.
    public let msisdn: MSISDN
    /// The last that a service showed, or nil when nothing was shown yet.
    public internal(set) var screen: Answer?
    /// Why the last session was cut off, or nil when it is open or ended by itself.
    public internal(set) var released: ReleaseCause?
    /// What was received.
    public internal(set) var inbox = Inbox()

    /// Whether the screen is that of a gateway before this one, whose sessions count for nothing.
    var showsFormerGateway = false

    /// The phone after its gateway died: the screen stays, whatever comes is newer.
    var facingNewGateway: Handset {
        var phone = self
        if phone.isOpen { phone.released = .shutdown }
        phone.showsFormerGateway = true
        return phone
    }

    /// Whether its session waits for input.
    public var isOpen: Bool { screen?.kind == .continue && released == nil }

    /// The messages of a phone, the newest last; when there are too many the oldest go.
    public struct Inbox: Hashable, Sendable {
        /// The messages that are kept.
        public internal(set) var messages: [ShortMessage] = []
        /// How many were received before the first that is kept.
        public internal(set) var dropped = 0

        /// Makes an inbox, which only a network of phones or one who stands for it does.
        public init(messages: [ShortMessage] = [], dropped: Int = 0) {
            self.messages = messages
            self.dropped = dropped
        }

        /// How many were received in all; a reader who remembers it asks for what came after.
        public var received: Int { dropped + messages.count }

        /// The messages after the first `count` received, as far as they are kept.
        public func messages(after count: Int) -> ArraySlice<ShortMessage> {
            messages[min(max(0, count - dropped), messages.count)...]
        }

        mutating func append(_ message: ShortMessage, atMost limit: Int) {
            messages.append(message)
            let excess = messages.count - max(0, limit)
            guard excess > 0 else { return }
            messages.removeFirst(excess)
            dropped += excess
        }
    }

    init(name: String, msisdn: MSISDN) {
        self.name = name
        self.msisdn = msisdn
    }
}

// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway
import Synchronization

/// Tells a connection what reaches the phones it watches.
final class LineWatch: Sendable {
    private let outbox: LineOutbox
    private let unreadOctetsMax: Int
    private let state = Mutex(State())

    private struct State {
        var phones: Set<MSISDN> = []
        var watchesAll = false
        var isJSON = false
        var subscription: Subscription?
        /// Releases told as a screen, which are not told again.
        var releases: [MSISDN: ReleaseCause] = [:]
    }

    init(outbox: LineOutbox, unreadOctetsMax: Int) {
        self.outbox = outbox
        self.unreadOctetsMax = unreadOctetsMax
    }

    /// Watches a phone, or all of them for nil.
    ///
    /// - Returns: false when the network has as many watchers as it takes.
    func add(_ phone: MSISDN?, isJSON: Bool, on handsets: HandsetNetwork) -> Bool {
        let isSubscribed = state.withLock { state in
            if let phone { state.phones.insert(phone) } else { state.watchesAll = true }
            state.isJSON = isJSON
            return state.subscription != nil
        }
        if isSubscribed { return true }
        let subscription = handsets.subscribe { [weak self, weak handsets] in
            guard let gateway = handsets?.gateway else { return }
            self?.take($0, on: gateway)
        }
        guard subscription.isAccepted else {
            remove(nil)
            return false
        }
        state.withLock { $0.subscription = subscription }
        return true
    }

    /// Stops watching a phone, or all of them for nil.
    func remove(_ phone: MSISDN?) {
        let ended = state.withLock { state -> Subscription? in
            if let phone { state.phones.remove(phone) } else { state.phones = [] }
            if phone == nil { state.watchesAll = false }
            guard state.phones.isEmpty, !state.watchesAll else { return nil }
            state.releases = [:]
            defer { state.subscription = nil }
            return state.subscription
        }
        ended?.cancel()
    }

    /// Writes what follows as JSON, or as text again.
    func setJSON(_ isJSON: Bool) {
        state.withLock { $0.isJSON = isJSON }
    }

    private func take(_ told: HandsetEvent, on gateway: Gateway) {
        let event = state.withLock { state -> (LineReply, Bool)? in
            guard state.watchesAll || state.phones.contains(told.msisdn),
                let reply = Self.reply(told, on: gateway, &state)
            else { return nil }
            return (reply, state.isJSON)
        }
        guard let (reply, isJSON) = event else { return }
        let style = LineStyle(isJSON: isJSON)
        if outbox.tell(unreadOctetsMax: unreadOctetsMax, write: { reply.write(to: &$0, in: style) })
        {
            return
        }
        remove(nil)
        let last = LineReply(
            .event,
            "- watching has ended: you read too slowly; see SCREEN and INBOX, then WATCH again"
        )
        outbox.tell { last.write(to: &$0, in: style) }
    }

    private static func reply(
        _ told: HandsetEvent,
        on gateway: Gateway,
        _ state: inout State
    ) -> LineReply? {
        let name = told.name ?? told.msisdn.masked
        switch told.event {
        case .screen(_, let answer):
            if case .released(let cause) = answer.kind {
                state.releases[told.msisdn] = cause
                return LineReply(.event, "\(name) released \(cause.word)", block: answer.text)
            }
            state.releases[told.msisdn] = nil
            return LineReply(.event, "\(name) \(answer.sizeWords)", block: answer.text)
        case .released(_, let cause):
            guard state.releases.removeValue(forKey: told.msisdn) != cause else { return nil }
            return LineReply(.event, "\(name) released \(cause.word)", block: cause.text)
        case .message(let message):
            return LineReply(
                .event,
                "\(name) SMS from=\(message.from) parts=\(gateway.partCount(of: message.text))",
                block: message.text
            )
        }
    }
}

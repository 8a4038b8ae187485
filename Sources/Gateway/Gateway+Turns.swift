// SPDX-License-Identifier: Apache-2.0
public import GSM

extension Gateway {
    /// Begins a session by a dialled string (processUnstructuredSSRequest, TS 24.090 clause 6).
    ///
    /// An open session of that phone is released first. A string that leads nowhere, is malformed
    /// or too long is answered ``ReleaseCause/noSuchCode``.
    ///
    /// - Parameters:
    ///   - string: as dialled, such as `*789#`; it may hold a PIN and is never logged.
    ///   - msisdn: who dials.
    ///   - now: when.
    ///   - reply: called exactly once; before this returns when no service is waited for.
    public func dial(
        _ string: String,
        from msisdn: MSISDN,
        at now: Instant,
        reply: @escaping @Sendable (Answer) -> Void
    ) {
        note(now)
        let reply = witnessed(string, msisdn, now, reply)
        let directory = currentDirectory
        guard let found = directory.find(dialled: string) else {
            with(msisdn) { state, actions in
                state.refuse(msisdn, knowing: directory.codes, at: now, reply, into: &actions)
            }
            return
        }
        let opening = makeOpening(
            of: found.program,
            found.match,
            code: found.code,
            at: SessionPlace(msisdn, .dialled),
            msisdn,
            now
        )
        with(msisdn) { state, actions in
            state.dial(opening, at: now, reply: reply, into: &actions)
        }
    }

    /// Takes what a subscriber answers to the screen she sees.
    ///
    /// A turn seen before gets its answer again and nothing is done twice; while it is still
    /// worked on, it waits for that answer. Without a session, or for a turn that is too old, the
    /// answer is ``ReleaseCause/noSession`` and nothing was done. An input without a key that comes
    /// while a service works counts as the turn that is worked on, delivered again.
    ///
    /// - Parameters:
    ///   - input: as typed; it may be a PIN and is never logged.
    ///   - msisdn: who answers.
    ///   - turn: the key of the answer that is answered, or nil for the last one.
    ///   - now: when.
    ///   - reply: called exactly once; before this returns when no service is waited for.
    public func answer(
        _ input: String,
        from msisdn: MSISDN,
        turn: TurnKey?,
        at now: Instant,
        reply: @escaping @Sendable (Answer) -> Void
    ) {
        note(now)
        let reply = witnessed(input, msisdn, now, reply)
        with(msisdn) { state, actions in
            state.answer(input, from: msisdn, turn: turn, at: now, reply: reply, into: &actions)
        }
    }

    /// Releases the phone's session because its subscriber hung up; false when there was none.
    ///
    /// - Parameters:
    ///   - msisdn: whose.
    ///   - cause: ``ReleaseCause/hungUp``, or ``ReleaseCause/connectionLost`` when the network
    ///     released it (TS 24.090 clause 6.1); a phone shows no text of ours for either.
    ///   - now: when.
    /// - Returns: whether there was one.
    @discardableResult
    public func hangUp(
        _ msisdn: MSISDN,
        as cause: ReleaseCause = .hungUp,
        at now: Instant
    ) -> Bool {
        note(now)
        testify(session(of: msisdn) == nil ? nil : .hungUp(msisdn, at: now))
        return with(msisdn) { state, actions in
            state.hangUp(msisdn, as: cause, at: now, into: &actions)
        }
    }

    /// Takes a short message that a phone sent to the service.
    ///
    /// A command begins a dialogue whose screens go back as short messages; other texts answer the
    /// open one. A sender that is no phone gets nothing.
    public func receive(_ message: ShortMessage, at now: Instant) {
        note(now)
        guard let subscriber = message.sender else {
            run([.note(.strangeSender)])
            return
        }
        testify(.sent(message))
        let directory = currentDirectory
        let isReadable = message.text.utf8.count <= configuration.limits.messageOctetsMax
        let route = isReadable ? directory.find(text: message.text) : nil
        let opening = route.map { route in
            makeOpening(
                of: route.program,
                route.match,
                code: directory.codes.first,
                at: SessionPlace(subscriber, .texted),
                subscriber,
                now
            )
        }
        let command = ShardState.Command(
            text: isReadable ? message.text : nil,
            subscriber: subscriber,
            route: route,
            opening: opening,
            help: ReleaseText.notUnderstood(knowing: directory.words, codes: directory.codes)
        )
        with(subscriber) { state, actions in
            state.receive(command, at: now, into: &actions)
        }
    }
}

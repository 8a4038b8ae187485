// SPDX-License-Identifier: Apache-2.0

/// The sentences that a release, or a short message in its place, is written from.
enum ReleaseText {
    /// Said as long as a call that moves money is under way.
    static let stillWorking =
        "Still working on your payment. Do NOT pay again. If it is paid, an SMS tells you."
    /// Said when no call of the session can have moved money.
    static let nothingTaken = "Nothing was taken."
    /// Said to whoever finds no place.
    static let refusal = "\(ReleaseCause.tooBusy.text) \(nothingTaken)"
    /// Said to an input without a session, or one too old to be known: it is not used now, but it
    /// may be the copy of one whose answer a restart or the time has taken from memory.
    static let notUsed =
        "This session is over. What you typed now did nothing. If you sent it before, that may "
        + "have paid: see your last payments before you pay again."
    /// Said to a turn that was delivered again too often while it is worked on.
    static let turnTooOften = "Still working on your answer. Wait for it."

    /// What is known of the money when a session ends.
    enum Money {
        case untouched
        case underWay
        case moved
    }

    /// The whole text of a release.
    ///
    /// `code` is what to dial next, as `*789#`, or nil when there is nothing to dial; `goesOn` says
    /// whether dialling it takes the dialogue up again.
    static func release(
        _ cause: ReleaseCause,
        money: Money,
        code: String?,
        goesOn: Bool
    ) -> String {
        if money == .underWay { return stillWorking }
        var parts = [cause.text]
        if money == .untouched { parts.append(nothingTaken) }
        if let code, cause != .shutdown {
            parts.append("Dial \(code) to \(goesOn ? "go on from here" : "start again").")
        }
        return parts.joined(separator: " ")
    }

    /// What a dialled string gets that leads nowhere; the string may hold a PIN and is not shown.
    static func noSuchCode(knowing codes: [String]) -> String {
        let list = alternatives(codes)
        return list.isEmpty
            ? ReleaseCause.noSuchCode.text : "\(ReleaseCause.noSuchCode.text) Dial \(list)."
    }

    /// What a short message gets that is no command.
    static func notUnderstood(knowing words: [String], codes: [String]) -> String {
        var text = "This message was not understood. Nothing was done."
        let sent = alternatives(words)
        let dialled = alternatives(codes)
        if !sent.isEmpty { text += " Send \(sent)" }
        if !dialled.isEmpty { text += sent.isEmpty ? " Dial \(dialled)" : ", or dial \(dialled)" }
        return sent.isEmpty && dialled.isEmpty ? text : text + "."
    }

    /// The first few of a list as a reader says it, `BAL, SEND or HELP`.
    private static func alternatives(_ all: [String]) -> String {
        let some = all.prefix(5)
        guard let last = some.last else { return "" }
        return some.count == 1 ? last : some.dropLast().joined(separator: ", ") + " or " + last
    }
}

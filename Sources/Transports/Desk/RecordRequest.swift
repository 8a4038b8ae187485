// SPDX-License-Identifier: Apache-2.0

/// What `RECORD` asks for.
public enum RecordRequest: Hashable, Sendable {
    /// To begin; the title says what the scene shows and may be empty.
    case start(title: String)
    /// To take what is typed after a screen that a PCRE2 pattern matches for a secret.
    case secret(pattern: String)
    /// To end, and to be given the transcript.
    case stop
}

/// What a desk answers to a ``RecordRequest``.
public enum RecordReply: Hashable, Sendable {
    /// Recording began, or knows one more pattern; one line about it.
    case started(String)
    /// Recording ended; one line about the transcript, and its text.
    case transcript(String, text: String)

    /// The reply that says so; the line feed that ends the text ends the block's last line.
    var reply: LineReply {
        switch self {
        case .started(let words): LineReply(.done, words)
        case .transcript(let words, let text):
            LineReply(
                .transcript,
                words,
                block: text.hasSuffix("\n") ? String(text.dropLast()) : text
            )
        }
    }
}

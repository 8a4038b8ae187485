// SPDX-License-Identifier: Apache-2.0
import GSM

/// Reads a line as a command; it knows the words and not what they stand for.
struct LineParser: Sendable {
    let limits: LineLimits

    /// A line taken apart: the tag to echo, and the command or the reply that says what is wrong.
    struct Line: Sendable {
        let tag: String?
        let command: Result<LineCommand, Refusal>
    }

    /// A line that was not understood.
    struct Refusal: Error, Hashable, Sendable {
        let reply: LineReply

        init(_ code: LineCode, _ text: String) {
            reply = LineReply(code, text)
        }
    }

    /// Reads a line; nil for a blank one, which has no reply.
    func parse(_ line: ArraySlice<UInt8>) -> Line? {
        var rest = Self.trimmed(line)
        guard let first = rest.first else { return nil }
        var tag: String?
        if first == UInt8(ascii: "@") {
            let word = Self.takeWord(&rest).dropFirst()
            guard !word.isEmpty, word.count <= LineLimits.tagCharactersMax,
                word.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
            else { return Line(tag: nil, command: .failure(Self.badTag)) }
            tag = String(decoding: word, as: UTF8.self)
            guard !rest.isEmpty else { return Line(tag: tag, command: .failure(Self.noVerb)) }
        }
        if Self.isForPhone(rest) {
            return Line(tag: tag, command: .success(.typed(String(decoding: rest, as: UTF8.self))))
        }
        do {
            return Line(tag: tag, command: .success(try command(rest)))
        } catch {
            return Line(tag: tag, command: .failure(error))
        }
    }

    /// Whether a line goes to the phone in hand: it begins with a digit, `*` or `#`.
    private static func isForPhone(_ line: ArraySlice<UInt8>) -> Bool {
        guard let first = line.first else { return false }
        return Names.isDigit(first) || first == UInt8(ascii: "*") || first == UInt8(ascii: "#")
    }

    private func command(_ line: ArraySlice<UInt8>) throws(Refusal) -> LineCommand {
        var rest = line
        let word = Self.takeWord(&rest)
        guard let verb = LineVerb(typed: word) else { throw unknown(word) }
        guard verb.isInThisVersion else {
            throw Refusal(
                .notInThisVersion,
                "\(verb.rawValue) is not in this version; nothing was done"
            )
        }
        switch verb {
        case .dial, .say, .sms, .load, .check, .record: return try textCommand(verb, rest)
        case .redial, .turn, .phone, .reset, .play: return try sceneCommand(verb, rest)
        default: break
        }
        let words = Self.words(rest)
        switch verb {
        case .session: return .session(phone: try onePhone(words, verb))
        case .hangup: return .hangUp(phone: try onePhone(words, verb))
        case .screen: return .screen(phone: try onePhone(words, verb))
        case .bal: return .balance(phone: try onePhone(words, verb))
        case .inbox: return try inbox(words)
        case .wait: return try wait(words)
        case .watch, .unwatch: return try watch(words, verb)
        case .raw: return try raw(words)
        case .mode: return try mode(words)
        case .help: return try help(words)
        case .clock: return .clock(words)
        case .ledger: return .ledger(words)
        case .fault: return .fault(words)
        case .hello: return .hello
        case .caps: return try alone(.capabilities, words, verb)
        case .ping: return try alone(.ping, words, verb)
        case .quit: return try alone(.quit, words, verb)
        case .dial, .say, .sms, .load, .check, .record, .play, .auth, .phone, .reset, .redial,
            .turn:
            throw usage(verb)
        }
    }

    /// Verbs whose last argument is the rest of the line as it stands.
    private func textCommand(
        _ verb: LineVerb,
        _ arguments: ArraySlice<UInt8>
    ) throws(Refusal) -> LineCommand {
        var rest = arguments
        switch verb {
        case .say:
            let phone = Self.takePhone(&rest)
            return .say(phone: phone, String(decoding: rest, as: UTF8.self))
        case .dial:
            let phone = Self.takePhone(&rest)
            guard !rest.isEmpty else { throw usage(verb) }
            return .dial(phone: phone, String(decoding: rest, as: UTF8.self))
        case .sms:
            guard let phone = Self.takePhone(&rest) else { throw usage(verb) }
            let to = String(decoding: Self.takeWord(&rest), as: UTF8.self)
            guard !rest.isEmpty else { throw usage(verb) }
            return .sms(phone: phone, to: to, text: String(decoding: rest, as: UTF8.self))
        case .load:
            guard !rest.isEmpty else { throw usage(verb) }
            return .load(String(decoding: rest, as: UTF8.self))
        case .record: return try record(rest)
        default:
            return .check(rest.isEmpty ? nil : String(decoding: rest, as: UTF8.self))
        }
    }

    private func unknown(_ word: ArraySlice<UInt8>) -> Refusal {
        guard let nearest = LineVerb.nearest(to: String(decoding: word.prefix(16), as: UTF8.self))
        else { return Refusal(.unknownVerb, "there is no such verb; try HELP") }
        return Refusal(
            .unknownVerb,
            "there is no such verb; did you mean \(nearest.rawValue)? (try HELP)"
        )
    }

    func usage(_ verb: LineVerb) -> Refusal {
        Refusal(.malformed, "nothing was done; type \(verb.usage)")
    }

    /// What is answered to a frame that is no line.
    func refusal(of frame: LineFrame) -> Refusal {
        switch frame {
        case .tooLong:
            Refusal(
                .malformed,
                "nothing was done; a line has at most \(limits.lineOctetsMax) octets"
            )
        case .bareCarriageReturn:
            Refusal(.malformed, "nothing was done; a line ends in LF or CR LF, not in CR alone")
        case .nul: Refusal(.malformed, "nothing was done; a line must not hold a NUL octet")
        case .notUTF8: Refusal(.notUTF8, "nothing was done; a line must be UTF-8")
        case .unfinished:
            Refusal(.malformed, "nothing was done; the last line has no end and may be cut off")
        case .line, .http: Refusal(.malformed, "nothing was done")
        }
    }

    private static let badTag = Refusal(
        .malformed,
        "nothing was done; a tag is @ and 1 to \(LineLimits.tagCharactersMax) printable characters"
    )
    private static let noVerb = Refusal(.malformed, "nothing was done; a verb comes after the tag")
}

extension LineParser {
    /// What is left without the spaces and tabs at both ends.
    static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = line
        while let first = rest.first, isBlank(first) { rest.removeFirst() }
        while let last = rest.last, isBlank(last) { rest.removeLast() }
        return rest
    }

    /// Takes the first word and the blanks after it.
    static func takeWord(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let word = rest.prefix { !isBlank($0) }
        rest = rest[word.endIndex...]
        while let first = rest.first, isBlank(first) { rest.removeFirst() }
        return word
    }

    /// Takes the first word when it is a phone: it begins with a letter or `+`.
    static func takePhone(_ rest: inout ArraySlice<UInt8>) -> String? {
        guard let first = rest.first else { return nil }
        let small = first | 0x20
        guard
            first == UInt8(ascii: "+")
                || (small >= UInt8(ascii: "a") && small <= UInt8(ascii: "z"))
        else { return nil }
        return String(decoding: takeWord(&rest), as: UTF8.self)
    }

    /// The words between blanks.
    static func words(_ rest: ArraySlice<UInt8>) -> [String] {
        rest.split(whereSeparator: isBlank).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func isBlank(_ octet: UInt8) -> Bool {
        octet == UInt8(ascii: " ") || octet == UInt8(ascii: "\t")
    }
}

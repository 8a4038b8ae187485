// SPDX-License-Identifier: Apache-2.0
import GSM
public import Gateway

/// One conversation in the line protocol: octets in, replies out, nothing known of sockets.
///
/// It belongs to one thread, or to one event loop: every method is called there. Turns, ledgers and
/// menus may answer on other threads; `wake` then asks to be led back here, where ``resume()`` goes
/// on. Replies leave in the order of the commands. Commands for different phones may be under way
/// at once; a command for a phone waits for the one before it, and what reads or changes more than
/// one phone waits until it is alone.
public final class LineConversation {
    /// The phones, the desk and the time that commands are about.
    var world: LineWorld
    var handsets: HandsetNetwork { world.handsets }
    var gateway: Gateway { world.gateway }
    var desk: any LineDesk { world.desk }
    var now: @Sendable () -> Instant { world.now }
    let options: LineOptions
    let timer: LineTimer
    let outbox: LineOutbox
    let watch: LineWatch
    private let parser: LineParser
    private var framer: LineFramer
    /// A line that waits until it may begin.
    private var held: LineParser.Line?
    /// The command that every later one waits for.
    private var barrier: (ticket: LineOutbox.Ticket, landing: Landing)?
    private var endsWithInput = false
    private var isClosing = false
    /// Whether it ends although the client goes on sending.
    private(set) var turnsAway = false
    var isJSON = false
    var tellsTurns = false
    var inHand: Hand?
    /// The phone that gets every line, if any.
    var raw: Hand?
    /// How many messages of a phone this conversation has seen.
    var seen: [MSISDN: Int] = [:]
    /// What a `WAIT` under way listens to.
    var waiting: Subscription?

    /// A phone that lines go to.
    struct Hand: Hashable, Sendable {
        let name: String
        let msisdn: MSISDN
    }

    /// Makes a conversation; nothing is written before ``begin()``.
    ///
    /// - Parameters:
    ///   - handsets: the emulated phones and their gateway.
    ///   - desk: what knows the ledger, the menus and the clock.
    ///   - options: limits and what the greeting says besides.
    ///   - now: the present, for everything a phone does.
    ///   - timer: runs what it is given after so many milliseconds, on any thread.
    ///   - wake: called on any thread when ``resume()`` should be called.
    public init(
        handsets: HandsetNetwork,
        desk: any LineDesk,
        options: LineOptions = LineOptions(),
        now: @escaping @Sendable () -> Instant,
        timer: @escaping LineTimer,
        wake: @escaping @Sendable () -> Void
    ) {
        world = LineWorld(handsets: handsets, desk: desk, now: now)
        self.options = options
        self.timer = timer
        let limits = options.limits
        outbox = LineOutbox(commandsWaitingMax: limits.commandsWaitingMax, wake: wake)
        watch = LineWatch(outbox: outbox, unreadOctetsMax: limits.unreadOctetsMax)
        parser = LineParser(limits: limits)
        framer = LineFramer(lineOctetsMax: limits.lineOctetsMax)
    }

    /// Writes the greeting.
    public func begin() {
        let greeting = options.greeting
        outbox.tell { greeting.write(to: &$0, in: LineStyle()) }
    }

    /// Takes octets from the client; what cannot begin yet is kept.
    public func receive(_ octets: some Sequence<UInt8>) {
        if isClosing { return }
        framer.append(octets)
        resume()
    }

    /// Takes note that the client sends no more; it is finished when all is answered.
    public func inputEnded() {
        framer.end()
        endsWithInput = true
        resume()
    }

    /// Goes on with what had to wait.
    public func resume() {
        var finished = outbox.work()
        repeat { progress() } while !outbox.rest(over: &finished)
        if endsWithInput, held == nil, barrier == nil { close() }
    }

    /// Begins no more commands and says so; those under way are answered first.
    public func shutDown() {
        if isClosing { return }
        answerLast(LineReply(.closing, "the server is closing; come back in a minute"))
    }

    /// Refuses the whole conversation because there are too many.
    public func refuse() {
        turnsAway = true
        answerLast(
            LineReply(
                .tooMany,
                "there are \(options.limits.connectionsMax) connections already; close one and "
                    + "connect again"
            )
        )
    }

    /// Takes the octets to be written now; empty when there are none.
    public func takeOutput() -> [UInt8] {
        outbox.takeOutput()
    }

    /// Whether more input may be given now; when not, stop reading and nothing is lost.
    public var wantsInput: Bool {
        !isClosing && held == nil && barrier == nil && outbox.hasRoom
    }

    /// Whether nothing more will come: every reply is made and was taken.
    public var isFinished: Bool {
        isClosing && outbox.isIdle && !outbox.hasOutput
    }

    /// Begins commands until one must wait or there is none.
    private func progress() {
        while !isClosing {
            if let open = barrier {
                if outbox.isOpen(open.ticket) { return }
                barrier = nil
                land(open.landing)
                continue
            }
            guard let line = held ?? nextLine() else { return }
            held = perform(line) ? nil : line
            if held != nil { return }
        }
    }

    private func nextLine() -> LineParser.Line? {
        while let frame = framer.next() {
            switch frame {
            case .line(let octets):
                if let line = raw == nil ? parser.parse(octets) : rawLine(octets) { return line }
            case .http:
                let answer = HTTPSign.answer
                outbox.tell { $0.append(contentsOf: answer.utf8) }
                turnsAway = true
                close()
                return nil
            case .tooLong, .bareCarriageReturn, .nul, .notUTF8, .unfinished:
                return LineParser.Line(tag: nil, command: .failure(parser.refusal(of: frame)))
            }
        }
        return nil
    }

    /// A line in raw mode: a lone dot ends it, two dots at the front stand for one.
    private func rawLine(_ octets: ArraySlice<UInt8>) -> LineParser.Line {
        let dot = UInt8(ascii: ".")
        if octets.first == dot {
            if octets.count == 1 { return LineParser.Line(tag: nil, command: .success(.rawOff)) }
            if octets.dropFirst().first == dot {
                let text = String(decoding: octets.dropFirst(), as: UTF8.self)
                return LineParser.Line(tag: nil, command: .success(.typed(text)))
            }
        }
        let text = String(decoding: octets, as: UTF8.self)
        return LineParser.Line(tag: nil, command: .success(.typed(text)))
    }

    /// Does a line, or leaves everything as it is when the line must wait.
    ///
    /// - Returns: whether it was begun.
    private func perform(_ line: LineParser.Line) -> Bool {
        let style = LineStyle(tag: line.tag, isJSON: isJSON, tellsTurns: tellsTurns)
        switch line.command {
        case .failure(let refusal): return answer(refusal.reply, style)
        case .success(let command):
            do {
                return try perform(command, style)
            } catch {
                return answer(error.reply, style)
            }
        }
    }

    /// Begins no more commands.
    func close() {
        isClosing = true
        watch.remove(nil)
    }

    /// Makes a reply at once.
    func answer(_ reply: LineReply, _ style: LineStyle) -> Bool {
        guard let ticket = outbox.begin(style: style) else { return false }
        outbox.finish(ticket, reply)
        return true
    }

    /// Lets a command begin alone and every later one wait for it.
    func alone(_ style: LineStyle, _ work: (LineOutbox.Ticket, Landing) -> Void) -> Bool {
        guard let ticket = outbox.begin(alone: true, style: style) else { return false }
        let landing = Landing()
        barrier = (ticket, landing)
        work(ticket, landing)
        return true
    }

    /// Answers and begins nothing more; a `WAIT` under way is given up.
    func answerLast(_ reply: LineReply) {
        if let open = barrier, open.landing.claim() {
            outbox.finish(open.ticket, LineReply(.closing, "nothing came; the server is closing"))
        }
        close()
        let style = LineStyle(isJSON: isJSON)
        guard let ticket = outbox.begin(always: true, style: style) else { return }
        outbox.finish(ticket, reply)
    }
}

// SPDX-License-Identifier: Apache-2.0
public import GSM

/// What a desk calls with the outcome: exactly once, at once or later, on any thread.
public typealias DeskReply<Value> = @Sendable (Result<Value, DeskRefusal>) -> Void

/// What the line protocol asks of the place where everything meets.
///
/// A desk knows the ledger, the menus and the clock, which transports do not. A connection begins a
/// desk's work when all its earlier commands are answered, and waits for the outcome; a desk must
/// not block the thread that calls it.
public protocol LineDesk: Sendable {
    /// Makes an emulated phone, or gives an existing one more; the phone is registered with the
    /// handset network before the outcome is told.
    ///
    /// Through `reply` comes the phone's number, or why there is no such phone now.
    func registerPhone(_ request: PhoneRequest, reply: @escaping DeskReply<MSISDN>)

    /// Tells what a subscriber has, as `KES 1,493.00`.
    func balance(of phone: MSISDN, reply: @escaping DeskReply<String>)

    /// Tells lines of the ledger: `last`, `sum`, `check` or nothing, as they were typed.
    func ledger(_ words: [String], reply: @escaping DeskReply<[String]>)

    /// Compiles the menu at a path and puts it into service; running sessions keep theirs.
    ///
    /// Through `reply` comes one line about what is in service now, or
    /// ``DeskRefusal/Kind/findings`` with the diagnostics.
    func load(_ path: String, reply: @escaping DeskReply<String>)

    /// Compiles the menu at a path, or the menus in service, without putting them into service.
    func check(_ path: String?, reply: @escaping DeskReply<String>)

    /// Shows the clock for no words, or moves it for a word such as `+181s` if it can be moved.
    ///
    /// Through `reply` comes the time after that in ISO 8601.
    func clock(_ words: [String], reply: @escaping DeskReply<String>)

    /// Begins a world of its own for the conversation that asks, as a scene wants it; nobody else
    /// sees it, and its clock moves only when it is told.
    ///
    /// - Parameters:
    ///   - settings: `menu`, and perhaps `clock`, `seed`, `network`, `tariff` and `stubs`.
    ///   - reply: gets the world, or why there is none.
    func beginScene(_ settings: [String: String], reply: @escaping DeskReply<LineWorld>)

    /// Plays the transcripts at a path, each in a world of its own, and gives the whole reply.
    func play(_ path: String, reply: @escaping DeskReply<LineReply>)

    /// Lines for `CAPS` about the menus in service and the worlds that can be had.
    var capabilityLines: [String] { get }

    /// Puts everything back to its beginning: phones, sessions, ledger.
    ///
    /// Through `reply` comes one line about what there is now.
    func reset(reply: @escaping DeskReply<String>)

    /// Makes something go wrong, as `drop sms baraka once` says; `clear` asks for no fault any
    /// more, and no words ask what was asked for.
    ///
    /// Through `reply` comes one line about it, and for no words a line for each fault.
    func fault(_ words: [String], reply: @escaping DeskReply<DeskFaults>)

    /// Begins to record what the phones of this gateway do, or ends that.
    ///
    /// Through `reply` comes what was begun, or the transcript; ``DeskRefusal/Kind/underWay`` and
    /// ``DeskRefusal/Kind/notUnderWay`` when there is nothing to begin or to end.
    func record(_ request: RecordRequest, reply: @escaping DeskReply<RecordReply>)
}

/// What a desk says about faults.
public struct DeskFaults: Hashable, Sendable {
    /// One line.
    public let text: String
    /// A line for each fault, with how often it happened.
    public let lines: [String]

    /// Makes it.
    public init(_ text: String, lines: [String] = []) {
        self.text = text
        self.lines = lines
    }
}

extension LineDesk {
    /// Refuses: a desk makes no faults unless it says so.
    public func fault(_ words: [String], reply: @escaping DeskReply<DeskFaults>) {
        reply(
            .failure(DeskRefusal(.notInThisVersion, "No faults are made here. Nothing was done."))
        )
    }

    /// Refuses: a desk records nothing unless it says so.
    public func record(_ request: RecordRequest, reply: @escaping DeskReply<RecordReply>) {
        reply(.failure(DeskRefusal(.notInThisVersion, "nothing can be recorded here")))
    }
}

extension LineDesk {
    /// Refuses: a desk has one world unless it says otherwise.
    public func beginScene(
        _ settings: [String: String],
        reply: @escaping DeskReply<LineWorld>
    ) {
        let text = "There is one world here; nothing was begun. RESET alone puts it back."
        reply(.failure(DeskRefusal(.notInThisVersion, text)))
    }

    /// Refuses: a desk plays no transcripts unless it says otherwise.
    public func play(_ path: String, reply: @escaping DeskReply<LineReply>) {
        let text = "PLAY is not in this version; nothing was done"
        reply(.failure(DeskRefusal(.notInThisVersion, text)))
    }

    /// None.
    public var capabilityLines: [String] { [] }
}

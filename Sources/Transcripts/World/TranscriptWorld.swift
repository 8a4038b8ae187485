// SPDX-License-Identifier: Apache-2.0
public import GSM
public import Gateway
public import MenuLanguage

/// The world of one scene: phones, the gateway they dial, the services behind it, and the ledger.
///
/// What stands in a process of its own is an ``EmulatedWorld``; a gateway elsewhere is one too.
///
/// A world is used by one player at a time and time stands still in it except in
/// ``advance(to:)``. Its services answer before the gateway returns unless a fault makes them slow:
/// nothing finishes by itself on another thread.
public protocol TranscriptWorld: AnyObject {
    /// Begins a session by a dialled string such as `*789#`; one that is open is released first.
    ///
    /// - Parameters:
    ///   - string: as dialled.
    ///   - phone: who dials.
    ///   - now: when.
    ///   - reply: called once, before this returns or while time advances.
    func dial(
        _ string: String,
        from phone: MSISDN,
        at now: Instant,
        reply: @escaping @Sendable (Answer) -> Void
    )
    /// Answers the screen that a phone shows.
    ///
    /// - Parameters:
    ///   - input: as typed.
    ///   - phone: who answers.
    ///   - turn: the key of the answer that is answered; the same key again is the same turn.
    ///   - now: when.
    ///   - reply: called once, before this returns or while time advances.
    func answer(
        _ input: String,
        from phone: MSISDN,
        turn: TurnKey?,
        at now: Instant,
        reply: @escaping @Sendable (Answer) -> Void
    )
    /// Ends the phone's session because its subscriber hangs up; false when none was open.
    @discardableResult
    func hangUp(_ phone: MSISDN, at now: Instant) -> Bool
    /// The language of the phone's open session, empty where it is not known; nil when none is
    /// open.
    func sessionLanguage(of phone: MSISDN) -> String?
    /// Sends an SMS from a phone to a service or a number.
    func send(_ text: String, from phone: MSISDN, to address: String, at now: Instant)
    /// What a phone has received; nil when there is no such phone.
    func inbox(of phone: MSISDN) -> Handset.Inbox?
    /// The languages that a menu speaks, the written one first; empty when that is not known.
    func languages(ofMenu name: String) -> [String]
    /// Whether a menu speaks a language that serves a code, as `pt` serves `pt-BR`.
    func speaks(_ code: String, menu name: String) -> Bool
    /// Keeps the language that a subscriber chose.
    func keep(language code: String, of phone: MSISDN, at now: Instant)
    /// The balance of a phone's wallet or of an account such as `income:fees`; nil if unknown.
    ///
    /// Credits count as positive for wallets, floats and income.
    func balance(of name: String) -> LedgerMoney?
    /// The newest linked group of transfers, net by account; empty when nothing was posted.
    func lastPosting() -> [PostingLine]
    /// The broken invariants in plain words; empty when all debits equal all credits.
    func audit() -> [String]
    /// Arranges that something goes wrong.
    ///
    /// - Returns: what names the fault among ``armedFaults``; nil when this world makes none, or
    ///   not so many.
    @discardableResult
    func arm(_ fault: InjectedFault) -> Int?
    /// The faults that were arranged, with how often each happened.
    var armedFaults: [ArmedFault] { get }
    /// Takes the answers to turns of a phone that were delivered twice and answered differently.
    func takeComplaints(of phone: MSISDN) -> [FaultBook.Complaint]
    /// Moves services and gateway to an instant, doing what falls due in between in time order.
    func advance(to instant: Instant)
    /// When something happens next by itself, in the services or in the gateway; nil if never.
    func nextDeadline() -> Instant?
    /// Has the process of gateway and services die, and starts one anew on the same ledger.
    ///
    /// Sessions, turns without an answer and all that was not committed are gone; phones keep what
    /// they show and their messages. A message that was committed and not delivered comes now.
    func restart(at now: Instant)
    /// What the phones' dialogues visited since this was last asked, in order; empty in a world
    /// that keeps no record.
    func takeVisits() -> [CoverageKey]
    /// The newest postings as ``lastPosting()`` says them, the newest first.
    func postings(newest count: Int) -> [[PostingLine]]
    /// Where a state of a menu is written, as `Menus/mavuno/send.menu, line 12`; nil where that is
    /// not known.
    func place(ofState state: String, menu: String) -> String?
    /// Whether time passes at once when it is advanced, so that more of it than the scene asks for
    /// can be looked at.
    var isTimeFree: Bool { get }
    /// Why the world cannot go on, in a sentence, such as that the gateway has hung up; nil while
    /// it can. From then on every answer is the emptiest there is.
    var trouble: String? { get }
}

extension TranscriptWorld {
    /// Nothing: a world keeps no record unless it says so.
    public func takeVisits() -> [CoverageKey] { [] }
    /// Nil: a world makes no faults unless it says so.
    @discardableResult
    public func arm(_ fault: InjectedFault) -> Int? { nil }
    /// None.
    public var armedFaults: [ArmedFault] { [] }
    /// None.
    public func takeComplaints(of phone: MSISDN) -> [FaultBook.Complaint] { [] }
    /// Nothing: a world that cannot be restarted arranges no fault that asks for it.
    public func restart(at now: Instant) {}

    /// The last one alone, if there is one.
    public func postings(newest count: Int) -> [[PostingLine]] {
        let last = lastPosting()
        return last.isEmpty || count < 1 ? [] : [last]
    }

    /// Nil: a world need not know its menus' files.
    public func place(ofState state: String, menu: String) -> String? { nil }

    /// True: time is only counted in this process.
    public var isTimeFree: Bool { true }

    /// None: what stands in this process can always go on.
    public var trouble: String? { nil }
}

/// Makes a fresh world for a transcript; worlds share nothing.
public protocol WorldBuilding: Sendable {
    /// What the worlds can do; a scene that requires more is skipped.
    var features: Set<WorldFeature> { get }
    /// Makes the world that a header describes, or says why that cannot be.
    func build(_ setup: WorldSetup) -> Result<any TranscriptWorld, WorldFailure>

    /// Takes leave of a world whose scene was played to its end, for whoever keeps count.
    ///
    /// - Parameters:
    ///   - world: A world that ``build(_:)`` made, as the scene left it.
    ///   - scene: The scene that was played in it.
    ///   - passed: Whether all went as written.
    func ended(_ world: any TranscriptWorld, of scene: Transcript, passed: Bool)
    /// Why a transcript is not played in its worlds, in a sentence; nil when it is.
    func unfitness(of transcript: Transcript) -> String?
}

extension WorldBuilding {
    /// Nothing: a builder keeps no count unless it says so.
    public func ended(_ world: any TranscriptWorld, of scene: Transcript, passed: Bool) {}

    /// The first of the needs of its steps that is not a feature.
    public func unfitness(of transcript: Transcript) -> String? {
        let needs = transcript.needs.subtracting(features)
        return WorldFeature.allCases.first(where: needs.contains)?.sentenceOfLack
    }
}

/// Why a scene could not be set up.
public struct WorldFailure: Error, Hashable, Sendable {
    /// What is wrong and what to do, in plain words.
    public let message: String
    /// Whether nothing is wrong with the scene, which cannot be played in these worlds.
    public let isUnfit: Bool

    /// Makes a failure of its message.
    public init(_ message: String, isUnfit: Bool = false) {
        self.message = message
        self.isUnfit = isUnfit
    }
}

/// Money as the ledger counts it: `50700` minor units with 2 digits are `507.00`.
public struct LedgerMoney: Hashable, Sendable {
    /// Minor units, negative for a debit.
    public let minorUnits: Int64
    /// The digits of the currency's minor unit (ISO 4217), 0 to 4.
    public let minorDigits: Int

    /// Makes an amount of its minor units and the digits of the currency.
    public init(minorUnits: Int64, minorDigits: Int) {
        self.minorUnits = minorUnits
        self.minorDigits = minorDigits
    }
}

/// What a group of transfers did to one account.
public struct PostingLine: Hashable, Sendable {
    /// The account as a transcript writes it: `wallet:amina`, `float:neema`, `income:fees`.
    public let account: String
    /// The net change; what the account lost is negative.
    public let amount: LedgerMoney

    /// Makes a line of a posting.
    public init(account: String, amount: LedgerMoney) {
        self.account = account
        self.amount = amount
    }
}

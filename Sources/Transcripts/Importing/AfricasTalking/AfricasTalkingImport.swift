// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway
public import Patterns
public import SourceText

/// Makes transcripts of the requests that Africa's Talking sent to an application.
///
/// A scene is written as a recording is: numbers by name, references as captures, secrets made up.
/// It is not played, as the application is not here.
public struct AfricasTalkingImport {
    private let log: RequestLog
    private let settings: Settings
    private var numbers: TestNumbers
    private var outcome = ImportOutcome()
    /// The callers by what the log calls them.
    private var callers: [String: MSISDN] = [:]

    /// What is asked of an import.
    public struct Settings: Sendable {
        /// The name of the menu; nil to make one of the service code.
        public var menu: String?
        /// Patterns of screens whose answer is a secret.
        public var secretScreens: [Pattern] = usualSecretScreens
        /// Whether numbers of phones stay as they are.
        public var keepsNumbers = false
        /// Whether all sessions make one scene.
        public var isTogether = false

        /// Makes the settings that hide most.
        public init() {}

        /// The screens that ask for a PIN or a password by that word.
        public static var usualSecretScreens: [Pattern] {
            ["\\b(PIN|password|passcode)\\b"].compactMap { source in
                do { return try Pattern(source, options: .caseless) } catch { return nil }
            }
        }
    }

    /// Reads a log.
    ///
    /// - Parameters:
    ///   - source: the log.
    ///   - settings: what is asked.
    /// - Returns: the scenes, and what is to be known about them.
    public static func read(_ source: SourceFile, _ settings: Settings) -> ImportOutcome {
        var outcome = ImportOutcome()
        guard source.utf8Count <= ImportOutcome.Limits.fileOctetsMax else {
            let most = ImportOutcome.Limits.fileOctetsMax
            outcome.mistakes = [ImportNote(line: 1, "The log has more than \(most) octets.")]
            return outcome
        }
        let log = RequestLogReader(source).log
        guard !log.requests.isEmpty else {
            outcome.notes = log.notes
            outcome.mistakes = [
                ImportNote(
                    line: 1,
                    "There is no request in this log, no line with `sessionId` and `text`."
                )
            ]
            return outcome
        }
        var importer = AfricasTalkingImport(log, settings)
        importer.run()
        return importer.outcome
    }

    private init(_ log: RequestLog, _ settings: Settings) {
        self.log = log
        self.settings = settings
        numbers = TestNumbers(keeps: settings.keepsNumbers)
        outcome.notes = log.notes
    }

    private mutating func run() {
        let sessions = self.sessions()
        for session in sessions { takeCaller(of: session) }
        if settings.isTogether {
            write(sessions, name: "sessions", title: "What the log shows")
        } else {
            for (index, session) in sessions.enumerated() {
                let title = "Session \(index + 1) of \(session.serviceCode), as logged"
                write([session], name: "session-\(index + 1)", title: title)
            }
        }
        if settings.menu == nil, let first = sessions.first {
            note(
                first.line,
                "No menu was named, so that a name was made of the service code. Say --menu NAME."
            )
        }
        outcome.sortNotes()
    }

    private mutating func note(_ line: Int, _ sentence: String) {
        outcome.notes.append(ImportNote(line: line, sentence))
    }

    /// The requests by session, in the order in which the sessions begin.
    private mutating func sessions() -> [LoggedSession] {
        let known = log.requests.first { ImportedText.isDial($0.serviceCode) }?.serviceCode
        var places: [String: Int] = [:]
        var sessions: [LoggedSession] = []
        for request in log.requests {
            if let place = places[request.session] {
                guard sessions[place].requests.count < ImportOutcome.Limits.stepsMax else {
                    let most = ImportOutcome.Limits.stepsMax
                    note(sessions[place].line, "Only its first \(most) requests are imported.")
                    continue
                }
                sessions[place].requests.append(request)
                continue
            }
            guard sessions.count < ImportOutcome.Limits.sessionsMax else {
                let most = ImportOutcome.Limits.sessionsMax
                note(request.line, "Only the first \(most) sessions are imported.")
                break
            }
            let isDial = ImportedText.isDial(request.serviceCode)
            guard let code = isDial ? request.serviceCode : known else {
                note(request.line, "There is no `serviceCode` such as *384#. It was left out.")
                continue
            }
            if !isDial {
                note(request.line, "There is no `serviceCode` here. That of another line is taken.")
            }
            places[request.session] = sessions.count
            sessions.append(LoggedSession(serviceCode: code, requests: [request]))
        }
        for end in log.ends {
            guard let place = places[end.session] else {
                note(end.line, "No request of this session is in the log. It was left out.")
                continue
            }
            sessions[place].end = end
        }
        return sessions
    }

    /// Gives each caller a number before any other number is met.
    private mutating func takeCaller(of session: LoggedSession) {
        let written = session.phoneNumber
        guard callers[written] == nil else { return }
        let digits = written.filter { $0 != "+" && $0 != " " }
        if let msisdn = MSISDN(e164: "+" + digits) {
            callers[written] = msisdn
            _ = numbers(msisdn)
        } else {
            note(session.line, "There is no number of a phone here. A test number stands for it.")
            callers[written] = TestNumbers.number(UInt64(900 + callers.count), in: .kenya)
        }
    }

    private mutating func write(_ sessions: [LoggedSession], name: String, title: String) {
        let phones = Set(sessions.compactMap { callers[$0.phoneNumber] })
        guard let first = sessions.first, phones.count <= TranscriptLimits.phonesMax else {
            outcome.mistakes = [
                ImportNote(
                    line: 1,
                    "There are more than \(TranscriptLimits.phonesMax) phones for one scene. Leave "
                        + "out --together."
                )
            ]
            return
        }
        var recorder = SceneRecorder(
            title: title,
            menu: settings.menu ?? ImportedText.menuName(dial: first.serviceCode),
            clock: sessions.flatMap(\.requests).compactMap(\.at).min() ?? TranscriptClock.usual,
            secretScreens: settings.secretScreens
        )
        let kept = settings.keepsNumbers ? "PINs in it are" : "Numbers and PINs in it are"
        recorder.remark = "Imported from line \(first.line) of a log. \(kept) made up."
        recorder.tag = "imported"
        var acts: [SessionActs.Act] = []
        for session in sessions {
            guard let caller = callers[session.phoneNumber] else { continue }
            let phone = numbers(caller)
            recorder.declare(PhoneSetup(recorded: "caller", msisdn: phone))
            var made = SessionActs(session, phone: phone, start: recorder.clock)
            made.replaceNumbers { numbers.replacing(in: $0, home: caller) }
            acts += made.acts
            outcome.notes += made.notes
        }
        let ordered = acts.enumerated().sorted {
            ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
        }.map(\.element)
        for act in ordered {
            if act.isSecret { recorder.secretEvents.insert(recorder.events.count) }
            recorder.take(act.event)
        }
        let scene = recorder.written(playedIn: nil)
        for problem in scene.problems { note(first.line, problem) }
        outcome.scenes.append(
            ImportedScene(
                name: name,
                text: scene.text,
                line: first.line,
                stepCount: scene.stepCount
            )
        )
    }
}

/// The requests of one session, and the notification at its end.
struct LoggedSession {
    let serviceCode: String
    var requests: [RequestLog.Request]
    var end: RequestLog.End?

    /// The line at which it begins.
    var line: Int { requests.map(\.line).min() ?? 1 }

    /// The caller as the log writes it.
    var phoneNumber: String { requests.lazy.map(\.phoneNumber).first { !$0.isEmpty } ?? "" }
}

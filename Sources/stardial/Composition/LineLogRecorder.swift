// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import MobileMoney
import Patterns
import Transcripts
import Transports

/// Makes a recording of a captured dialogue of the line protocol.
struct LineLogRecorder {
    private(set) var recorder: SceneRecorder
    private let country: Country
    private let demo: [DemoPhone]
    private var numbers: [String: MSISDN] = [:]
    private var now: Instant
    private var nextNumber: UInt64 = 900

    /// Reads a dialogue.
    ///
    /// - Parameters:
    ///   - log: what the dialogue shows.
    ///   - shelf: the menus in which it is played.
    ///   - title: what the scene shows.
    ///   - stubs: the file that answers for declared services, or nil.
    ///   - tariff: the tariff's name, or nil.
    init(
        _ log: [LineLog.Entry],
        shelf: MenuShelf,
        title: String,
        stubs: String?,
        tariff: String?
    ) {
        let times = log.lazy.compactMap { entry in
            if case .message(_, _, let at?, _) = entry { TranscriptClock.instant(at) } else { nil }
        }
        now = times.first ?? TranscriptClock.usual
        recorder = SceneRecorder(
            title: title,
            menu: (shelf.programs ?? []).first?.name ?? "",
            clock: now
        )
        (recorder.stubs, recorder.tariff) = (stubs, tariff)
        country = shelf.tariff?.country ?? .kenya
        demo = DemoPhone.all(in: country)
        for entry in log { take(entry) }
    }

    /// Adds patterns for screens that ask for a secret.
    mutating func addSecretScreens(_ sources: [String]) throws {
        for source in sources {
            recorder.secretScreens.append(try Pattern(source, options: SecretScreens.options))
        }
    }

    private mutating func take(_ entry: LineLog.Entry) {
        switch entry {
        case .phone(let request, let number): declare(request, number)
        case .typed(let phone, let text): add(phone, .typed(text))
        case .answered(let phone, let code, let words, let text):
            guard let screen = Self.screen(code, words, text) else { return }
            add(phone, .shown(screen))
        case .hungUp(let phone): add(phone, .hungUp)
        case .sent(let phone, let to, let text):
            add(phone, .sent(to: number(of: to)?.e164 ?? to, text: text))
        case .message(let phone, let from, _, let text):
            add(phone, .received(from: from, text: text))
        case .clock(let word):
            now = now.adding(milliseconds: EmulatorClock.milliseconds(word) ?? 0)
        }
    }

    private mutating func add(_ phone: String, _ what: RecordedEvent.What) {
        guard let msisdn = number(of: phone) ?? declare(PhoneRequest(name: phone), nil) else {
            return
        }
        recorder.take(RecordedEvent(phone: msisdn, at: now, what))
    }

    private func number(of name: String) -> MSISDN? { numbers[name.lowercased()] }

    /// The screen that a reply shows; nil for what never reached a menu.
    private static func screen(
        _ code: LineCode,
        _ words: String,
        _ text: String
    ) -> RecordedScreen? {
        // `amina idle-timeout; Time is over.`: the sentence is what the phone shows.
        let sentence = words.split(separator: ";", maxSplits: 1).last.map {
            String($0.drop { $0 == " " })
        }
        switch code {
        case .screen:
            return RecordedScreen(
                text: text,
                ending: nil,
                asksSecret: words.hasSuffix("secret=yes")
            )
        case .lastScreen: return RecordedScreen(text: text, ending: .end)
        case .released:
            let ending: Expectation.Ending = words.contains("timeout;") ? .timeout : .abort
            return RecordedScreen(text: sentence ?? "", ending: ending)
        case .noSession:
            return RecordedScreen(text: ReleaseCause.noSession.text, ending: .abort)
        case .noMenu, .tooMany, .closing:
            let shown = words.drop { $0 != " " }.drop { $0 == " " }
            return RecordedScreen(text: String(shown), ending: .abort)
        default: return nil
        }
    }

    /// Declares a phone with what `PHONE` gave it, or with what it has where this program starts.
    @discardableResult
    private mutating func declare(_ request: PhoneRequest, _ shown: MSISDN?) -> MSISDN? {
        let demo = demo.first { $0.handset == request.name.lowercased() }
        if let known = number(of: request.name) { return known }
        nextNumber += 1
        guard
            let msisdn = shown ?? request.msisdn ?? demo?.opening.msisdn
                ?? DemoPhone.demoNumber(nextNumber, in: country)
        else { return nil }
        numbers[request.name.lowercased()] = msisdn
        var settings = request.settings
        let language = settings.removeValue(forKey: "lang")
        if settings.isEmpty, let demo, demo.opening.msisdn == msisdn {
            settings = demo.settings
        } else if settings.isEmpty {
            settings["wallet"] = "no"
        }
        let pin = settings.removeValue(forKey: "pin")
        let balance = settings.removeValue(forKey: "balance") ?? "0"
        recorder.declare(
            PhoneSetup(
                recorded: request.name,
                msisdn: msisdn,
                pin: pin,
                language: language,
                balance: balance,
                extras: settings
            )
        )
        return msisdn
    }
}

extension DemoPhone {
    /// The phone as `PHONE` would make it.
    fileprivate var settings: [String: String] {
        func written(_ minorUnits: Int64) -> String {
            LedgerMoney(minorUnits: minorUnits, minorDigits: 2).written
        }
        var settings = ["pin": pin, "balance": written(opening.openingBalance)]
        if let agent = opening.agent {
            settings["till"] = agent.till
            settings["business"] = agent.businessName
            settings["float"] = written(agent.float)
        }
        return settings
    }
}

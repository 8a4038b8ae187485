// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Foundation
import GSM
import Gateway
import Ledger
import MobileMoney
import Patterns
import Transcripts
import Transports

/// `RECORD`: what the phones of this gateway do, as a transcript.
extension EmulatorDesk {
    func record(_ request: RecordRequest, reply: @escaping DeskReply<RecordReply>) {
        aside {
            switch request {
            case .start(let title): reply(self.startRecording(title))
            case .secret(let pattern): reply(self.addSecret(pattern))
            case .stop: reply(self.stopRecording())
            }
        }
    }

    /// Gives up what is recorded, because what it begins with is gone.
    func dropRecording() {
        emulator.gateway.setWitness(nil)
        _ = recording.end()
    }

    /// A reply that tells the recording of the phone before it is passed on.
    func recorded(_ name: String, _ reply: @escaping DeskReply<MSISDN>) -> DeskReply<MSISDN> {
        { result in
            if case .success(let msisdn) = result, self.recording.isUnderWay {
                self.recording.declare(self.setup(name, msisdn))
            }
            reply(result)
        }
    }

    private func startRecording(_ title: String) -> Result<RecordReply, DeskRefusal> {
        var recorder = SceneRecorder(
            title: title,
            menu: emulator.gateway.menus.first?.name ?? "",
            clock: clock.now()
        )
        (recorder.tariff, recorder.stubs) = (tariffName, stubs)
        let handsets = emulator.handsets.all
        for handset in handsets.prefix(TranscriptLimits.phonesMax) {
            recorder.declare(setup(handset.name, handset.msisdn))
        }
        let midway = handsets.map(\.msisdn).filter { emulator.gateway.session(of: $0) != nil }
        guard recording.begin(recorder, midway: Set(midway)) else {
            return .failure(
                DeskRefusal(.underWay, "something is recorded already; say RECORD STOP first")
            )
        }
        let began = clock.now()
        emulator.gateway.setWitness { [weak self] in self?.note($0) }
        let subscription = emulator.handsets.subscribe { [weak self] event in
            self?.note(event, since: began)
        }
        guard subscription.isAccepted else {
            dropRecording()
            return .failure(
                DeskRefusal(.tooMany, "nothing is recorded; too many connections watch already")
            )
        }
        recording.keep(subscription)
        return .success(.started("recording every phone; RECORD STOP ends it"))
    }

    private func addSecret(_ source: String) -> Result<RecordReply, DeskRefusal> {
        do throws(PatternError) {
            guard recording.add(secretScreen: try Pattern(source, options: SecretScreens.options))
            else { return .failure(Self.nothingRecorded) }
            return .success(.started("what answers such a screen is a secret"))
        } catch {
            return .failure(DeskRefusal(.malformed, "nothing was done; \(error)"))
        }
    }

    private static let nothingRecorded = DeskRefusal(
        .notUnderWay,
        "nothing is recorded; say RECORD START first"
    )

    private func stopRecording() -> Result<RecordReply, DeskRefusal> {
        if recording.isUnderWay { letMessagesArrive() }
        emulator.gateway.setWitness(nil)
        guard var recorder = recording.end() else {
            return .failure(Self.nothingRecorded)
        }
        for phone in recorder.phones {
            guard let opening = emulator.wallet?.currentOpening(of: phone.msisdn) else { continue }
            recorder.balances[phone.msisdn] = money(opening.openingBalance)
        }
        let scene = recorder.written(playedIn: worlds)
        return .success(.transcript(RecordedWords.sentence(about: scene), text: scene.text))
    }

    /// The worlds in which a scene of this gateway's menus is played.
    private var worlds: SceneBuilder {
        let names = emulator.gateway.menus.map { ($0.name, menuPath) }
        return SceneBuilder(
            folder: menuPath.parentFolder,
            paths: Dictionary(names) { first, _ in first }
        )
    }

    /// Waits until no message is on its way that was committed.
    private func letMessagesArrive() {
        for _ in 0..<Self.arrivalLooksMax {
            let waiting = try? emulator.store.undeliveredMessages(limit: 1)
            guard waiting?.isEmpty == false else { return }
            Thread.sleep(forTimeInterval: 0.01)
        }
    }

    /// How often it is looked whether messages arrived, ten milliseconds apart.
    private static let arrivalLooksMax = 200
}

extension EmulatorDesk {
    private func note(_ act: PhoneAct) {
        let event: RecordedEvent
        switch act {
        case .typed(let phone, let text, let at):
            event = RecordedEvent(phone: phone, at: at, .typed(text))
        case .answered(let phone, let answer):
            event = RecordedEvent(phone: phone, at: clock.now(), .shown(RecordedScreen(answer)))
        case .hungUp(let phone, let at): event = RecordedEvent(phone: phone, at: at, .hungUp)
        case .sent(let message):
            guard let phone = message.sender else { return }
            event = RecordedEvent(
                phone: phone,
                at: message.at,
                .sent(to: message.to, text: message.text)
            )
        }
        take(event)
    }

    private func note(_ told: HandsetEvent, since began: Instant) {
        switch told.event {
        case .message(let message):
            // What a phone finds again when it is made was sent before.
            guard message.at >= began else { return }
            let what = RecordedEvent.What.received(from: message.from, text: message.text)
            take(RecordedEvent(phone: told.msisdn, at: clock.now(), what))
        case .released(_, let cause):
            guard [.idleTimeout, .sessionTimeout].contains(cause) else { return }
            take(RecordedEvent(phone: told.msisdn, at: clock.now(), .released(cause)))
        case .screen: return
        }
    }

    /// Records an event; what is known of strangers in it is looked up before it does anything.
    private func take(_ event: RecordedEvent) {
        for stranger in recording.strangers(in: event) {
            let name = emulator.handsets.handset(with: stranger)?.name ?? recording.strangerName
            recording.declare(setup(name, stranger))
        }
        if case .typed(let text) = event.what { declareAgents(in: text) }
        if case .sent(_, let text) = event.what { declareAgents(in: text) }
        recording.take(event)
    }

    /// Declares the agents whose numbers are typed, who may have no phone here.
    private func declareAgents(in text: String) {
        for word in text.split(whereSeparator: { !$0.isNumber }) where 1...6 ~= word.utf8.count {
            guard let agent = emulator.wallet?.currentOpening(till: String(word)) else { continue }
            let name = emulator.handsets.handset(with: agent.msisdn)?.name
            recording.declare(setup(name ?? recording.strangerName, agent.msisdn))
        }
    }

    /// A phone as a header declares it: what its wallet has now, and never its PIN.
    private func setup(_ name: String, _ msisdn: MSISDN) -> PhoneSetup {
        let language = emulator.gateway.language(of: msisdn)
        guard let opening = emulator.wallet?.currentOpening(of: msisdn) else {
            let extras = emulator.wallet == nil ? [:] : ["wallet": "no"]
            return PhoneSetup(recorded: name, msisdn: msisdn, language: language, extras: extras)
        }
        var extras: [String: String] = [:]
        let usual = name.prefix(1).uppercased() + name.dropFirst()
        if opening.name != usual { extras["name"] = opening.name }
        if opening.level != 1 { extras["level"] = String(opening.level) }
        if let savings = opening.savings { extras["savings"] = money(savings).written }
        if let agent = opening.agent {
            extras["till"] = agent.till
            extras["business"] = agent.businessName
            extras["float"] = money(agent.float).written
        }
        if opening.standing != .usual { extras["state"] = opening.standing.rawValue }
        return PhoneSetup(
            recorded: name,
            msisdn: msisdn,
            language: language,
            balance: money(opening.openingBalance).written,
            extras: extras
        )
    }

    private func money(_ minorUnits: Int64) -> LedgerMoney {
        LedgerMoney(minorUnits: minorUnits, minorDigits: tariff?.currency.minorDigits ?? 2)
    }
}

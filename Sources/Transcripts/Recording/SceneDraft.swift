// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway

/// A recording written as a scene, its PINs taken to be what was guessed.
struct SceneDraft {
    let header: TranscriptHeader
    private(set) var phases: [WrittenPhase] = []
    /// What could not be written, in sentences.
    private(set) var problems: [String] = []

    private let recorder: SceneRecorder
    private let secrets: RecordedSecrets
    /// The PIN with which each phone begins.
    private let opening: [MSISDN: String]
    private let pins: InventedPINs
    private let numbers: NumberNames
    private var holes = LineHoles()
    private var time: SceneTime
    /// Where the answer to what a phone typed goes: its phase and its step.
    private var waiting: [MSISDN: (phase: Int, step: Int)] = [:]
    /// Phones whose sessions ran out and that know it; what they type then answers no screen.
    private var timedOut: Set<MSISDN> = []
    /// Which expected lines, counted from the first of the scene, have their times as patterns.
    private let loose: Set<Int>

    init(
        _ recorder: SceneRecorder,
        guess: [MSISDN: String],
        loose: Set<Int>,
        generated: Set<String>
    ) {
        let secrets = RecordedSecrets(recorder)
        let recorder = Self.declaringAll(recorder)
        var opening = guess
        for phone in recorder.phones { if let pin = phone.pin { opening[phone.msisdn] = pin } }
        let all =
            recorder.phones.compactMap { opening[$0.msisdn] }
            + secrets.typed.sorted { $0.key < $1.key }.map(\.value)
        pins = InventedPINs(all, phones: recorder.phones.map(\.msisdn))
        header = Self.header(recorder, opening, pins)
        numbers = NumberNames(header.phones, home: nil)
        holes.numbersCodes = true
        holes.generated = generated
        time = SceneTime(recorder.clock)
        (self.recorder, self.secrets, self.opening) = (recorder, secrets, opening)
        self.loose = loose
        for index in Self.order(recorder.events) { add(recorder.events[index], index) }
        loosen()
        check()
    }

    /// The places of the events in the order of the file: an answer stands under what it answers,
    /// also when messages came before it.
    private static func order(_ events: [RecordedEvent]) -> [Int] {
        var answers: [Int: Int] = [:]
        var open: [MSISDN: Int] = [:]
        for (index, event) in events.enumerated() {
            switch event.what {
            case .typed: open[event.phone] = index
            case .shown:
                if let typed = open.removeValue(forKey: event.phone) { answers[typed] = index }
            case .hungUp, .released, .sent, .received: break
            }
        }
        return events.indices.flatMap { index -> [Int] in
            switch events[index].what {
            case .typed: [index] + (answers[index].map { [$0] } ?? [])
            case .shown: []
            case .hungUp, .released, .sent, .received: [index]
            }
        }
    }

    /// The text of the file.
    func text(inFolder folder: String, expectedFailure: String? = nil) -> String {
        var header = header
        header.expectedFailure = expectedFailure
        header.stubs = header.stubs.map { RelativePath.path($0, from: folder) }
        let text = TranscriptWriter.text(header, phases)
        return "ussd/1\n# \(recorder.remark)\n" + text.dropFirst(7)
    }

    /// Every number that acts or is typed has a phone, if need be one without a wallet.
    private static func declaringAll(_ recorder: SceneRecorder) -> SceneRecorder {
        var recorder = recorder
        for event in recorder.events {
            for msisdn in recorder.strangers(in: event) {
                recorder.declare(
                    PhoneSetup(
                        recorded: recorder.strangerName,
                        msisdn: msisdn,
                        extras: ["wallet": "no"]
                    )
                )
            }
        }
        return recorder
    }

    private static func header(
        _ recorder: SceneRecorder,
        _ opening: [MSISDN: String],
        _ pins: InventedPINs
    ) -> TranscriptHeader {
        var header = TranscriptHeader()
        let used = recorder.events.lazy.compactMap { event in
            if case .shown(let screen) = event.what, !screen.menu.isEmpty {
                screen.menu
            } else {
                nil
            }
        }
        header.menu = used.first ?? recorder.menu
        (header.network, header.tariff) = (recorder.network, recorder.tariff)
        (header.clock, header.seed, header.stubs) = (recorder.clock, recorder.seed, recorder.stubs)
        header.tags = [recorder.tag]
        let names = NumberNames(recorder.phones, home: nil)
        let typed = recorder.events.map(\.typedText)
        header.phones = recorder.phones.filter { phone in
            recorder.events.contains { $0.phone == phone.msisdn }
                || typed.contains { names.numbers(in: $0).contains { $0.msisdn == phone.msisdn } }
                || phone.extras["till"].map { till in typed.contains { $0.contains(till) } }
                    ?? false
        }.map { phone in
            var phone = phone
            let hasWallet = phone.extras["wallet"] != "no"
            phone.pin = opening[phone.msisdn].map { pins($0) } ?? (hasWallet ? pins.fresh : nil)
            return phone
        }
        let title = recorder.title.filter { !$0.isNewline }.prefix(
            SceneRecorder.Limits.titleCharactersMax
        )
        let safe = names.numbers(in: String(title)).isEmpty ? pins.masking(String(title)) : ""
        let first = header.phones.first?.displayName ?? "Nobody"
        let trimmed = String(safe.drop { $0 == " " })
        header.title = trimmed.isEmpty ? "\(first), as recorded" : trimmed
        return header
    }

    private func name(of msisdn: MSISDN) -> String? {
        header.phones.first { $0.msisdn == msisdn }?.name
    }
}

extension SceneDraft {
    private mutating func add(_ event: RecordedEvent, _ index: Int) {
        guard let name = name(of: event.phone) else { return }
        switch event.what {
        case .typed(let text):
            let isDial = Stage.isDialled(text)
            pause(time.act(event.phone, at: event.at, begins: isDial))
            if timedOut.remove(event.phone) != nil, !isDial {
                append(.press(phone: name, .hangUp))
            }
            if isDial { begin("\(displayName(event.phone)) dials") }
            append(.press(phone: name, input(text, event.phone, index)))
            waiting[event.phone] = (phases.count - 1, phases[phases.count - 1].steps.count - 1)
        case .shown(let screen):
            time.answer(event.phone, at: event.at, isOver: screen.ending != nil)
            guard let place = waiting.removeValue(forKey: event.phone) else { return }
            phases[place.phase].steps[place.step].expectations =
                expectations(screen.text) + ending(screen.ending)
        case .hungUp:
            pause(time.act(event.phone, at: event.at, begins: false))
            time.end(event.phone)
            append(.press(phone: name, .hangUp), ending(.hangup))
        case .released(let cause):
            guard let wait = time.timeOut(event.phone, cause, at: event.at) else { return }
            append(.wait(milliseconds: wait))
            append(.check(.session(phone: name, isOpen: false)))
            timedOut.insert(event.phone)
        case .sent(let to, let text):
            pause(time.act(event.phone, at: event.at, begins: false))
            time.end(event.phone)
            if secrets.typed[index] == nil {
                begin("\(displayName(event.phone)) sends an SMS")
            }
            append(.send(phone: name, message(to, text, event.phone, index)))
        case .received(let from, let text):
            let (wait, within) = time.message(at: event.at)
            pause(wait)
            let sender = numbers.numbers(in: from).first.flatMap { self.name(of: $0.msisdn) }
            append(
                .receive(phone: name, from: sender ?? from, withinMilliseconds: within),
                expectations(text)
            )
        }
    }

    private func displayName(_ phone: MSISDN) -> String {
        header.phones.first { $0.msisdn == phone }?.displayName ?? "Somebody"
    }

    private mutating func begin(_ title: String) {
        phases.append(WrittenPhase(title: title, steps: []))
    }

    private mutating func append(
        _ action: TranscriptStep.Action,
        _ expectations: [Expectation] = []
    ) {
        if phases.isEmpty { begin("") }
        var step = TranscriptStep(line: 0, action: action)
        step.expectations = expectations
        phases[phases.count - 1].steps.append(step)
    }

    private mutating func pause(_ milliseconds: Int64?) {
        if let milliseconds { append(.wait(milliseconds: milliseconds)) }
    }

    private func ending(_ ending: Expectation.Ending?) -> [Expectation] {
        ending.map { [Expectation(line: 0, kind: .ending($0), language: nil)] } ?? []
    }

    private mutating func expectations(_ text: String) -> [Expectation] {
        TextLines.of(text).map { line in
            let pieces = holes.template(pins.masking(line, isShown: true)).pieces.flatMap { piece in
                guard case .text(let text) = piece else { return [piece] }
                return numbers.pieces(of: text, isShown: true).flatMap(\.escaped)
            }
            let template = Template(LineHoles.joined(pieces))
            return Expectation(line: 0, kind: .text(template), language: nil)
        }
    }

    private mutating func input(
        _ text: String,
        _ phone: MSISDN,
        _ index: Int
    ) -> TranscriptStep.Input {
        if text.isEmpty { return .empty }
        if let secret = secrets.typed[index] {
            return .text(Template([self.secret(secret, phone)]))
        }
        let isSayable = !text.contains("{{") && !(text.hasPrefix("<") && text.hasSuffix(">"))
        if !isSayable || text.contains(where: \.isNewline) {
            problems.append("What \(displayName(phone)) typed cannot be written in a transcript.")
            return .empty
        }
        return .text(Template(typed(text)))
    }

    private mutating func message(
        _ to: String,
        _ text: String,
        _ phone: MSISDN,
        _ index: Int
    ) -> Template {
        let receiver = numbers.numbers(in: to).first.flatMap { name(of: $0.msisdn) } ?? to
        var body: [Template.Piece]
        if let secret = secrets.typed[index], let head = secrets.heads[index] {
            body = typed(head) + [self.secret(secret, phone)]
        } else {
            body = typed(text)
        }
        if text.contains("{{") || text.contains(where: \.isNewline) {
            problems.append("A message that \(displayName(phone)) sent cannot be written.")
            body = [.text("?")]
        }
        return Template(LineHoles.joined([.text(receiver + " ")] + body))
    }

    /// A PIN by name where it is the phone's own, else the one that was made up for it.
    private func secret(_ typed: String, _ phone: MSISDN) -> Template.Piece {
        if opening[phone] == typed, let name = name(of: phone) { return .value("\(name).pin") }
        return .text(pins(typed))
    }

    /// What a phone types, with what was generated and numbers by name.
    private func typed(_ text: String) -> [Template.Piece] {
        LineHoles.joined(
            LineHoles.words(pins.masking(text)).map { word in
                holes.name(of: word).map { .value($0) } ?? .text(word)
            }
        ).flatMap { piece in
            guard case .text(let text) = piece else { return [piece] }
            return numbers.pieces(of: text, isShown: false)
        }
    }

    /// Makes patterns of the times in the lines that differ from run to run.
    private mutating func loosen() {
        var ordinal = 0
        for phase in phases.indices {
            for step in phases[phase].steps.indices {
                for line in phases[phase].steps[step].expectations.indices {
                    defer { ordinal += 1 }
                    let expectation = phases[phase].steps[step].expectations[line]
                    guard loose.contains(ordinal), case .text(let template) = expectation.kind
                    else { continue }
                    phases[phase].steps[step].expectations[line] = Expectation(
                        line: 0,
                        kind: .text(Template(template.pieces.flatMap(\.withoutTimes))),
                        language: nil
                    )
                }
            }
        }
    }

    /// What is on the wallets at the end, and that the ledger is whole.
    private mutating func check() {
        let known = header.phones.compactMap { phone in
            recorder.balances[phone.msisdn].flatMap { money in
                DecimalText(money.written).map { TranscriptStep.Check.balance(of: phone.name, $0) }
            }
        }
        guard !known.isEmpty else { return }
        begin("What is on the wallets")
        for check in known + [.ledgerSum] { append(.check(check)) }
    }
}

extension RecordedEvent {
    /// What the phone typed or sent; empty for what reached it.
    fileprivate var typedText: String {
        switch what {
        case .typed(let text), .sent(_, let text): text
        case .shown, .hungUp, .released, .received: ""
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import Transcripts

/// A scene that was played, as the frames in which people see it.
struct PlayedScene {
    private(set) var frames: [PlayFrame] = []
    private var now: PlayFrame
    private let header: TranscriptHeader

    /// - Parameters:
    ///   - header: the header of the scene.
    ///   - result: what playing it showed, with its steps.
    init(_ header: TranscriptHeader, _ result: TranscriptResult) {
        self.header = header
        now = PlayFrame(
            title: result.title,
            clock: header.clockText(at: header.clock),
            phones: header.phones.map { PlayFrame.Phone(name: $0.name) }
        )
        var phase: String?
        for (index, step) in result.steps.enumerated() {
            if step.phase != phase {
                phase = step.phase
                now.phase = step.phase
                show(.phase)
            }
            now.step = index + 1
            now.note = ""
            play(step)
        }
    }

    private mutating func show(_ pause: PlayFrame.Pause) {
        now.pause = pause
        frames.append(now)
    }

    private mutating func play(_ step: PlayedStep) {
        let place = now.phones.firstIndex { $0.name == step.phone }
        if step.kind == .dial || step.kind == .answer, let place { type(step, place) }
        now.clock = header.clockText(at: step.at)
        now.isWrong = step.status == .failed
        if let place {
            change(&now.phones[place], step)
        }
        now.note = step.text
        if let typed = step.typed, step.kind == .dial || step.kind == .answer {
            now.note = "\(step.phone ?? "")> \(typed)"
        }
        if let finding = step.findings.first {
            now.note = "line \(finding.line): \(finding.reason)"
        }
        show(Self.pause(step))
    }

    /// What is typed appears key by key on the screen that it answers.
    private mutating func type(_ step: PlayedStep, _ place: Int) {
        let typed = step.typed ?? ""
        now.isWrong = false
        if step.kind == .dial { now.phones[place].screen = [] }
        now.phones[place].status = ""
        for count in 0...typed.count {
            now.phones[place].typed = String(typed.prefix(count))
            show(.key)
        }
    }

    private func change(_ phone: inout PlayFrame.Phone, _ step: PlayedStep) {
        switch step.kind {
        case .dial, .answer:
            phone.typed = nil
            phone.screen = step.shows
            phone.status = Self.status(step.ending)
        case .hangUp:
            phone.typed = nil
            phone.screen = []
            phone.status = Self.status(.hangup)
        case .messageReceived:
            guard !step.shows.isEmpty else { return }
            let words = step.text.split(separator: " ").drop { !$0.hasPrefix("sms<") }.dropFirst()
            phone.message = (String(words.first ?? "SMS"), step.shows)
        case .messageSent, .silence, .clock, .check, .fault: return
        }
    }

    private static func status(_ ending: Expectation.Ending?) -> String {
        switch ending {
        case nil: ""
        case .end: "(the session is over)"
        case .timeout: "(it took too long)"
        case .hangup: "(hung up)"
        case .abort: "(the session broke off)"
        }
    }

    private static func pause(_ step: PlayedStep) -> PlayFrame.Pause {
        switch step.kind {
        case .dial, .answer, .hangUp: .screen
        case .messageReceived: .message
        case .messageSent, .silence, .clock, .check, .fault: .note
        }
    }
}

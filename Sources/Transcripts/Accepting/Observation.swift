// SPDX-License-Identifier: Apache-2.0
import Gateway

/// What one run of a scene showed, as accepting it needs to know it.
struct Observation {
    /// Every step in order.
    var steps: [Step] = []
    /// The messages that no line mentioned, phones in the order of the header.
    var unmentioned: [Message] = []
    /// What was known when all was played.
    var variables = Variables([])

    /// One step.
    struct Step {
        let step: TranscriptStep
        let record: StepRecord
        /// What is expected in the language of the run; anything in place of what needs a value
        /// that was never seen.
        let expected: [Expectation]
        /// What was known before it was played.
        let before: Variables
        /// Whether it was compared, and not only played behind a failure.
        let wasCompared: Bool
        /// How many messages each phone had got when it was done.
        let received: [String: Int]
        /// Who sent the messages of each phone that no step had looked at by then.
        let waiting: [String: [String]]
    }

    /// A message that no line mentioned.
    struct Message {
        let phone: String
        /// The sender as a scene writes it.
        let from: String
        let lines: [String]
        /// The place of the step after which it was there.
        let step: Int
    }
}

extension Stage {
    /// Takes note of a step that was played.
    mutating func observe(_ step: TranscriptStep, _ record: StepRecord, _ before: Variables) {
        guard observation != nil else { return }
        var received: [String: Int] = [:]
        var waiting: [String: [String]] = [:]
        for phone in transcript.header.phones {
            received[phone.name] = world.inbox(of: phone.msisdn)?.received ?? 0
            waiting[phone.name] = unread(of: phone.name).map { writtenSender(of: $0.message) }
        }
        var wasCompared = true
        if case .press(let phone, _) = step.action, record.findings.isEmpty {
            wasCompared = seats[phone]?.failedAt == nil
        }
        let seen = Observation.Step(
            step: step,
            record: record,
            expected: own(step.expectations),
            before: before,
            wasCompared: wasCompared,
            received: received,
            waiting: waiting
        )
        observation?.steps.append(seen)
    }

    /// Takes note of the messages that no step looked at.
    mutating func observeLeftovers() {
        guard var observation else { return }
        observation.variables = variables
        for phone in transcript.header.phones {
            for received in unread(of: phone.name) {
                let step = observation.steps.firstIndex {
                    $0.received[phone.name, default: 0] > received.number
                }
                guard let step else { continue }
                observation.unmentioned.append(
                    Observation.Message(
                        phone: phone.name,
                        from: writtenSender(of: received.message),
                        lines: TextLines.of(received.message.text),
                        step: step
                    )
                )
            }
        }
        self.observation = observation
    }

    /// The sender as a line `sms<` names it: the phone's name, or the address.
    func writtenSender(of message: ShortMessage) -> String {
        guard let phone = message.sender else { return message.from }
        return transcript.header.phones.first { $0.msisdn == phone }?.name ?? message.from
    }
}

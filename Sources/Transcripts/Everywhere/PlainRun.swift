// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway

/// What a scene shows when nothing is cut: what every cut of it is held against.
struct PlainRun: Sendable {
    private(set) var steps: [Step] = []
    let marks: [CommitMark]
    let movements: [Movement]
    let announcements: [Announcement]
    /// How often each announcement reached its phone, by its number.
    let received: [Int64: Int]
    /// The first thing that is not as written; nil when all is.
    let mistake: String?

    /// What one step did.
    struct Step: Hashable, Sendable {
        var line: Int
        var kind: Kind
        /// Whose step it is; nil when no phone does anything.
        var phone: String?
        /// What was dialled, where it led into a menu.
        var dialled: String?
        /// The name of the state that the phone stands at afterwards; empty without a session.
        var state = ""
        /// The commits of the step by their place in the world.
        var commits: Range<Int>
        /// Whether a fault of the scene struck the turn.
        var isStruck = false
        /// Which of the scene's turns it is, counted from 0; nil when nothing was delivered.
        var delivery: Int?
        /// The messages that were handed over in the step.
        var handovers: [Handover] = []
    }

    /// What a step is for a plan.
    enum Kind: Hashable, Sendable {
        /// A turn without a key: a dial, or what is typed without a session.
        case dial
        /// A turn with a key.
        case answer
        case hangUp
        case text
        case other
    }

    /// Plays the scene.
    init(_ opening: SceneOpening) throws(WorldFailure) {
        var (stage, world) = try opening.begin()
        let log = DeliveryLog()
        stage.delivered = { log.deliveries.append($0) }
        var mistake: String?
        for step in opening.steps {
            let begin = (commits: world.commits.count, strikes: world.strikes)
            let handovers = world.handovers.count
            let deliveries = log.deliveries.count
            let record = stage.take(step)
            mistake = mistake ?? record.findings.first.map { "line \($0.line): \($0.reason)" }
            var played = Step(
                line: opening.transcript.ownLine(of: step),
                kind: .other,
                commits: begin.commits..<max(begin.commits, world.commits.count)
            )
            played.handovers = Array(world.handovers.dropFirst(handovers))
            switch step.action {
            case .press(let phone, _):
                let delivery = log.deliveries[deliveries...].first
                played.phone = phone
                played.kind = delivery.map { $0.key == nil ? .dial : .answer } ?? .hangUp
                played.delivery = delivery == nil ? nil : deliveries
                played.isStruck = world.strikes != begin.strikes
                let answer = stage.seats[phone]?.answer
                played.state = answer?.state ?? ""
                if let delivery, Stage.isDialled(delivery.typed),
                    delivery.box.answer?.state.isEmpty != true
                {
                    played.dialled = delivery.typed
                }
            case .send(let phone, _):
                played.phone = phone
                played.kind = .text
            default: break
            }
            steps.append(played)
        }
        self.mistake = mistake ?? stage.leftovers().first
        marks = world.commits
        movements = world.movements()
        announcements = world.announcements()
        received = Dictionary(
            world.receipts().map { ($0.announcement.id, $0.times) }
        ) { first, _ in first }
    }

    /// How many movements there are when so many commits are done.
    func movements(after commits: Int) -> Int {
        commits == 0 ? 0 : marks[min(commits, marks.count) - 1].movements
    }

    /// The number of the newest message when so many commits are done.
    func lastMessage(after commits: Int) -> Int64 {
        commits == 0 ? 0 : marks[min(commits, marks.count) - 1].lastMessage
    }

    /// What moved in a step.
    func moved(in step: Int) -> ArraySlice<Movement> {
        let commits = steps[step].commits
        let first = movements(after: commits.lowerBound)
        return movements[first..<max(first, movements(after: commits.upperBound))]
    }

    /// What a phone dialled last up to a step, where it led into a menu.
    func dialled(by phone: String, upTo step: Int) -> String? {
        let mine = steps.filter { $0.phone == phone }
        let before = steps[...step].last { $0.phone == phone && $0.dialled != nil }
        return before?.dialled ?? mine.compactMap(\.dialled).first
    }
}

/// The turns of a scene in the order they were delivered.
final class DeliveryLog {
    var deliveries: [Delivery] = []
}

extension MortalWorld {
    /// The faults of the scene that strike turns and their answers, as often as each happened; a
    /// service that is only slow strikes none.
    var strikes: [ArmedFault] {
        armedFaults.filter { armed in
            switch armed.fault.kind {
            case .message, .service(.slow, operation: _): false
            case .turn, .service, .kill, .killAtCommit, .killAfterMessage, .jumpClock: true
            }
        }
    }

    /// Whether the scene has a network lose, delay or double short messages.
    var losesMessages: Bool {
        armedFaults.contains { if case .message = $0.fault.kind { true } else { false } }
    }

    /// How often each announcement lies in the inbox of its phone.
    func receipts() -> [(announcement: Announcement, times: Int)] {
        announcements().map { announcement in
            let messages = inbox(of: announcement.to)?.messages ?? []
            return (announcement, messages.count { $0.text == announcement.text })
        }
    }
}

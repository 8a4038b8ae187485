// SPDX-License-Identifier: Apache-2.0
import Gateway
import MenuLanguage

/// What was reached, what was seen there, and what is to be tried next.
struct ExplorationFrontier {
    private(set) var found = Exploration()
    private let menu: ExplorableMenu
    private let maker: MoveMaker
    private let limits: ExplorationLimits
    private var jobs: [ExplorationJob] = []
    private var seen: Set<ExplorationNode.Key> = []
    /// The calls that were made slow, and whose replies were lost.
    private var faulted: Set<String> = []
    /// The outcomes that led back to where the scene was before, and were tried again.
    private var repeated: Set<CoverageKey> = []
    private var droppedPlaces = 0
    private var hasRepeatedPayments = false

    init(menu: ExplorableMenu, phones: [PhoneSetup], limits: ExplorationLimits) {
        self.menu = menu
        self.limits = limits
        maker = MoveMaker(menu: menu, phones: phones)
        var kinds: Set<[String]> = []
        for (index, phone) in phones.enumerated() where kinds.insert(Self.kind(phone)).inserted {
            // Without services all phones are alike.
            guard index == 0 || !menu.calls.isEmpty else { break }
            let node = ExplorationNode(
                actor: index,
                path: [],
                state: "",
                isMessage: false,
                lines: [],
                options: [],
                secrets: [],
                depth: 0,
                sessionStart: 0,
                visited: []
            )
            jobs += maker.entries(of: phone).map { ExplorationJob(node: node, move: $0) }
        }
    }

    /// What makes a phone different for a menu.
    private static func kind(_ phone: PhoneSetup) -> [String] {
        let isPoor = DecimalText(phone.balance).map { $0.units == 0 } ?? true
        return [
            phone.extras["till"] == nil ? "" : "agent", phone.extras["wallet"] ?? "yes",
            isPoor ? "poor" : "", phone.pin == nil ? "no pin" : "", phone.extras["level"] ?? "",
        ]
    }

    /// The jobs of the next round, as many as the budget allows; empty when there are none.
    mutating func nextJobs() -> [ExplorationJob] {
        defer { jobs = [] }
        var left = limits.turnsMax - found.turns
        let taken = jobs.prefix { job in
            left -= job.turns
            return left >= 0
        }
        if taken.count < jobs.count {
            found.endedBy = "The budget of \(limits.turnsMax) turns was spent."
        }
        return Array(taken)
    }

    /// Takes in what a move led to.
    mutating func take(_ result: ExplorationResult, of job: ExplorationJob) {
        found.played += 1
        found.turns += job.turns
        let child = child(of: job, result)
        let news = Set(result.visits).subtracting(found.visited)
        if !news.isEmpty {
            found.visited.formUnion(news)
            let end = ExploredScene.Mark(actions: child.path.count, situation: child.key)
            found.scenes.append(
                ExploredScene(
                    actions: child.path,
                    visited: child.visited,
                    news: news,
                    marks: child.marks + [end]
                )
            )
        }
        addFaults(job, result)
        addRounds(job, result, child)
        guard child.depth < limits.depthMax || child.movesLeft != nil else {
            found.endedBy = found.endedBy ?? "Scenes were not longer than \(limits.depthMax) moves."
            return
        }
        guard child.movesLeft ?? 1 > 0, seen.insert(child.key).inserted else { return }
        if child.state.isEmpty {
            if !child.event.isEmpty { addRedials(child) }
        } else {
            jobs += maker.moves(at: child, found.visited).map {
                ExplorationJob(node: child, move: $0)
            }
            addDrop(child)
        }
    }

    /// The situation that a move led to.
    private func child(of job: ExplorationJob, _ result: ExplorationResult) -> ExplorationNode {
        var node = job.node
        node.marks.append(.init(actions: node.path.count, situation: node.key))
        let wasSecret = isSecret(node.state)
        let before = node.state
        if node.state.isEmpty { node.sessionStart = node.path.count }
        node.path += job.move
        node.depth += 1
        node.movesLeft = node.movesLeft.map { $0 - 1 }
        node.visited.formUnion(result.visits)
        (node.state, node.lines, node.isMessage) = (result.state, result.lines, false)
        node.language = result.language
        if case .send(let phone, _)? = job.move.last {
            let last = result.visits.last { $0.kind.isShown }
            node.isMessage = true
            node.state = last.map { $0.kind == .end ? "" : $0.state } ?? ""
            node.lines = result.messages.last { $0.phone == phone }?.lines ?? []
        }
        let place = menu.places[node.state]
        node.options = (place?.options ?? []).filter { key in
            node.lines.contains { $0.hasPrefix(key + " ") }
        }
        node.isAskedAgain = wasSecret && node.state == before
        let typed = wasSecret ? Self.typed(job.move) : nil
        node.secrets =
            isSecret(node.state) && (node.isAskedAgain || !hasCalled(result))
            ? ((wasSecret ? node.secrets : []) + [typed].compactMap(\.self))
                .suffix(ExplorationLimits.secretsMax) : []
        let event = job.event.isEmpty && node.state.isEmpty && hasPaid(result) ? "paid" : job.event
        if !event.isEmpty, node.state.isEmpty {
            (node.event, node.movesLeft) = (event, ExplorationLimits.movesAfterEventMax)
        }
        return node
    }

    private func isSecret(_ state: String) -> Bool {
        if case .secret? = menu.places[state]?.answer { true } else { false }
    }

    /// Whether a service was called, which is told every secret and none is kept.
    private func hasCalled(_ result: ExplorationResult) -> Bool {
        result.visits.contains { $0.kind == .outcome }
    }

    private func hasPaid(_ result: ExplorationResult) -> Bool {
        result.visits.contains {
            $0.kind == .outcome && $0.key == "ok" && menu.calls[$0.state]?.posts == true
        }
    }

    private static func typed(_ move: MoveMaker.Move) -> Template? {
        for action in move {
            switch action {
            case .press(_, .text(let template)), .send(_, let template): return template
            default: continue
            }
        }
        return nil
    }

    /// Makes each call slow once, and loses the reply of each that moves money.
    private mutating func addFaults(_ job: ExplorationJob, _ result: ExplorationResult) {
        guard job.event.isEmpty, job.node.event.isEmpty else { return }
        let phone = maker.phones[job.node.actor].name
        for visit in result.visits where visit.kind == .outcome && visit.key == "ok" {
            guard let call = menu.calls[visit.state], faulted.insert(visit.state).inserted else {
                continue
            }
            let late = Int64(menu.applicationSeconds + 10) * 1_000
            let slow = TranscriptStep.Action.fault(
                .slow(operation: call.operation, milliseconds: late)
            )
            let move = [slow] + job.move + [.wait(milliseconds: late)]
            jobs.append(ExplorationJob(node: job.node, move: move, event: "slow"))
            guard call.posts, case .press? = job.move.last else { continue }
            let lost = [TranscriptStep.Action.fault(.loseReply(phone: phone))] + job.move
            jobs.append(ExplorationJob(node: job.node, move: lost, event: "lost"))
        }
    }

    /// Does twice more what led back to the same place by an outcome, as three wrong PINs do.
    private mutating func addRounds(
        _ job: ExplorationJob,
        _ result: ExplorationResult,
        _ child: ExplorationNode
    ) {
        guard job.event.isEmpty, !child.state.isEmpty, !child.isMessage,
            let outcome = result.visits.last(where: { $0.kind == .outcome && $0.key != "ok" }),
            let mark = child.marks.last(where: { $0.situation.state == child.state }),
            mark.actions < child.path.count, repeated.insert(outcome).inserted
        else { return }
        let round = Array(child.path[mark.actions...])
        jobs.append(ExplorationJob(node: child, move: round + round))
    }

    /// Lets the session of the first places beyond the beginning run out.
    private mutating func addDrop(_ node: ExplorationNode) {
        guard menu.canResume, node.depth >= 2, !node.isMessage, node.event.isEmpty,
            droppedPlaces < ExplorationLimits.droppedPlacesMax
        else { return }
        droppedPlaces += 1
        let wait = Int64(menu.idleSeconds + 1) * 1_000
        jobs.append(
            ExplorationJob(node: node, move: [.wait(milliseconds: wait)], event: "dropped")
        )
    }

    /// Dials again after something happened; after the first payment also pays until lists page.
    private mutating func addRedials(_ node: ExplorationNode) {
        let phone = maker.phones[node.actor]
        jobs += maker.entries(of: phone, plainOnly: true).map {
            ExplorationJob(node: node, move: $0)
        }
        guard node.event == "paid", !hasRepeatedPayments,
            menu.places.values.contains(where: \.hasList)
        else { return }
        hasRepeatedPayments = true
        let session = Array(node.path[node.sessionStart...])
        let again = [MoveMaker.Move](repeating: session, count: ExplorationLimits.paymentsMax - 1)
        jobs.append(ExplorationJob(node: node, move: Array(again.joined()), event: "many"))
    }
}

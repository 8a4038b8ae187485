// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway
import SourceText

/// What the page needs to know of one run, as values for its template.
struct HTMLScene {
    private let run: ReportedRun
    private let number: Int
    private let phones: [String]
    private let offset: Int64

    init(_ run: ReportedRun, number: Int) {
        self.run = run
        self.number = number
        phones = run.outcome.header.phones.map(\.name)
        offset = Self.offset(of: run.outcome)
    }

    /// The values.
    var values: [String: Any] {
        let header = run.outcome.header
        let phases = phases(run.result?.steps ?? [])
        var why: [String] = []
        if case .skipped(let reason) = run.status { why = [reason] }
        if case .failedAsExpected(let reason) = run.status { why = ["Expected to fail: \(reason)"] }
        let steps = run.result?.stepCount ?? 0
        return [
            "number": number,
            "status": run.status.word,
            "label": run.status == .passed || run.status.isFailure ? run.status.word : label,
            "isFailure": run.status.isFailure,
            "title": run.title,
            "place": TerminalText.oneLine(run.name),
            "message": run.message.isEmpty ? [] : [run.message],
            "why": why.map(TerminalText.oneLine),
            "tags": header.tags.map(TerminalText.oneLine),
            "steps": "\(steps) step\(steps == 1 ? "" : "s")",
            "milliseconds": run.milliseconds.map { [$0.prefix { $0 != "." }] } ?? [],
            "seed": header.seed == 0 ? [] : ["\(header.seed)"],
            "cast": header.phones.enumerated().map { index, phone in
                [
                    "name": phone.name, "number": phone.msisdn.masked,
                    "colour": "\(index % HTMLStyle.colours)",
                ]
            },
            "phases": phases,
            "text": run.result == nil ? [run.text] : [],
            "leftovers": (run.result?.leftovers ?? []).filter { $0 != run.message },
            "notCompared": run.result?.notCompared ?? [],
            "command": "stardial test \(TerminalText.argument(run.file))",
        ]
    }

    /// Steps that stand under one comment, in order.
    private func phases(_ steps: [PlayedStep]) -> [[String: Any]] {
        var groups: [[PlayedStep]] = []
        for step in steps {
            if let last = groups.indices.last, groups[last].last?.phase == step.phase {
                groups[last].append(step)
            } else {
                groups.append([step])
            }
        }
        return groups.map { group in
            let acting = Set(group.compactMap(\.phone))
            let columns = phones.filter(acting.contains)
            return [
                "title": group[0].phase.isEmpty ? [] : [group[0].phase],
                "columns": max(1, columns.count),
                "isStrip": columns.count < 2,
                "runs": runs(group, in: columns),
            ]
        }
    }

    /// Steps of one phone in a row stand together; read row by row, a phase is in its order.
    private func runs(_ group: [PlayedStep], in columns: [String]) -> [[String: Any]] {
        var runs: [(phone: String?, steps: [PlayedStep])] = []
        for step in group {
            if let last = runs.indices.last, runs[last].phone == step.phone {
                runs[last].steps.append(step)
            } else {
                runs.append((step.phone, [step]))
            }
        }
        var (row, column) = (1, 0)
        return runs.map { phone, steps in
            let own = phone.flatMap(columns.firstIndex).map { $0 + 1 }
            if column > 0, (own ?? 0) <= column { row += 1 }
            column = own ?? columns.count + 1
            let place = "grid-row:\(row);grid-column:" + (own.map(String.init) ?? "1/-1")
            return [
                "place": columns.count < 2 ? [] : [place],
                "steps": steps.map {
                    HTMLStep($0, offset: offset, colour: colour($0.phone)).values
                },
            ]
        }
    }

    /// What the page calls a scene that neither passed nor failed.
    private var label: String {
        if case .failedAsExpected = run.status { "expected" } else { run.status.word }
    }

    private func colour(_ phone: String?) -> Int {
        (phone.flatMap(phones.firstIndex) ?? 0) % HTMLStyle.colours
    }

    /// Milliseconds east of Greenwich, as the header's clock is written.
    private static func offset(of outcome: TranscriptOutcome) -> Int64 {
        let lines = outcome.file.text.split(separator: "\n").prefix { $0 != "---" }
        guard let line = lines.first(where: { $0.hasPrefix("clock:") }) else { return 0 }
        let written = line.dropFirst(6).drop { $0 == " " }.prefix(19)
        guard let local = ClockText.instant(written + "Z") else { return 0 }
        let seconds = local.milliseconds - outcome.header.clock.milliseconds
        return abs(seconds) <= 86_400_000 ? seconds / 60_000 * 60_000 : 0
    }
}

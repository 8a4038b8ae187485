// SPDX-License-Identifier: Apache-2.0
import Gateway

extension Stage {
    /// Looks whether a `?` line is so.
    func check(
        _ check: TranscriptStep.Check,
        _ step: TranscriptStep,
        _ record: inout StepRecord
    ) {
        switch check {
        case .balance(let name, let amount): checkBalance(name, amount, step, &record)
        case .lastPosting: checkPosting(step, &record)
        case .ledgerSum:
            let broken = world.audit()
            guard !broken.isEmpty else { return }
            record.missed.insert(step.line)
            let reason = shown("The ledger does not sum to zero: \(broken[0])")
            record.fail(step.line, reason, .ledgerSum)
        case .session(let name, let isOpen):
            guard let phone = seats[name]?.number,
                isOpen != (world.sessionLanguage(of: phone) != nil)
            else { return }
            record.missed.insert(step.line)
            record.got.append((step.line, "? session \(name) \(isOpen ? "none" : "open")"))
            let reason =
                isOpen ? "\(name) has no open session." : "\(name)'s session is still open."
            record.fail(step.line, reason, .session)
        }
    }

    private func checkBalance(
        _ name: String,
        _ amount: DecimalText,
        _ step: TranscriptStep,
        _ record: inout StepRecord
    ) {
        guard let balance = world.balance(of: name) else {
            record.missed.insert(step.line)
            let reason = shown("The ledger has no account of `\(name)`.")
            return record.fail(step.line, reason, .noAccount)
        }
        guard !amount.equals(balance) else { return }
        record.missed.insert(step.line)
        record.got.append((step.line, "? balance \(name) == \(balance.written)"))
        record.fail(step.line, shown("The balance of \(name) is \(balance.written)."), .balance)
    }

    /// Compares the newest group with the lines under the step, in whatever order both are.
    private func checkPosting(_ step: TranscriptStep, _ record: inout StepRecord) {
        var rest = world.lastPosting()
        let actual = rest
        var missed: Set<Int> = []
        for expectation in step.expectations {
            guard case .posting(let account, let amount) = expectation.kind else { continue }
            if let index = rest.firstIndex(where: {
                $0.account == account && amount.equals($0.amount)
            }) {
                rest.remove(at: index)
            } else {
                missed.insert(expectation.line)
            }
        }
        guard !missed.isEmpty || !rest.isEmpty else { return }
        let last = step.expectations.last?.line ?? step.line
        record.missed.formUnion(missed)
        let names = actual.map(\.account.count).max() ?? 0
        let amounts = actual.map(\.amount.written.count).max() ?? 0
        for line in rest {
            let name = line.account + Self.blanks(names - line.account.count)
            let amount = Self.blanks(amounts - line.amount.written.count) + line.amount.written
            record.got.append((last, "  | \(name)  \(amount)"))
        }
        let reason =
            if actual.isEmpty {
                "Nothing was posted yet."
            } else if missed.isEmpty {
                "The newest posting has more lines than are written here."
            } else {
                "The newest posting is another."
            }
        let line = missed.min() ?? step.line
        record.fail(line, reason, .posting, hints: [closestPosting(step)])
    }

    private static func blanks(_ count: Int) -> String {
        String(repeating: " ", count: max(0, count))
    }
}

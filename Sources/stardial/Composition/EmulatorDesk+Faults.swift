// SPDX-License-Identifier: Apache-2.0
import Gateway
import Transcripts
import Transports

/// Faults.
extension EmulatorDesk {
    func fault(_ words: [String], reply: @escaping DeskReply<DeskFaults>) {
        reply(Result { () throws(DeskRefusal) in try fault(words.map { $0.lowercased() }) })
    }

    private func fault(_ words: [String]) throws(DeskRefusal) -> DeskFaults {
        let book = emulator.handsets.faults
        if words.isEmpty {
            let armed = book.armed
            let text = armed.isEmpty ? "no faults; ask for one as in" : "faults=\(armed.count)"
            return DeskFaults(
                armed.isEmpty ? "\(text) FAULT drop sms amina once" : text,
                lines: armed.map(Self.line) + complaints()
            )
        }
        if words == ["clear"] {
            book.clear()
            return DeskFaults("no faults any more; what is late still comes")
        }
        let fault = try read(words)
        guard isPlayground || FaultForm(fault).isOfNetwork else {
            throw DeskRefusal(
                .notAllowed,
                "The ledger is on disk, so only the network of the phones is made faulty. "
                    + "Start with --ledger memory."
            )
        }
        guard !FaultForm(fault).isOfProcess else {
            throw DeskRefusal(
                .notAllowed,
                "A gateway that runs is not killed at a commit or an SMS; nothing was asked for. "
                    + "Write the line in a scene and play it with stardial test, or type "
                    + "FAULT kill gateway once."
            )
        }
        guard book.arm(fault) != nil else {
            throw DeskRefusal(
                .tooMany,
                "There are \(NetworkFaults.Limits.armedMax) faults already. Type FAULT clear."
            )
        }
        return DeskFaults(fault.words)
    }

    private func read(_ words: [String]) throws(DeskRefusal) -> InjectedFault {
        do throws(FaultReader.Mistake) {
            let phones = emulator.handsets.all.map { $0.name.lowercased() }
            return try FaultReader.read(words, phones: phones)
        } catch {
            throw DeskRefusal(.malformed, "\(error.what) \(error.help)")
        }
    }

    /// The two answers to each turn that was delivered twice and answered differently; told once.
    private func complaints() -> [String] {
        emulator.handsets.all.flatMap { phone in
            emulator.handsets.faults.takeComplaints(of: phone.msisdn).flatMap { two in
                [("first", two.first), ("second", two.second)].flatMap { which, answer in
                    let lines = answer.text.split(
                        separator: "\n",
                        omittingEmptySubsequences: false
                    )
                    let kind =
                        switch answer.kind {
                        case .continue: "CON"
                        case .end: "END"
                        case .released(let cause): cause.rawValue
                        }
                    return ["twice \(phone.name) \(which) \(kind) lines=\(lines.count)"]
                        + lines.map { String($0) }
                }
            }
        }
    }

    private static func line(_ armed: ArmedFault) -> String {
        "\(armed.fault.words) happened=\(armed.happened)\(armed.isSpent ? " spent" : "")"
    }
}

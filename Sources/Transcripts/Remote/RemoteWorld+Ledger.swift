// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway

/// What is asked of the menus and of the ledger.
extension RemoteWorld {
    func languages(ofMenu name: String) -> [String] { facts.menus[name] ?? [] }

    func speaks(_ code: String, menu name: String) -> Bool {
        languages(ofMenu: name).contains { $0 == code || code.hasPrefix($0 + "-") }
    }

    func keep(language code: String, of phone: MSISDN, at now: Instant) {
        guard let name = names[phone], let reply = change("PHONE \(name) lang=\(code)") else {
            return
        }
        if reply.code != 250 { reject(reply, to: "PHONE") }
    }

    func balance(of name: String) -> LedgerMoney? {
        let isPhone = names.values.contains(name + plan.suffix)
        guard let reply = ask("LEDGER balance \(isPhone ? name + plan.suffix : name)") else {
            return nil
        }
        switch reply.code {
        case 404: return nil
        case 241:
            if let line = reply.postings?.first { return line.amount }
        // A gateway that does not know this knows the balance of a phone.
        case 501 where isPhone:
            if let plain = ask("BAL \(name + plan.suffix)") {
                if plain.code == 404 { return nil }
                if plain.code == 240, let money = LedgerMoney(shown: plain.text) { return money }
            }
        default: break
        }
        reject(reply, to: "LEDGER balance")
        return nil
    }

    func lastPosting() -> [PostingLine] {
        guard let reply = ask("LEDGER last") else { return [] }
        guard reply.code == 241, let postings = reply.postings else {
            reject(reply, to: "LEDGER last")
            return []
        }
        guard !plan.suffix.isEmpty else { return postings }
        return postings.map { line in
            guard line.account.hasSuffix(plan.suffix) else { return line }
            let name = String(line.account.dropLast(plan.suffix.count))
            return PostingLine(account: name, amount: line.amount)
        }
    }

    func audit() -> [String] {
        if let audited { return audited }
        guard plan.audits, facts.verbs.contains("LEDGER"),
            let reply = ask(isOwn ? "LEDGER check" : "LEDGER sum")
        else { return [] }
        guard reply.code == 241, let last = reply.lines.last else {
            reject(reply, to: "LEDGER")
            return []
        }
        let isSound = isOwn ? last.hasPrefix("sound") : last == "sum 0"
        let broken = isSound ? [] : Array(reply.lines.dropFirst(isOwn ? 1 : 0))
        if isOwn { audited = broken }
        return broken
    }
}

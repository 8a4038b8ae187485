// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Ledger
import Transcripts

extension SceneWorld: MortalWorld {
    var commits: [CommitMark] { process.store.marks }

    var isDead: Bool { process.store.isDead }

    func die(atCommit number: Int, _ end: CommitEnd) {
        process.store.die(atCommit: number, end)
    }

    var handovers: [Handover] { process.store.handovers }

    func die(afterMessage message: Int64, times: Int) {
        process.store.die(afterMessage: message, times: times)
    }

    func movements() -> [Movement] {
        let rows = (try? process.store.transfers(since: TransferID(0), limit: .max)) ?? []
        let view = view
        let names = view.accountNames()
        var groups: [[PostedTransfer]] = []
        for row in rows {
            if groups.last?.first?.group == row.group {
                groups[groups.count - 1].append(row)
            } else {
                groups.append([row])
            }
        }
        return groups.map { rows in
            let lines = view.changes(of: rows, named: names).map { change in
                PostingLine(
                    account: change.account,
                    amount: LedgerMoney(
                        minorUnits: change.minorUnits,
                        minorDigits: change.currency.minorDigits
                    )
                )
            }
            let told = rows.first { !$0.reference.isEmpty }
            return Movement(
                lines: lines,
                reference: told?.reference,
                amount: told.map { row in
                    LedgerMoney(
                        minorUnits: row.amount.minorUnits,
                        minorDigits: row.amount.currency.minorDigits
                    )
                }
            )
        }
    }

    func announcements() -> [Announcement] {
        let store = process.store
        let messages = handsets.all.flatMap { phone in
            ((try? store.messages(to: phone.msisdn.digits, limit: .max)) ?? []).map { message in
                Announcement(id: message.id, to: phone.msisdn, text: message.text)
            }
        }
        return messages.sorted { $0.id < $1.id }
    }

    var code: String? { gateway.codes.min { $0.count < $1.count } }

    var tellsNews: Bool { gateway.menus.contains { $0.before != nil } }
}

// SPDX-License-Identifier: Apache-2.0
public import GSM
public import Gateway
import Ledger
import Synchronization

/// The languages of subscribers, kept in the ledger's documents.
extension WalletService {
    /// The language that a subscriber chose last, or nil; from memory, at once.
    public func language(of subscriber: MSISDN) -> String? {
        memory.withLock { $0.languages[subscriber.digits] } ?? kept(of: subscriber)?.code
    }

    /// Keeps a subscriber's language: at once for ``language(of:)``, and for ever as soon as the
    /// ledger has it.
    ///
    /// A ledger that fails does not fail the dialogue: the language then holds until a restart. A
    /// code longer than 35 octets is not kept.
    public func keep(language code: String, of subscriber: MSISDN, at now: Instant) {
        guard 1...ChosenLanguage.codeOctetsMax ~= code.utf8.count,
            kept(of: subscriber)?.code != code
                || memory.withLock({ $0.languages[subscriber.digits] != nil }),
            memory.withLock({ $0.remember(code, of: subscriber.digits) })
        else { return }
        _ = lanes.enter(subscriber) { leave in
            guard let kept = self.kept(of: subscriber), kept.code != code else {
                self.settle(code, of: subscriber)
                return leave()
            }
            // The version makes each choice a command of its own, also within one millisecond.
            let key = ServiceKey(
                high: UInt64(clamping: now.milliseconds) << 20,
                low: subscriber.digits ^ kept.version << 50
            )
            let command = LedgerCommand(
                key: key.ledgerKey("language"),
                at: Timestamp(now),
                records: [
                    RecordChange(
                        key: RecordKind.language.key(subscriber.digits),
                        expectedVersion: kept.version,
                        body: ChosenLanguage(code: code).recordBytes
                    )
                ]
            )
            self.store.commit(command) { result in
                if case .success(let result) = result, result.rejection == nil {
                    self.settle(code, of: subscriber)
                }
                leave()
            }
        }
    }

    /// What the ledger has; nil when it cannot be read.
    private func kept(of subscriber: MSISDN) -> (code: String?, version: UInt64)? {
        try? book.language(of: subscriber)
    }

    /// Leaves a language to the ledger unless another one was chosen meanwhile.
    private func settle(_ code: String, of subscriber: MSISDN) {
        memory.withLock { memory in
            if memory.languages[subscriber.digits] == code {
                memory.languages[subscriber.digits] = nil
            }
        }
    }
}

extension WalletService.Memory {
    /// Holds a language until the ledger has it; false when there is no room.
    fileprivate mutating func remember(_ code: String, of digits: UInt64) -> Bool {
        guard languages[digits] != nil || languages.count < Self.languagesMax else { return false }
        languages[digits] = code
        return true
    }
}

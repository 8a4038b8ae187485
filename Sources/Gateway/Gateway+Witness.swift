// SPDX-License-Identifier: Apache-2.0
import GSM
import Synchronization

extension Gateway {
    /// Sets the one who is told what phones do, in place of the one before; nil for nobody.
    ///
    /// It is told on the thread of whoever acts, before the gateway acts on it, and must not wait.
    /// What it is told holds PINs as they were typed.
    public func setWitness(_ witness: (@Sendable (PhoneAct) -> Void)?) {
        var next = witness
        self.witness.withLock { swap(&$0.tell, &next) }
        isWitnessed.store(witness != nil, ordering: .releasing)
    }

    /// Tells the witness of an act; a message between two phones is told by who carries it.
    func testify(_ act: @autoclosure () -> PhoneAct?) {
        guard isWitnessed.load(ordering: .acquiring), let act = act() else { return }
        witness.withLock { $0 }.tell?(act)
    }

    /// The reply to what was typed, told to the witness first when there is one.
    func witnessed(
        _ typed: String,
        _ msisdn: MSISDN,
        _ now: Instant,
        _ reply: @escaping @Sendable (Answer) -> Void
    ) -> @Sendable (Answer) -> Void {
        guard isWitnessed.load(ordering: .acquiring) else { return reply }
        testify(.typed(msisdn, typed, at: now))
        return { [self] answer in
            testify(.answered(msisdn, answer))
            reply(answer)
        }
    }
}

/// Who is told what phones do; a structure, as a closure alone in a mutex is wrapped at each
/// reading.
struct Witness {
    var tell: (@Sendable (PhoneAct) -> Void)?
}

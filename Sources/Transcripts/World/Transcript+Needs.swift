// SPDX-License-Identifier: Apache-2.0
import Gateway

extension Transcript {
    /// What its steps and its header ask of a world.
    var needs: Set<WorldFeature> {
        var needs: Set<WorldFeature> = []
        if !header.languages.isEmpty || header.phones.contains(where: { $0.language != nil }) {
            needs.insert(.languages)
        }
        for step in phases.lazy.flatMap({ $0.steps }) {
            switch step.action {
            case .press: break
            case .send: needs.insert(.sms)
            case .receive(_, _, let wait):
                needs.insert(.sms)
                if wait > 0 { needs.insert(.clock) }
            case .silence: needs.formUnion([.sms, .clock])
            case .wait, .waitUntil: needs.insert(.clock)
            case .check(.session): break
            case .check: needs.insert(.ledger)
            case .fault: needs.insert(.faults)
            }
        }
        return needs
    }

    /// Whether a step has something fail behind the network of the phones.
    var failsBehindTheNetwork: Bool {
        phases.flatMap(\.steps).contains { step in
            if case .fault(let fault) = step.action { !FaultForm(fault).isOfNetwork } else { false }
        }
    }

    /// Whether a step has something fail inside the gateway's process.
    var failsInTheProcess: Bool {
        phases.flatMap(\.steps).contains { step in
            if case .fault(let fault) = step.action { FaultForm(fault).isOfProcess } else { false }
        }
    }

    /// The longest time that its steps let pass, in milliseconds.
    var durationMilliseconds: Int64 {
        var now = header.clock
        for step in phases.flatMap(\.steps) {
            switch step.action {
            case .wait(let milliseconds), .receive(_, _, let milliseconds),
                .silence(_, let milliseconds):
                now = now.adding(milliseconds: milliseconds)
            case .waitUntil(let instant): now = max(now, instant)
            default: break
            }
        }
        return now.milliseconds - header.clock.milliseconds
    }
}

// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Ledger
import Testing

@testable import MobileMoney

/// The village with a desk and its staff: a teller, two supervisors and an auditor.
struct Office {
    let village: Village
    let desk: StaffDesk

    static let pins = ["wanjiru": "2468", "otieno": "1357", "kamau": "8642", "njeri": "9753"]

    static let text = """
        roles:
          teller: {request: [freeze, thaw, unlock, reset-pin, reverse]}
          supervisor: {request: [all], approve: [all]}
          auditor: {}
        staff:
          - {name: wanjiru, role: teller, pin: "#wanjiru"}
          - {name: otieno, role: supervisor, pin: "#otieno"}
          - {name: kamau, role: supervisor, pin: "#kamau"}
          - {name: njeri, role: auditor, pin: "#njeri"}

        """

    init(_ village: Village? = nil, service: WalletService? = nil) throws {
        let village = try village ?? Village()
        self.village = village
        desk = StaffDesk(
            service: service ?? village.service,
            roster: try StaffRoster(yaml: Self.yaml(village.service.verifier))
        )
    }

    /// The staff file with each PIN hashed.
    static func yaml(_ verifier: PINVerifier) throws -> String {
        var text = Self.text
        for (name, pin) in pins {
            text = text.replacing("#\(name)", with: try verifier.staffHash(of: Secret(pin)))
        }
        return text
    }

    func credential(_ name: String, pin: String? = nil) -> StaffDesk.Credential {
        StaffDesk.Credential(name: name, pin: Secret(pin ?? Self.pins[name] ?? "0000"))
    }

    func operation(_ words: String) throws -> StaffOperation {
        try StaffOperation(
            words: words.split(separator: " ").map(String.init),
            tariff: village.service.tariff
        )
    }

    @discardableResult
    func request(
        _ words: String,
        by name: String = "otieno",
        reason: String = "she asked at the shop",
        at now: Instant = Village.morning
    ) async throws -> StaffRequest {
        try await desk.request(
            try operation(words),
            reason: reason,
            by: credential(name),
            at: now
        )
    }

    @discardableResult
    func approve(
        _ id: UInt64,
        by name: String = "kamau",
        at now: Instant = Village.morning
    ) async throws -> StaffDesk.Approval {
        try await desk.approve(id, by: credential(name), at: now)
    }

    /// Asks and approves.
    @discardableResult
    func done(_ words: String) async throws -> StaffDesk.Approval {
        try await approve(try await request(words).id)
    }

    /// The refusal of a step, or nil when it was taken.
    func refusal(_ step: () async throws -> Void) async throws -> StaffRefusal? {
        do {
            try await step()
            return nil
        } catch let refusal as StaffRefusal {
            return refusal
        }
    }

    /// The audit log, one line an entry, without number and time.
    func log() throws -> [String] {
        try desk.log(after: 0).notes.compactMap { note in
            desk.line(note).map { $0.split(separator: " ").dropFirst(3).joined(separator: " ") }
        }
    }

    /// Sends money and gives its receipt.
    func send(_ from: String, _ to: String, _ amount: Int64, pin: String) throws -> String {
        let result = try village.pay(from, to: to, amount, pin: pin)
        guard case .text(let receipt)? = result.field(0) else {
            throw StaffRefusal.unknownReceipt(result.reason)
        }
        return receipt
    }
}

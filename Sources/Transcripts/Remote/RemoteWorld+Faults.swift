// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway

/// What goes wrong on purpose, which the gateway makes.
extension RemoteWorld {
    @discardableResult
    func arm(_ fault: InjectedFault) -> Int? {
        guard let reply = change("FAULT \(called(fault).words)") else { return nil }
        guard reply.code == 250 else {
            reject(reply, to: "FAULT")
            return nil
        }
        faults.append(fault)
        return faults.count
    }

    /// The faults of this scene among those that the gateway lists: the newest of equal ones are
    /// its own.
    var armedFaults: [ArmedFault] {
        guard !faults.isEmpty, var listed = listing()?.counts else { return [] }
        var armed: [ArmedFault] = []
        for (index, fault) in faults.enumerated().reversed() {
            let words = called(fault).words.lowercased()
            // What is listed no more was spent and made room.
            guard let place = listed.lastIndex(where: { $0.words.lowercased() == words }) else {
                continue
            }
            let happened = listed.remove(at: place).happened
            armed.append(ArmedFault(id: index + 1, fault: fault, happened: happened))
        }
        return armed.reversed()
    }

    /// What the gateway tells of turns that it was given twice; asked only where there are some.
    func takeComplaints(of phone: MSISDN) -> [FaultBook.Complaint] {
        let isDoubling = faults.contains { fault in
            switch fault.kind {
            case .turn(.double, _), .turn(.reorder, _): true
            default: false
            }
        }
        if isDoubling { _ = listing() }
        defer { complaints.removeAll { $0.phone == phone } }
        return complaints.filter { $0.phone == phone }
    }

    /// Nothing: a gateway that is asked to be killed starts anew by itself, and nobody on the line
    /// can kill it at another time.
    func restart(at now: Instant) {}

    /// Takes back, in a world that others play in next, what may not have happened yet.
    func clearFaults() {
        // Copies that are acted at once have phones, and so faults, of their own.
        guard !isOwn, plan.suffix.isEmpty, !faults.isEmpty else { return }
        _ = ask("FAULT clear")
    }

    /// The fault with the phone as the gateway calls it.
    private func called(_ fault: InjectedFault) -> InjectedFault {
        var fault = fault
        switch fault.kind {
        case .message(let what, let phone): fault.kind = .message(what, phone: phone + plan.suffix)
        case .turn(let what, let phone): fault.kind = .turn(what, phone: phone + plan.suffix)
        case .service, .kill, .killAtCommit, .killAfterMessage, .jumpClock: break
        }
        return fault
    }

    /// Asks for the faults, and keeps the complaints that come with them.
    private func listing() -> FaultListing? {
        guard let reply = ask("FAULT") else { return nil }
        guard reply.code == 212, let listing = FaultListing(reply.lines) else {
            reject(reply, to: "FAULT")
            return nil
        }
        for two in listing.complaints {
            let called = two.name.lowercased()
            guard let phone = names.first(where: { $0.value.lowercased() == called })?.key else {
                continue
            }
            let complaint = FaultBook.Complaint(phone: phone, first: two.first, second: two.second)
            complaints.append(complaint)
        }
        return listing
    }
}

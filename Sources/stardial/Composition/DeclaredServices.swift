// SPDX-License-Identifier: Apache-2.0
import Dialogue
import ExternalServices
import GSM
import Gateway
import Logging
import MenuLanguage

/// The services that menus declare: called over the network, or answered from a file of stubs.
final class DeclaredServices: Sendable {
    private enum Source {
        case network(ExternalServicePort)
        case stubs(StubServicePort)
    }

    private let source: Source

    /// Services that are called.
    init(clock: EmulatorClock, logger: Logger) {
        source = .network(
            ExternalServicePort(
                transport: HTTPServiceTransport(),
                now: { clock.now() },
                logger: logger
            )
        )
    }

    /// Services that a file answers for; without one they are unavailable.
    ///
    /// - Parameters:
    ///   - stubs: the answers.
    ///   - tell: takes what should be known about calls that no stub answers well.
    init(stubs: StubFile?, tell: @escaping @Sendable (String) -> Void) {
        source = .stubs(StubServicePort(stubs, tell: tell))
    }

    /// Reads a file of stubs, or takes the text of one that a transcript carries.
    static func stubs(
        at path: String,
        attached: String? = nil
    ) throws(CommandFailure) -> StubFile {
        let yaml: String
        if let attached { yaml = attached } else { yaml = try MenuShelf.text(of: path) }
        do throws(StubError) {
            return try StubFile(yaml: yaml)
        } catch {
            throw CommandFailure(.findings, "\(path), \(error)")
        }
    }

    var port: any ServicePort {
        switch source {
        case .network(let port): port
        case .stubs(let port): port
        }
    }

    /// Puts the services into use that menus declare.
    func use(_ shelf: MenuShelf) {
        switch source {
        case .network(let port): port.use(shelf.services)
        case .stubs(let port): port.use(shelf.services)
        }
    }

    /// When a stub answers next by itself, or nil.
    var nextDue: Instant? {
        if case .stubs(let port) = source { port.nextDue } else { nil }
    }

    /// Gives the answers of stubs that fall due by an instant.
    func release(until now: Instant) {
        if case .stubs(let port) = source { port.release(until: now) }
    }
}

/// Leads each call to its service: those that menus declare have `@` in their name.
struct ServiceRouter: ServicePort {
    let wallet: any ServicePort
    let declared: any ServicePort

    func perform(
        _ request: ServiceRequest,
        completion: @escaping @Sendable (ServiceResult) -> Void
    ) {
        let isDeclared = request.call.service.utf8.contains(UInt8(ascii: "@"))
        (isDeclared ? declared : wallet).perform(request, completion: completion)
    }

    /// Only the wallet tells on the next dial how a payment ended.
    func telling(_ key: ServiceKey, subscriber: MSISDN, at now: Instant) -> Telling {
        wallet.telling(key, subscriber: subscriber, at: now)
    }

    /// The wallet keeps what its subscribers chose.
    func language(of subscriber: MSISDN) -> String? { wallet.language(of: subscriber) }

    func keep(language code: String, of subscriber: MSISDN, at now: Instant) {
        wallet.keep(language: code, of: subscriber, at: now)
    }
}

extension MenuShelf {
    /// The services that the menus declare.
    var services: [ExternalService] {
        entries.flatMap(\.compilation.services).map { declared in
            ExternalService(
                name: declared.programName,
                contract: declared.contract,
                address: declared.address,
                callSeconds: declared.callSeconds,
                retriesMax: declared.retriesMax
            )
        }
    }
}

extension Emulator {
    /// Puts menus into service, and first the services that they declare.
    func put(_ shelf: MenuShelf) {
        declared?.use(shelf)
        hold(shelf)
        gateway.replaceMenus(shelf.programs ?? [])
    }

    /// Holds the services that menus declare to what they declare.
    func hold(_ shelf: MenuShelf) {
        contracts.use(shelf.services.map { ($0.name, $0.contract) })
    }
}

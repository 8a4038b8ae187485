// SPDX-License-Identifier: Apache-2.0
import Dialogue
import ExternalServices
import GSM
import Gateway
import Ledger
import Logging
import MenuLanguage
import MobileMoney
import SourceText
import Synchronization
import Transcripts

/// Makes the worlds of transcripts: menus by name from a folder, each compiled once.
final class SceneBuilder: WorldBuilding {
    private let folder: String
    /// Where menus lie whatever the folder is, by name; they are not held to a lock.
    private let paths: [String: String]
    private let ledgers = SceneLedgers()
    private let told = Mutex<[String]>([])
    private let compiled = Mutex<[String: Result<MenuShelf, WorldFailure>]>([:])
    /// Who counts what the scenes visit, or nil.
    private let tally: VisitTally?
    /// Whether each world keeps what its scene visits.
    private let keepsVisits: Bool

    /// - Parameters:
    ///   - folder: where menus lie: `mavuno` is `FOLDER/mavuno`, `FOLDER/mavuno.menu`, or the menu
    ///     of that name in any folder below.
    ///   - paths: where menus lie whatever the folder is, by name; they are not held to a lock.
    ///   - tally: counts what the scenes visit.
    ///   - keepsVisits: whether each world keeps what its own scene visits.
    ///   - shelf: a menu that is compiled already, found before those in the folder.
    init(
        folder: String,
        paths: [String: String] = [:],
        tally: VisitTally? = nil,
        keepsVisits: Bool = false,
        shelf: MenuShelf? = nil
    ) {
        self.folder = folder
        self.paths = paths
        self.tally = tally
        self.keepsVisits = keepsVisits
        guard let shelf, let name = shelf.programs?.first?.name else { return }
        compiled.withLock { $0["\(name)  "] = .success(shelf) }
    }

    /// What should be known about calls that no stub answered well, each sentence once.
    var notes: [String] { told.withLock { $0 } }

    func build(_ setup: WorldSetup) -> Result<any TranscriptWorld, WorldFailure> {
        do throws(WorldFailure) {
            return .success(try scene(setup).world)
        } catch {
            return .failure(error)
        }
    }

    /// Makes the world that a header describes, and says what its menu was compiled with.
    func scene(_ setup: WorldSetup) throws(WorldFailure) -> (world: SceneWorld, shelf: MenuShelf) {
        let shelf = try shelf(of: setup).get()
        return (try world(setup, shelf), shelf)
    }

    private func world(
        _ setup: WorldSetup,
        _ shelf: MenuShelf
    ) throws(WorldFailure) -> SceneWorld {
        // A menu that a scene carries is nobody else's, and counts for no menu of the folder.
        let isCarried = setup.attachments.menuPath(of: setup.menu) != nil
        let tally = isCarried ? nil : tally
        let record = tally.map { _ in SceneRecord(setup) }
        let visits = keepsVisits ? SceneVisits() : nil
        tally?.open(setup.menu, in: shelf)
        let beginning = try ledgers.beginning(
            setup,
            shelf.tariff,
            named: isCarried ? nil : Self.name(of: setup)
        )
        let start = starter(setup, shelf, beginning, try declared(setup, shelf), visits, record)
        let first = start(nil)
        try addPhones(setup, to: first.emulator)
        return SceneWorld(first, start: start, visits: visits, shelf: shelf, record: record)
    }

    /// What starts the processes of a scene, one after another on one ledger.
    private func starter(
        _ setup: WorldSetup,
        _ shelf: MenuShelf,
        _ beginning: SceneLedgers.Beginning,
        _ declared: DeclaredServices,
        _ visits: SceneVisits?,
        _ record: SceneRecord?
    ) -> SceneProcess.Start {
        let salts = Salts(seed: setup.seed)
        let faults = FaultBook(seed: setup.seed)
        var starts: UInt64 = 0
        return { former in
            let store = MortalStore(
                beginning.ledger,
                faults: faults,
                after: former?.store ?? beginning.store
            )
            let emulator = Emulator(
                Emulator.Parts(
                    programs: (shelf.programs ?? []).filter { $0.name == setup.menu },
                    tariff: shelf.tariff,
                    store: store,
                    verifier: SceneLedgers.verifier(salts: salts),
                    // Sessions of a later process must not take the keys of an earlier one.
                    seed: setup.seed &+ starts,
                    logger: Logger(label: "scene", factory: { _ in SwiftLogNoOpLogHandler() }),
                    declared: declared,
                    shards: 1,
                    faults: faults,
                    wrap: { port in
                        record.map { WitnessedServices(services: port, record: $0) } ?? port
                    },
                    phones: former?.emulator.handsets
                )
            )
            starts += 1
            emulator.hold(shelf)
            if record != nil || visits != nil {
                emulator.gateway.setTracer { trace in
                    record?.add(trace)
                    visits?.add(trace)
                }
            }
            return SceneProcess(emulator: emulator, store: store)
        }
    }

    func ended(_ world: any TranscriptWorld, of scene: Transcript, passed: Bool) {
        guard let tally, let world = world as? SceneWorld, let record = world.record,
            case .success(let shelf) = shelf(of: record.setup)
        else { return }
        tally.add(
            record,
            rows: world.postings(),
            tariff: shelf.tariff,
            path: scene.file.path,
            passed: passed
        )
    }

    /// The services that the menu declares, answered from the scene's file of stubs.
    private func declared(
        _ setup: WorldSetup,
        _ shelf: MenuShelf
    ) throws(WorldFailure) -> DeclaredServices {
        var stubs: StubFile?
        do throws(CommandFailure) {
            if let path = setup.stubs {
                let attached = setup.attachments.text(at: path)
                stubs = try DeclaredServices.stubs(at: path, attached: attached)
            }
        } catch {
            throw WorldFailure(error.description)
        }
        let declared = DeclaredServices(stubs: stubs) { sentence in
            self.told.withLock { told in
                if !told.contains(sentence) { told.append(sentence) }
            }
        }
        declared.use(shelf)
        return declared
    }

    private func addPhones(
        _ setup: WorldSetup,
        to emulator: Emulator
    ) throws(WorldFailure) {
        for phone in setup.phones {
            do throws(RegistrationError) {
                try emulator.handsets.register(phone.name, phone.msisdn)
            } catch {
                throw WorldFailure("phone \(phone.name): \(error.text)")
            }
        }
    }

    private func shelf(of setup: WorldSetup) -> Result<MenuShelf, WorldFailure> {
        // What a scene carries is its own: nobody else's menu is of the same name.
        if let path = setup.attachments.menuPath(of: setup.menu) {
            return attachedShelf(of: setup, path)
        }
        let key = Self.name(of: setup)
        return compiled.withLock { compiled in
            if let known = compiled[key] { return known }
            let made = makeShelf(of: setup)
            compiled[key] = made
            return made
        }
    }

    /// What tells a menu with its tariff from others.
    private static func name(of setup: WorldSetup) -> String {
        "\(setup.menu) \(setup.network ?? "") \(setup.tariff ?? "")"
    }

    /// The menu that a scene carries, with what it does not carry from disk.
    private func attachedShelf(
        of setup: WorldSetup,
        _ path: String
    ) -> Result<MenuShelf, WorldFailure> {
        do throws(CommandFailure) {
            let shelf = try MenuShelf(
                attached: setup.attachments,
                main: path,
                tariff: setup.tariff,
                network: setup.network.flatMap(NetworkProfile.named),
                folder: folder
            )
            guard shelf.programs == nil else { return .success(shelf) }
            let sources = SourceSet(shelf.entries.flatMap(\.compilation.sources.files))
            let errors = shelf.diagnostics.filter { $0.severity == .error }
            let found = DiagnosticRenderer().renderShort(errors, in: sources)
            let lines = found.split(separator: "\n").prefix(3).joined(separator: "; ")
            return .failure(
                WorldFailure("The attached menu \(setup.menu) has errors: \(lines)")
            )
        } catch {
            return .failure(WorldFailure(error.description))
        }
    }

    private func makeShelf(of setup: WorldSetup) -> Result<MenuShelf, WorldFailure> {
        let menu = setup.menu
        do throws(CommandFailure) {
            guard let path = paths[menu] ?? MenuShelf.path(of: menu, under: folder) else {
                return .failure(WorldFailure(MenuShelf.missing(menu, under: folder)))
            }
            let shelf = try MenuShelf(
                path: path,
                tariff: setup.tariff,
                network: setup.network.flatMap(NetworkProfile.named),
                heedsLock: paths[menu] == nil
            )
            guard shelf.programs != nil else {
                return .failure(
                    WorldFailure(
                        "The menu \(menu) has errors. Run `stardial check \(path)` to see them."
                    )
                )
            }
            return .success(shelf)
        } catch {
            return .failure(WorldFailure(error.description))
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import Foundation
import Gateway
import MenuLanguage
import ServiceLifecycle
import SourceText

/// Lets time-outs run out while an emulator runs.
struct Ticker: Service {
    let emulator: Emulator
    let clock: EmulatorClock

    /// How late a time-out may be noticed.
    static let interval = Duration.milliseconds(100)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                emulator.advance(to: clock.now())
                // Being told to end is no failure.
                try? await Task.sleep(for: Self.interval)
            }
        }
    }
}

/// Puts menus into service when their files change, unless they have errors.
struct MenuWatcher: Service {
    let path: String
    let tariff: String?
    let emulator: Emulator
    let tell: @Sendable (String) -> Void

    static let interval = Duration.milliseconds(500)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var seen = Self.stamp(path)
            while !Task.isCancelled {
                try? await Task.sleep(for: Self.interval)
                let stamp = Self.stamp(path)
                guard stamp != seen else { continue }
                seen = stamp
                reload()
            }
        }
    }

    private func reload() {
        do throws(CommandFailure) {
            let shelf = try MenuShelf(path: path, tariff: tariff)
            guard shelf.programs != nil else {
                let renderer = DiagnosticRenderer()
                for entry in shelf.entries {
                    let found = entry.compilation
                    tell(renderer.render(found.diagnostics, in: found.sources))
                }
                return tell("The menus in service stay as they are until this is mended.\n")
            }
            emulator.put(shelf)
            tell("Reloaded \(path). Open sessions go on in the version they began with.\n")
        } catch {
            tell("\(error.description) The menus in service stay as they are.\n")
        }
    }

    /// Sizes and times of the menu files: what changes when one is saved.
    static func stamp(_ path: String) -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            return []
        }
        let folder = isFolder.boolValue ? path : path.parentFolder
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.sorted().filter { isWatched($0) }.map { name in
            let facts = try? FileManager.default.attributesOfItem(atPath: folder + "/" + name)
            let time = (facts?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
            return "\(name) \(facts?[.size] ?? 0) \(time)"
        }
    }

    private static func isWatched(_ name: String) -> Bool {
        name.hasSuffix(".menu") || name == ShortcutLock.fileName
    }
}

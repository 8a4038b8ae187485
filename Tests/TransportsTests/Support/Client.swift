// SPDX-License-Identifier: Apache-2.0
import Gateway
import Synchronization
import Transports

/// One client of a conversation in memory, with timers that fire when told.
final class Client {
    let world: World
    let conversation: LineConversation
    let greeting: String
    private let timers = Timers()
    private let wakes = Timers()

    /// Work that waits for its moment.
    private final class Timers: Sendable {
        let waiting = Mutex<[@Sendable () -> Void]>([])

        func add(_ work: @escaping @Sendable () -> Void) {
            waiting.withLock { $0.append(work) }
        }

        func takeAll() -> [@Sendable () -> Void] {
            waiting.withLock { waiting in
                defer { waiting = [] }
                return waiting
            }
        }
    }

    init(in world: World = World(), options: LineOptions = LineOptions()) {
        self.world = world
        let (timers, wakes) = (timers, wakes)
        conversation = LineConversation(
            handsets: world.handsets,
            desk: world.desk,
            options: options,
            now: { World.now },
            timer: { _, fire in timers.add(fire) },
            wake: { wakes.add({}) }
        )
        conversation.begin()
        greeting = String(decoding: conversation.takeOutput(), as: UTF8.self)
    }

    /// What the client reads, after the conversation went on if it asked to.
    func read() -> String {
        while !wakes.takeAll().isEmpty { conversation.resume() }
        return String(decoding: conversation.takeOutput(), as: UTF8.self)
    }

    func send(_ text: String) -> String {
        conversation.receive(text.utf8)
        return read()
    }

    /// Plays a scene and gives it back with what really came.
    ///
    /// `> line` is sent, `! word` happens, every other line is expected.
    func play(_ scene: Scene) -> Scene {
        var played: [String] = []
        for line in scene.text.split(separator: "\n", omittingEmptySubsequences: false) {
            var came = ""
            if line.hasPrefix("> ") || line == ">" {
                came = send(line.dropFirst(2) + "\n")
            } else if line.hasPrefix("! ") {
                happen(line.dropFirst(2))
                came = line == "! greeting" ? greeting : read()
            } else {
                continue
            }
            played.append(String(line))
            played += came.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
                .map(String.init)
        }
        return Scene(scene.name, played.joined(separator: "\n"))
    }

    private func happen(_ what: Substring) {
        let words = what.split(separator: " ", maxSplits: 2).map(String.init)
        switch words.first {
        case "hold": world.services.hold()
        case "release": world.services.release()
        case "desk": words.last == "holds" ? world.desk.hold() : world.desk.release()
        case "time": for fire in timers.takeAll() { fire() }
        case "sms" where words.count == 3: world.deliver(words[2], to: words[1])
        case "end": conversation.inputEnded()
        case "shutdown": conversation.shutDown()
        default: break
        }
    }
}

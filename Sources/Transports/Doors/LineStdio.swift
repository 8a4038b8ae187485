// SPDX-License-Identifier: Apache-2.0
public import Gateway
import NIOCore
import NIOPosix

/// The line protocol on two file descriptors, which may be pipes, terminals or plain files.
public final class LineStdio: Sendable {
    private let handsets: HandsetNetwork
    private let desk: any LineDesk
    private let options: LineOptions
    private let now: @Sendable () -> Instant

    /// Octets read at once.
    private static let readOctetsMax = 65_536

    /// Makes the conversation's surroundings; nothing is read yet.
    public init(
        handsets: HandsetNetwork,
        desk: any LineDesk,
        options: LineOptions = LineOptions(),
        now: @escaping @Sendable () -> Instant
    ) {
        self.handsets = handsets
        self.desk = desk
        self.options = options
        self.now = now
    }

    /// Why a conversation could not go on.
    public struct Failure: Error, Hashable, Sendable {
        /// What was tried: `read`, `write`, `poll` or `pipe`.
        public let operation: String
        /// The system's number of the error.
        public let errno: Int32
    }

    /// Converses until the input ends or the client quits, and every reply is written; it blocks
    /// the thread that calls it.
    ///
    /// - Parameters:
    ///   - input: the descriptor to read; it is not closed.
    ///   - output: the descriptor to write; it is not closed.
    /// - Throws: ``Failure`` when a descriptor fails.
    public func run(input: Int32 = 0, output: Int32 = 1) throws(Failure) {
        let bell = try Bell()
        let conversation = makeConversation(bell)
        conversation.begin()
        var buffer = [UInt8](repeating: 0, count: Self.readOctetsMax)
        var hasEnded = false
        while true {
            try Descriptors.writeAll(conversation.takeOutput(), to: output)
            if conversation.isFinished { return }
            let wantsInput = conversation.wantsInput && !hasEnded
            let ready = try Descriptors.waitToRead(
                wantsInput ? [bell.descriptor, input] : [bell.descriptor]
            )
            if ready[0] {
                bell.answer()
                conversation.resume()
            }
            guard ready.count > 1, ready[1],
                let count = try Descriptors.readOnce(input, into: &buffer)
            else { continue }
            if count == 0 {
                hasEnded = true
                conversation.inputEnded()
            } else {
                conversation.receive(buffer[..<count])
            }
        }
    }

    private func makeConversation(_ bell: Bell) -> LineConversation {
        LineConversation(
            handsets: handsets,
            desk: desk,
            options: options,
            now: now,
            timer: { milliseconds, fire in
                _ = MultiThreadedEventLoopGroup.singleton.next()
                    .scheduleTask(in: .milliseconds(milliseconds), fire)
            },
            wake: { bell.ring() }
        )
    }
}

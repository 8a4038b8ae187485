// SPDX-License-Identifier: Apache-2.0
import Gateway
import Testing
import Transports

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The same conversation over descriptors.
struct StdioTests {
    private let world = World()

    private var stdio: LineStdio {
        LineStdio(handsets: world.handsets, desk: world.desk, now: { World.now })
    }

    private func pipes() throws -> (read: Int32, write: Int32) {
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        return (ends[0], ends[1])
    }

    private func send(_ text: String, to descriptor: Int32) {
        let octets = Array(text.utf8)
        #expect(write(descriptor, octets, octets.count) == octets.count)
    }

    private func readAll(_ descriptor: Int32) -> String {
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count <= 0 { return String(decoding: all, as: UTF8.self) }
            all += buffer[..<count]
        }
    }

    private static let greeting = "200 stardial/1 ready line=1024 caps=tag,wait,json (try HELP)\n"

    @Test func aPipeIsAnsweredToItsEnd() throws {
        let (input, output) = (try pipes(), try pipes())
        send("phone amina\n*789#\n1\n1234\n", to: input.write)
        close(input.write)
        try stdio.run(input: input.read, output: output.write)
        close(output.write)
        let read = readAll(output.read)
        #expect(read.hasPrefix(Self.greeting + "250 amina +254712000001; now type *789#\n"))
        #expect(read.hasSuffix("221 END amina chars=5/182\nPaid.\n.\n"))
        close(input.read)
        close(output.read)
    }

    @Test func aPlainFileIsAnsweredToItsEnd() throws {
        let file = try #require(tmpfile())
        defer { fclose(file) }
        fputs("phone amina\nping\n", file)
        rewind(file)
        let output = try pipes()
        try stdio.run(input: fileno(file), output: output.write)
        close(output.write)
        #expect(
            readAll(output.read)
                == Self.greeting + "250 amina +254712000001; now type *789#\n250 pong\n"
        )
        close(output.read)
    }

    @Test func theEndOfTheInputWaitsForAnswersFromElsewhere() async throws {
        let (input, output) = (try pipes(), try pipes())
        send("phone amina\n*789#\n1\n1234\nwait sms 0s\nping\n", to: input.write)
        close(input.write)
        world.services.hold()
        let (stdio, services) = (stdio, world.services)
        async let run: Void = Task.detached {
            try stdio.run(input: input.read, output: output.write)
            close(output.write)
        }.value
        while services.heldCount == 0 { await Task.yield() }
        services.release()
        try await run
        let expected = "Paid.\n.\n420 amina got no new message within 0s\n250 pong\n"
        #expect(readAll(output.read).hasSuffix(expected))
        close(input.read)
        close(output.read)
    }

    @Test func quittingLeavesTheRestUnread() throws {
        let (input, output) = (try pipes(), try pipes())
        send("quit\nphone amina\n", to: input.write)
        try stdio.run(input: input.read, output: output.write)
        close(output.write)
        #expect(readAll(output.read) == Self.greeting + "205 bye\n")
        #expect(world.handsets.all.isEmpty)
        for descriptor in [input.read, input.write, output.read] { close(descriptor) }
    }

    @Test func aDescriptorThatIsNoneIsAnError() {
        #expect(throws: LineStdio.Failure.self) {
            try stdio.run(input: -1, output: -1)
        }
    }
}

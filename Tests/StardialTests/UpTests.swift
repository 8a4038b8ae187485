// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// `stardial up`: the gateway with its doors.
@Suite struct UpTests {
    @Test func printsLinesToPaste() async throws {
        let folder = try TemporaryFolder()
        let gateway = try await RunningGateway(ledger: "sqlite:" + folder("ledger.db"))
        defer { gateway.command.end() }
        let welcome = gateway.welcome
        #expect(welcome.hasPrefix("stardial is up.\n"))
        #expect(welcome.contains("every screen fits"))
        #expect(welcome.contains("  Ledger   \(folder("ledger.db")), a new one\n"))
        #expect(welcome.contains("+254712000001, PIN 4821, KES 2,000.00\n"))
        let pasted = try #require(welcome.range(of: "  nc 127.0.0.1 \(gateway.port)\n"))
        let lines = welcome[pasted.upperBound...].split(separator: "\n").prefix(2)
        #expect(lines == ["  phone amina", "  *789#"])
        #expect(welcome.contains("Or take a phone: stardial phone --port \(gateway.port)."))
        let client = try await gateway.client()
        for line in lines { client.send(line.trimmingCharacters(in: .whitespaces)) }
        #expect(try await client.reply().code == 250)
        #expect(try await client.reply().lines.first == "Amina, you have KES 2,000.00")
        try await gateway.stop()
        #expect(gateway.command.errors.isEmpty, "\(gateway.command.errors)")
    }

    @Test func servesSeveralAtOnce() async throws {
        let gateway = try await RunningGateway(ledger: "memory")
        defer { gateway.command.end() }
        var clients: [LineClient] = []
        for number in 0..<20 {
            let client = try await gateway.client()
            client.send("PHONE p\(number) pin=7395 balance=\(number).00")
            client.send("*789#")
            clients.append(client)
        }
        for (number, client) in clients.enumerated() {
            #expect(try await client.reply().code == 250)
            let screen = try await client.reply()
            #expect(screen.lines.first == "P\(number), you have KES \(number).00")
        }
        try await gateway.stop()
        for client in clients { try await client.closes() }
    }

    @Test func saysGoodbyeToWhoIsConnected() async throws {
        let gateway = try await RunningGateway(ledger: "memory")
        defer { gateway.command.end() }
        let client = try await gateway.client()
        try await gateway.stop()
        #expect(try await client.reply().code == 421)
        try await client.closes()
    }

    @Test func answersHTTPAndHangsUp() async throws {
        let gateway = try await RunningGateway(ledger: "memory")
        defer { gateway.command.end() }
        let client = try LineClient(port: gateway.port)
        client.send(Array("POST / HTTP/1.1\r\nHost: x\r\n\r\nphone amina\r\n*789#\r\n".utf8))
        try await client.closes()
        let text = String(decoding: client.received, as: UTF8.self)
        #expect(text.contains("HTTP/1.1 400 Bad Request\r\n"), "\(text)")
        #expect(!text.contains("220 "))
        let parts = text.components(separatedBy: "\r\n\r\n")
        #expect(parts[0].contains("Content-Length: \(parts[1].utf8.count)"))
    }

    @Test func takenPortIsSaid() async throws {
        let gateway = try await RunningGateway(ledger: "memory")
        defer { gateway.command.end() }
        let ended = try await BuiltCommand.run(
            ["up", "--ledger", "memory", "--line-port", "\(gateway.port)"])
        #expect(ended.status == 4)
        #expect(ended.errors.contains("127.0.0.1:\(gateway.port)"))
        #expect(ended.errors.contains("--line-port 0"))
    }

    @Test func loadingAMenuWithErrorsKeepsTheMenu() async throws {
        let folder = try TemporaryFolder()
        try folder.copyMenus()
        let gateway = try await RunningGateway(ledger: "memory")
        defer { gateway.command.end() }
        let client = try await gateway.client()
        try folder.replace("-> cash\n", with: "-> kash\n", in: "Menus/mavuno/mavuno.menu")
        let refused = try await client.ask("LOAD \(folder("Menus/mavuno"))")
        #expect(refused.code == 271)
        #expect(refused.lines.contains { $0.contains("error[menu.unknown-target]") })
        _ = try await client.ask("PHONE amina")
        #expect(try await client.ask("*789#").lines.contains("2 Cash in or out"))
        _ = try await client.ask("HANGUP")

        try folder.replace("-> kash\n", with: "-> cash\n", in: "Menus/mavuno/mavuno.menu")
        try folder.replace("Cash in or out", with: "Cash", in: "Menus/mavuno/mavuno.menu")
        #expect(try await client.ask("LOAD \(folder("Menus/mavuno"))").code == 250)
        #expect(try await client.ask("*789#").lines.contains("2 Cash"))
        #expect(try await client.ask("LOAD \(folder("nowhere"))").code == 450)
    }

    /// What is no menu would tell in its mistakes what stands in it.
    @Test func noOtherFileIsReadForAMenu() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("topsecret: yes\n", to: "keys.txt")
        let gateway = try await RunningGateway(ledger: "memory")
        defer { gateway.command.end() }
        let client = try await gateway.client()
        for verb in ["LOAD", "CHECK"] {
            let reply = try await client.ask("\(verb) \(path)")
            #expect(reply.code == 403 && reply.words.contains("ends in .menu"), "\(reply)")
            #expect(!"\(reply)".contains("topsecret"))
        }
    }

    @Test func savedMenuIsServedUnlessItIsBroken() async throws {
        let folder = try TemporaryFolder()
        try folder.copyMenus()
        let menu = "Menus/mavuno/mavuno.menu"
        let gateway = try await RunningGateway(ledger: "memory", menus: folder("Menus/mavuno"))
        defer { gateway.command.end() }
        let client = try await gateway.client()
        _ = try await client.ask("PHONE amina")
        #expect(try await client.ask("*789#").lines.contains("2 Cash in or out"))

        try folder.replace("Cash in or out", with: "Cash at an agent", in: menu)
        try await gateway.command.writes("Reloaded \(folder("Menus/mavuno")).")
        // The session that is open goes on in the menu it began with.
        #expect(try await client.ask("6").lines.first == "Help")
        #expect(try await client.ask("0").lines.contains("2 Cash in or out"))
        _ = try await client.ask("HANGUP")
        #expect(try await client.ask("*789#").lines.contains("2 Cash at an agent"))
        _ = try await client.ask("HANGUP")

        try folder.replace("-> cash\n", with: "-> kash\n", in: menu)
        try await gateway.command.writes("stay as they are until this is mended.")
        #expect(gateway.command.output.contains("error[menu.unknown-target]"))
        #expect(try await client.ask("*789#").lines.contains("2 Cash at an agent"))
    }
}

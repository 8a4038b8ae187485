// SPDX-License-Identifier: Apache-2.0
import Testing
import Transports

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The page of the protocol says what the protocol does.
struct ProtocolPageTests {
    /// The rows of the page's tables by their first cell, without backticks.
    private func rows() throws -> [String: [String]] {
        let here = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let path = "/\(here)/Sources/Transports/Transports.docc/LineProtocol.md"
        let file = try #require(fopen(path, "r"))
        defer { fclose(file) }
        var octets = [UInt8](repeating: 0, count: 100_000)
        let count = fread(&octets, 1, octets.count, file)
        let text = String(decoding: octets[..<count], as: UTF8.self)
        var rows: [String: [String]] = [:]
        for line in text.split(separator: "\n") where line.hasPrefix("| ") {
            let cells = line.split(separator: " | ").map { cell in
                cell.filter { $0 != "`" }.split(separator: " ").filter { $0 != "|" }
                    .joined(separator: " ")
            }
            if let first = cells.first { rows[first] = Array(cells.dropFirst()) }
        }
        return rows
    }

    @Test func everyCodeIsOnThePage() throws {
        let codes = try rows().filter { Int($0.key) != nil }
        #expect(Set(codes.keys) == Set(LineCode.allCases.map { String($0.rawValue) }))
        for code in LineCode.allCases {
            #expect(codes[String(code.rawValue)]?.first == (code.hasBlock ? "yes" : "no"))
        }
    }

    @Test func everyVerbIsOnThePage() throws {
        let rows = try rows()
        for verb in LineVerb.allCases {
            let usage = verb.usage.split(separator: "|").joined(separator: "\\|")
            #expect(rows[usage]?.first == verb.summary, "\(usage)")
        }
    }

    @Test func theLimitsAreOnThePage() throws {
        let rows = try rows()
        let limits = LineLimits()
        let said: [String: Int] = [
            "lineOctetsMax": limits.lineOctetsMax,
            "commandsWaitingMax": limits.commandsWaitingMax,
            "connectionsMax": limits.connectionsMax,
            "inboxMessagesMax": limits.inboxMessagesMax,
            "waitSecondsMax": limits.waitSecondsMax,
            "unreadOctetsMax": limits.unreadOctetsMax,
            "tagCharactersMax": LineLimits.tagCharactersMax,
            "nameCharactersMax": LineLimits.nameCharactersMax,
            "settingsMax": LineLimits.settingsMax,
        ]
        for (name, value) in said { #expect(rows[name]?.first == String(value), "\(name)") }
    }
}

// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// `stardial load`: many phones act a scene at once.
@Suite struct LoadTests {
    private struct Page: Decodable {
        struct Latency: Decodable {
            var count: Int
            var p50: Double
            var p999: Double
            var max: Double
        }
        struct Figures: Decodable {
            var scenesAsWritten: Int
            var scenesOtherwise: Int
            var turns: [Latency]
            var allTurns: Latency
            var scenes: Latency
        }
        var lanes: Int
        var ledger: String
        var turnLines: [Int]
        var figures: Figures
    }

    private static let scene = """
        ussd/1
        title: Amina pays Baraka
        menu: mavuno
        clock: 2026-11-20T09:00:00+03:00
        phone amina: +254712000001 pin=4821 balance=2000.00
        phone baraka: +254712000002
        ---
        amina> *789*1*0712000002*500#
          | Send KES 500.00 to Baraka 0712 000 002
          ...
        amina> {{amina.pin}}
          ...
          -- end
        ? balance amina == 1493.00
        ? balance baraka == 500.00
        baraka sms< MAVUNO
          ...
        amina sms< MAVUNO
          ...

        """

    private func load(
        _ scene: String,
        _ more: [String]
    ) async throws -> (RunningCommand.Ended, TemporaryFolder) {
        let folder = try TemporaryFolder()
        let path = try folder.write(scene, to: "pays.ussd")
        let words = ["load", path, "--rate", "20", "--for", "1s", "--phones", "12"] + more
        return (try await BuiltCommand.run(words), folder)
    }

    @Test func everyCopyPaysWithPhonesOfItsOwn() async throws {
        let (ended, _) = try await load(Self.scene, ["--json"])
        #expect(ended.status == 0, "\(ended.output)\(ended.errors)")
        let page = try JSONDecoder().decode(Page.self, from: Data(ended.output.utf8))
        #expect(page.lanes == 6)
        #expect(page.turnLines == [8, 11])
        #expect(page.ledger == "sum 0")
        #expect(page.figures.scenesAsWritten == 20)
        #expect(page.figures.scenesOtherwise == 0)
        #expect(page.figures.turns.map(\.count) == [20, 20])
        #expect(page.figures.allTurns.count == 40)
        #expect(page.figures.scenes.count == 20)
        for latency in page.figures.turns {
            #expect(latency.p50 > 0 && latency.p50 <= latency.p999)
            #expect(latency.p999 <= latency.max)
        }
    }

    @Test func firstWrongAnswerIsShown() async throws {
        let scene = Self.scene.replacing("  | Send KES 500.00", with: "  | Send KES 600.00")
        let (ended, _) = try await load(scene, [])
        #expect(ended.status == 1)
        #expect(ended.output.contains("Scenes  0 as written, 20 otherwise"), "\(ended.output)")
        #expect(ended.output.contains("The first that went otherwise:"))
        #expect(ended.output.contains("-   | Send KES 600.00 to Baraka"))
        #expect(ended.output.contains("+   | Send KES 500.00 to Baraka"))
        #expect(!ended.output.contains("4821"))
    }

    @Test func gatewayElsewhereIsLoadedAndItsLedgerAsked() async throws {
        let gateway = try await RunningGateway(ledger: "memory")
        let against = ["--against", "tcp://127.0.0.1:\(gateway.port)"]
        let (ended, _) = try await load(Self.scene, against)
        #expect(ended.status == 0, "\(ended.output)\(ended.errors)")
        #expect(ended.output.contains("Scenes  20 as written, 0 otherwise"))
        #expect(ended.output.contains("Ledger  sum 0"))
        // The same numbers again have wallets by now.
        let (again, _) = try await load(Self.scene, against)
        #expect(again.status == 1)
        #expect(again.output.contains("has a wallet at the gateway already"), "\(again.output)")
        try await gateway.stop()
    }

    @Test(arguments: [
        (["--rate", "0"], 2), (["--for", "soon"], 2), (["--phones", "0"], 2),
        (["--against", "tcp://127.0.0.1:1"], 4), (["--menus", "Sources"], 1),
    ])
    func whatCannotBeDoneIsSaid(_ words: [String], _ status: Int) async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(Self.scene, to: "pays.ussd")
        let ended = try await BuiltCommand.run(["load", path] + words)
        #expect(Int(ended.status) == status, "\(ended.errors)")
        #expect(ended.errors.hasPrefix("Error: "))
    }

    @Test(arguments: [
        ("phone neema: +254712000003 till=4021", "has a till"),
        ("lang: sw\nstubs: nothing.yaml", "stubs, tariff or network"),
    ])
    func sceneThatCannotBeCopiedIsRefused(_ header: String, _ words: String) async throws {
        let scene = Self.scene.replacing("---\n", with: header + "\n---\n")
        let gateway = try await RunningGateway(ledger: "memory")
        let (ended, _) = try await load(scene, ["--against", "tcp://127.0.0.1:\(gateway.port)"])
        #expect(ended.status == 1)
        #expect(ended.errors.contains(words), "\(ended.errors)")
        try await gateway.stop()
    }

    /// A menu that needs no wallet is somebody's too.
    @Test func aSceneWithoutWalletsIsActed() async throws {
        let (ended, _) = try await load(
            "ussd/1\ntitle: A\nmenu: hello\nphone a: +254712000001 pin=3604\n---\na> *100#\n",
            ["--for", "1s", "--rate", "5"]
        )
        #expect(ended.status == 0, "\(ended.output)\(ended.errors)")
        #expect(ended.output.contains("Scenes  5 as written, 0 otherwise"), "\(ended.output)")
    }
}

// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// `stardial import`: transcripts from the files of other tools.
@Suite struct ImportTests {
    private static let dialoguss = """
        url: http://localhost:7654
        dial: "*100#"
        phoneNumber: 254712000001
        sessions:
          - id: 1
            description: "Should say hello"
            steps:
              - expect: |
                  Hello from Stardial.
                  1 Who are you?
                  2 Bye
              - userInput: "9"
                expect: "Nothing like this {{was}} shown"
          - id: 2
            steps:
              - userInput: ""
        """
    private static let log = """
        2026-11-20 09:00:00 sessionId=A&serviceCode=%2A100%23&phoneNumber=%2B254711222333\
        &networkCode=63902&text=
        CON Enter PIN

        {"time":"2026-11-20T09:00:05Z","sessionId":"B","serviceCode":"*100#"\
        ,"phoneNumber":"+254722333444","text":"1*2","response":"END Bye"}
        2026-11-20 09:00:09 sessionId=A&serviceCode=%2A100%23&phoneNumber=%2B254711222333\
        &networkCode=63902&text=7193
        CON Hello 0711 222 333

        date=2026-11-20+09%3A02%3A00&sessionId=A&status=Incomplete&durationInMillis=71000\
        &hopsCount=2&cost=KES+0.10
        """

    private func all(_ folder: TemporaryFolder, _ name: String) throws -> String {
        try FileManager.default.contentsOfDirectory(atPath: folder(name)).sorted().map { file in
            let text = try String(contentsOfFile: folder("\(name)/\(file)"), encoding: .utf8)
            return "== \(file)\n\(text)"
        }.joined()
    }

    @Test func aDialogussFileBecomesScenes() async throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.dialoguss, to: "shop.yml")
        let command = ["import", "dialoguss", "shop.yml", "-o", "scenes"]
        let ended = try await BuiltCommand.run(command, in: folder.path)
        #expect(ended.status == 0, "\(ended.errors)")
        try Golden.expect(
            ended.errors + ended.output + all(folder, "scenes"),
            is: "import-dialoguss"
        )
        let again = try await BuiltCommand.run(command, in: folder.path)
        #expect(again.status == 4 && again.errors.contains("Nothing was written."))
    }

    @Test func aLogBecomesScenes() async throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.log, to: "app.log")
        let ended = try await BuiltCommand.run(
            ["import", "africastalking", "app.log", "-o", "scenes"],
            in: folder.path
        )
        #expect(ended.status == 0, "\(ended.errors)")
        let text = try ended.errors + ended.output + all(folder, "scenes")
        #expect(!text.contains("7193") && !text.contains("222333") && !text.contains("222 333"))
        try Golden.expect(text, is: "import-africastalking")
    }

    @Test func togetherGoesToTheStandardOutput() async throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.log, to: "app.log")
        let ended = try await BuiltCommand.run(
            ["import", "africastalking", "app.log", "-o", "-", "--together", "--menu", "shop"],
            in: folder.path
        )
        #expect(ended.status == 0 && ended.output.contains("\nmenu: shop\n"), "\(ended.errors)")
        #expect(ended.output.contains("caller2> *100#\n"))
    }

    @Test func whatIsNoFileOfItIsSaidAtItsPlace() async throws {
        let folder = try TemporaryFolder()
        try folder.write("dial: \"*100#\"\nsessions: none\n", to: "shop.yml")
        let ended = try await BuiltCommand.run(
            ["import", "dialoguss", "shop.yml"],
            in: folder.path
        )
        #expect(ended.status == 1)
        let place = "shop.yml:2:11: `sessions` is a list, each session behind `-`. Nothing was"
        #expect(ended.errors.contains(place), "\(ended.errors)")
    }
}

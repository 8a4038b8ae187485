// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// `stardial bundle`: one file that plays anywhere, and a folder made of it again.
@Suite struct BundleTests {
    /// Every bundled transcript plays the same where there is nothing but the one file.
    @Test func everySceneIsTheSameInOneFile() async throws {
        let folder = try TemporaryFolder()
        let bundled = try await BuiltCommand.run(["bundle", "Transcripts", "-o", folder("all")])
        #expect(bundled.status == 0, "\(bundled.errors)")
        let here = try await BuiltCommand.run(["test", "Transcripts"])
        let there = try await BuiltCommand.run(["test", "all"], in: folder.path)
        #expect(there.status == here.status, "\(there.output)")
        let total = here.output.split(separator: "\n").last { $0.contains("transcripts:") }
        #expect(total != nil && there.output.contains(total ?? "nothing"), "\(there.output)")
        #expect(bundled.output.split(separator: "\n").count > 100)
    }

    @Test func whatIsUnpackedPlays() async throws {
        let folder = try TemporaryFolder()
        let scene = "Transcripts/mavuno/three-payments-by-a-part.ussd"
        let bundled = try await BuiltCommand.run(["bundle", scene, "-o", folder("bug.ussd")])
        try Golden.expect(
            bundled.output.replacing(folder.path, with: "FOLDER"),
            is: "bundle"
        )
        let opened = try await BuiltCommand.run(
            ["bundle", "--open", "bug.ussd", "-o", "bug"],
            in: folder.path
        )
        try Golden.expect(opened.output, is: "bundle-open")
        let own = try String(contentsOfFile: folder("bug/bug.ussd"), encoding: .utf8)
        let first = try String(contentsOfFile: "\(BuiltCommand.root)/\(scene)", encoding: .utf8)
        #expect(own == first)
        let played = try await BuiltCommand.run(["test", "bug.ussd"], in: folder("bug"))
        #expect(played.status == 0, "\(played.output)\(played.errors)")
        let again = try await BuiltCommand.run(
            ["bundle", "--open", "bug.ussd", "-o", "bug"],
            in: folder.path
        )
        #expect(again.status == 4 && again.errors.contains("Nothing was written."))
    }

    @Test func nothingIsWrittenOutsideTheFolder() async throws {
        let folder = try TemporaryFolder()
        try folder.write("ussd/1\n---\n-- file a --\nx\n-- file ../b --\ny\n", to: "bad.ussd")
        let ended = try await BuiltCommand.run(
            ["bundle", "--open", "bad.ussd", "-o", "out"],
            in: folder.path
        )
        #expect(ended.status == 1 && ended.errors.contains("Line 5: "), "\(ended.errors)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["bad.ussd"])
    }

    @Test func aSceneWithMistakesIsShownWithoutItsPIN() async throws {
        let folder = try TemporaryFolder()
        let scene = "ussd/1\ntitle: A\nmenu: m\nphone a: +254712000001 pin=4821 balnce=1\n---\n"
        try folder.write(scene + "a> 4821x\na> *1#\n", to: "bad.ussd")
        for command in [["bundle"], ["fmt"]] {
            let ended = try await BuiltCommand.run(command + ["bad.ussd"], in: folder.path)
            #expect(ended.status == 1 && ended.errors.contains("pin=**** balnce=1"))
            #expect(!(ended.output + ended.errors).contains("a: +254712000001 pin=4821"))
        }
    }

    @Test func aFolderWithoutScenesIsSaid() async throws {
        let folder = try TemporaryFolder()
        let ended = try await BuiltCommand.run(["bundle", "."], in: folder.path)
        #expect(ended.status == 3 && ended.errors.contains("There is no .ussd file in ."))
    }

    @Test func plainLeavesTheSceneAsItIs() async throws {
        let scene = "Transcripts/tutorial/hello.ussd"
        let ended = try await BuiltCommand.run(["bundle", "--plain", scene, "-o", "-"])
        let text = try String(contentsOfFile: "\(BuiltCommand.root)/\(scene)", encoding: .utf8)
        #expect(ended.status == 0 && ended.output.hasPrefix(text), "\(ended.errors)")
        #expect(ended.output.contains("-- file Menus/tutorial/1-hello.menu --\n"))
        let other = try await BuiltCommand.run(["bundle", scene, "-o", scene])
        #expect(other.status == 2 && other.errors.contains("is the scene itself"))
        let many = try await BuiltCommand.run(["bundle", "Transcripts/tutorial"])
        #expect(many.status == 2 && many.errors.contains("name a folder"))
    }
}

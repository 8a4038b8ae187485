// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// `stardial test` with scenes that carry files, include parts, and are chosen by tags.
@Suite struct TranscriptFileTests {
    private static func scene(_ settings: String = "", price: String = "60") -> String {
        """
        ussd/1
        title: Amina asks for bread
        menu: shop
        phone amina: +254712000001 pin=4821
        \(settings)
        ---
        amina> *100#
          | Bread is \(price)
          | 1 Thanks
        + parts/thank.ussd who=amina

        """
    }

    private static let part = """
        ussd/1 part
        takes: who
        ---
        who> 1
          | See you
          -- end

        """

    private static let attached = """
        -- file shop.menu --
        menu shop
            text  en
            include words.menu

        dial *100#  -> bread

        screen bread
            | Bread is 60
            1  Thanks  -> thanks
        -- file words.menu --
        screen thanks
            | See you
            end
        -- file parts/thank.ussd --
        \(part)
        """

    @Test func sceneCarriesItsMenuAndItsParts() async throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.scene() + Self.attached, to: "bug.ussd")
        let ended = try await BuiltCommand.run(["test", "bug.ussd"], in: folder.path)
        #expect(ended.status == 0, "\(ended.output)\(ended.errors)")
        #expect(ended.output.contains("1 transcript: 1 passed, 0 failed (2 steps)"))
    }

    @Test func failureSaysWhereTheScreenIsWrittenAndWhichWordDiffers() async throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.scene(price: "65") + Self.attached, to: "bug.ussd")
        let ended = try await BuiltCommand.run(["test", "bug.ussd"], in: folder.path)
        #expect(ended.status == 1)
        #expect(ended.output.contains("\n+   | Bread is 60\n               ^^\n"))
        #expect(
            ended.output.contains("The screen `bread` is written in shop.menu, line 7."),
            "\(ended.output)"
        )
    }

    @Test func attachedMenuWithErrorsSaysWhere() async throws {
        let folder = try TemporaryFolder()
        let broken = Self.attached.replacingOccurrences(of: "-> thanks", with: "-> thank")
        try folder.write(Self.scene() + broken, to: "bug.ussd")
        let ended = try await BuiltCommand.run(["test", "bug.ussd"], in: folder.path)
        #expect(ended.status == 1)
        #expect(ended.output.contains("The attached menu shop has errors: shop.menu:9:"))
    }

    @Test func partsInAFolderAreNotPlayedAndTagsChoose() async throws {
        let folder = try TemporaryFolder()
        let files = Self.attached.components(separatedBy: "-- file parts")[0]
        for name in ["smoke", "slow"] {
            try folder.write(Self.scene("tags: \(name) all") + files, to: "scenes/\(name).ussd")
        }
        try folder.write(Self.part, to: "scenes/parts/thank.ussd")
        let runs = [
            (["scenes"], 0, "2 transcripts: 2 passed"),
            (["--tag", "smoke", "scenes"], 0, "1 transcript: 1 passed"),
            (["--tag", "all", "--not-tag", "slow", "scenes"], 0, "1 transcript: 1 passed"),
            (["--tag", "smoke", "--tag", "slow", "scenes"], 0, "2 transcripts: 2 passed"),
            (["--tag", "none", "scenes"], 1, "there are all, slow, smoke. Nothing was tested."),
            (["scenes/parts/thank.ussd"], 1, "transcript.unknown-phone"),
        ]
        for (arguments, status, said) in runs {
            let ended = try await BuiltCommand.run(["test"] + arguments, in: folder.path)
            #expect(Int(ended.status) == status, "\(arguments)")
            #expect((ended.output + ended.errors).contains(said), "\(ended.output)\(ended.errors)")
        }
    }

    @Test func expectedFailureIsNoFailure() async throws {
        let folder = try TemporaryFolder()
        let scene = Self.scene("xfail: bread will be dearer", price: "65") + Self.attached
        try folder.write(scene, to: "bug.ussd")
        let ended = try await BuiltCommand.run(["test", "bug.ussd"], in: folder.path)
        #expect(ended.status == 0)
        #expect(ended.output.hasPrefix("x\n"))
        #expect(ended.output.contains("1 transcript: 0 passed, 0 failed, 1 failed as expected"))
    }
}

// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// Tariffs as their authors and testers use them: checked, explained, mended and chosen.
@Suite struct TariffCheckTests {
    /// Menus with Kenya's tariff, in which a text is replaced.
    private func folder(_ text: String = "", with other: String = "") throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.copyMenusInOneLanguage()
        if !text.isEmpty { try folder.replace(text, with: other, in: "Menus/kenya.tariff.yaml") }
        return folder
    }

    @Test func theTariffsDeliveredAreProved() async throws {
        let ended = try await BuiltCommand.run(["check", "Menus"])
        #expect(ended.status == 0, "\(ended.errors)")
        #expect(
            ended.output == """
                bangladesh: BDT, 2 levels, 5 bands: every amount has one price.
                kenya: KES, 3 levels, 26 bands: every amount has one price.
                uganda: UGX, 2 levels, 20 bands: every amount has one price.

                """
        )
    }

    @Test(arguments: ["Menus/kenya.tariff.yaml", "Menus", "Menus/mavuno"])
    func everyMistakeIsToldWithItsPlace(path: String) async throws {
        let folder = try folder(
            "{from: 101, to: 500, fee: 7}",
            with: "{from: 102, to: 500, fee: 7}"
        )
        try folder.replace("  tries: 3\n", with: "  tires: 3\n", in: "Menus/kenya.tariff.yaml")
        let ended = try await BuiltCommand.run(
            ["check", "--short", folder(path)]
        )
        #expect(ended.status == 1)
        let ids = ended.output.matches(of: /\[(tariff\.[a-z-]+)\]/).map { String($0.1) }
        #expect(ids == ["tariff.gap", "tariff.missing-key", "tariff.unknown-key"])
        #expect(ended.output.contains("kenya.tariff.yaml:28:14: error[tariff.gap]"))
        #expect(!ended.output.contains("menu."))
    }

    @Test func aMistakeIsDrawnForPeople() async throws {
        let folder = try folder(
            "{from: 101, to: 500, fee: 7}",
            with: "{from: 102, to: 500, fee: 7}"
        )
        let ended = try await BuiltCommand.run(["check", folder("Menus/kenya.tariff.yaml")])
        #expect(ended.status == 1)
        try Golden.expect(
            ended.output.replacing(folder.path + "/", with: ""),
            is: "check-tariff-gap"
        )
    }

    @Test(arguments: ["json", "sarif", "github", "junit"])
    func everyFormatTellsOfTariffs(format: String) async throws {
        let folder = try folder("fee: 108}", with: "fee: 185%}")
        let ended = try await BuiltCommand.run(
            ["check", "--format", format, folder("Menus/kenya.tariff.yaml")]
        )
        #expect(ended.status == 1)
        #expect(ended.output.contains("tariff.percent-too-much"))
        #expect(ended.output.contains("kenya.tariff.yaml"))
    }

    @Test func aCertainChangeMendsATariff() async throws {
        let folder = try folder("  tries: 3\n", with: "  tires: 3\n")
        let before = try #require(
            FileManager.default.contents(atPath: BuiltCommand.root + "/Menus/kenya.tariff.yaml")
        )
        let path = folder("Menus/kenya.tariff.yaml")
        let ended = try await BuiltCommand.run(["check", "--fix", path])
        #expect(ended.status == 0, "\(ended.output)")
        #expect(ended.output.contains("`tires` → `tries`"))
        #expect(FileManager.default.contents(atPath: path) == before)
    }

    @Test func aWarningLetsMenusBeChecked() async throws {
        let folder = try folder("to: 500, fee: 7}", with: "to: 500, fee: 700}")
        let ended = try await BuiltCommand.run(["check", folder("Menus/mavuno")])
        #expect(ended.status == 0)
        #expect(ended.output.contains("warning[tariff.fee-above-amount]"))
        #expect(ended.output.contains("every screen fits"))
    }

    @Test(arguments: ["tariff.gap", "gap"])
    func aFindingIsExplained(id: String) async throws {
        let ended = try await BuiltCommand.run(["explain", id])
        #expect(ended.status == 0)
        #expect(ended.output.hasPrefix("tariff.gap\n\nBetween two bands"))
        #expect(ended.output.contains("Wrong:") && ended.output.contains("Right:"))
        let list = try await BuiltCommand.run(["explain"])
        #expect(list.output.contains("tariff.unreachable-limit"))
    }

    @Test(arguments: [
        ("bangladesh", "BDT 2,000.00"), ("uganda", "UGX 200,000"), ("kenya", "KES 2,000.00"),
    ])
    func theTariffIsChosenByName(name: String, balance: String) async throws {
        let ended = try await BuiltCommand.run(
            ["line", "--tariff", name],
            input: .pipe(Data("PHONE amina\n*789#\n".utf8))
        )
        #expect(ended.status == 0, "\(ended.errors)")
        let replies = LineReplies.read(ended.output)
        #expect(replies.last?.lines.first == "Amina, you have \(balance)")
        let checked = try await BuiltCommand.run(["check", "Menus/mavuno", "--tariff", name])
        #expect(checked.status == 0)
        #expect(checked.output.hasPrefix("mavuno: "))
    }

    @Test func aNameThatIsNoneIsCorrected() async throws {
        let ended = try await BuiltCommand.run(["line", "--tariff", "ugandda"])
        #expect(ended.status == 3)
        #expect(ended.errors.contains("Did you mean uganda?"))
    }

    @Test func severalWithoutADefaultMustBeNamed() async throws {
        let folder = try TemporaryFolder()
        try folder.copyMenus()
        try folder.replace(
            "default: true               #",
            with: "#",
            in: "Menus/kenya.tariff.yaml"
        )
        let ended = try await BuiltCommand.run(["check", folder("Menus/mavuno")])
        #expect(ended.status == 2)
        #expect(ended.errors.contains("bangladesh, kenya, uganda"))
        #expect(ended.errors.contains("default: true"))
    }
}

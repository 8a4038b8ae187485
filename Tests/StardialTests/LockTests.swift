// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// Shortcuts that people know, as an author who changes a menu meets them.
@Suite struct LockTests {
    private static let main = "Menus/mavuno/mavuno.menu"
    private static let lock = "Menus/mavuno/shortcuts.lock"

    private func check(
        _ folder: TemporaryFolder,
        _ words: String...
    ) async throws -> RunningCommand.Ended {
        try await BuiltCommand.run(["check", "Menus/mavuno"] + words, in: folder.path)
    }

    @Test func theBundledLockIsAsTheMenuIs() async throws {
        let folder = try TemporaryFolder()
        try folder.copyMenus()
        let before = try String(contentsOfFile: folder(Self.lock), encoding: .utf8)
        let ended = try await check(folder, "--lock")
        #expect(ended.status == 0, "\(ended.output)\(ended.errors)")
        #expect(ended.output.hasPrefix("\(Self.lock) is as the menus are.\n"), "\(ended.output)")
        #expect(try String(contentsOfFile: folder(Self.lock), encoding: .utf8) == before)
    }

    @Test func aPromiseIsHeldUntilItIsChangedOnPurpose() async throws {
        let folder = try TemporaryFolder()
        try folder.copyMenus()
        try folder.replace(
            "dial *789*2*{till: text}*{amount: money}#         -> withdraw\n",
            with: "dial *789*3*{till: text}*{amount: money}#  -> withdraw\n",
            in: Self.main
        )
        let held = try await check(folder)
        #expect(held.status == 1)
        try Golden.expect(held.output, is: "check-shortcut")
        let fixed = try await check(folder, "--fix")
        #expect(fixed.output.hasPrefix("Nothing was changed"), "\(fixed.output)")
        let locked = try await check(folder, "--lock", "--short")
        #expect(locked.status == 0, "\(locked.output)\(locked.errors)")
        #expect(
            locked.output.hasPrefix(
                """
                \(Self.lock) was written.
                  - dial *789*2*{till: text}*{amount: money}# -> withdraw
                  + dial *789*3*{till: text}*{amount: money}# -> withdraw
                mavuno: 
                """
            ),
            "\(locked.output)"
        )
        let again = try await check(folder)
        #expect(again.status == 0, "\(again.output)")
    }

    @Test func aMenuWithOtherErrorsIsNotLocked() async throws {
        let folder = try TemporaryFolder()
        try folder.copyMenus()
        try folder.replace("-> cash\n", with: "-> kash\n", in: Self.main)
        try folder.replace("sms BAL ", with: "sms BALANCE ", in: "Menus/mavuno/commands.menu")
        let before = try String(contentsOfFile: folder(Self.lock), encoding: .utf8)
        let ended = try await check(folder, "--lock")
        #expect(ended.status == 1)
        #expect(ended.output.contains("menu.unknown-target"), "\(ended.output)")
        #expect(ended.errors.contains("has errors, so no lock was written"), "\(ended.errors)")
        #expect(try String(contentsOfFile: folder(Self.lock), encoding: .utf8) == before)
    }

    @Test func aLockWithAConflictIsLeftAlone() async throws {
        let folder = try TemporaryFolder()
        try folder.copyMenus()
        try folder.replace("menu mavuno\n", with: "<<<<<<< ours\nmenu mavuno\n", in: Self.lock)
        let ended = try await check(folder, "--lock")
        #expect(ended.status == 1)
        #expect(ended.errors.contains("was left as it is"), "\(ended.errors)")
        #expect(ended.output.contains("\(Self.lock):6:1"), "\(ended.output)")
    }

    @Test func menusOfOneFolderShareALock() async throws {
        let folder = try TemporaryFolder()
        try folder.copyMenus()
        let one = try await BuiltCommand.run(
            ["check", "Menus/tutorial/1-hello.menu", "--lock"],
            in: folder.path
        )
        #expect(one.status == 0, "\(one.output)\(one.errors)")
        let warned = try await BuiltCommand.run(
            ["check", "Menus/tutorial", "--short"],
            in: folder.path
        )
        #expect(warned.status == 0)
        #expect(warned.output.contains("warning[menu.shortcut-unlocked]: 2 new shortcuts"))
        let all = try await BuiltCommand.run(
            ["check", "Menus/tutorial", "--lock"],
            in: folder.path
        )
        #expect(all.status == 0, "\(all.output)\(all.errors)")
        let lock = try String(
            contentsOfFile: folder("Menus/tutorial/shortcuts.lock"),
            encoding: .utf8
        )
        #expect(
            lock.contains(
                """

                menu clinic
                    dial *101# -> clinic
                    dial *101*{day: number}# -> book

                menu hello
                    dial *100# -> market

                menu pocket
                    dial *102# -> pocket

                """
            ),
            "\(lock)"
        )
    }
}

// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// A project that `stardial init` began.
@Suite struct InitTests {
    @Test func passesAtOnce() async throws {
        let folder = try TemporaryFolder()
        let begun = try await BuiltCommand.run(["init", "shop"], in: folder.path)
        #expect(begun.status == 0, "\(begun.errors)")
        try Golden.expect(begun.output, is: "init")
        let checked = try RunningCommand(
            ["/bin/sh", folder("shop/ci.sh")],
            in: folder.path,
            environment: BuiltCommand.environment.merging(
                ["STARDIAL": try BuiltCommand.executable()]
            ) { _, new in new }
        )
        defer { checked.end() }
        let ended = try await checked.ended()
        #expect(ended.status == 0, "\(ended.output)\(ended.errors)")
        #expect(ended.output.contains("3 passed, 0 failed"))
    }

    @Test func theNextLinesCanBePasted() async throws {
        let folder = try TemporaryFolder()
        let begun = try await BuiltCommand.run(["init", "Ann's shop"], in: folder.path)
        #expect(begun.output.contains("\n  cd 'Ann'\\''s shop'\n"), "\(begun.output)")
    }

    @Test func visitsAllOfItsMenu() async throws {
        let folder = try TemporaryFolder()
        _ = try await BuiltCommand.run(["init"], in: folder.path)
        let tested = try await BuiltCommand.run(
            ["test", "--coverage", "coverage.json"],
            in: folder.path
        )
        #expect(tested.output.contains("screens 6 of 6, options 9 of 9"), "\(tested.output)")
    }

    @Test func touchesNothingThatIsThere() async throws {
        let folder = try TemporaryFolder()
        try folder.write("mine\n", to: "shop/ci.sh")
        let ended = try await BuiltCommand.run(["init", "shop"], in: folder.path)
        #expect(ended.status == 4)
        #expect(ended.errors.contains("There is shop/ci.sh already. Nothing was written."))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder("shop")) == ["ci.sh"])
    }
}

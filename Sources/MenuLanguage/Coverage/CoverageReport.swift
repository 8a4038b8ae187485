// SPDX-License-Identifier: Apache-2.0

/// What a run visited of every menu it played: the file that `stardial test --coverage` writes.
public struct CoverageReport: Sendable, Codable {
    /// What the file is: ``currentSchema``.
    public let schema: String
    /// The menus by name.
    public let menus: [Coverage]

    /// The schema of this version.
    public static let currentSchema = "stardial-coverage/1"

    /// Makes a report.
    public init(_ menus: [Coverage]) {
        schema = Self.currentSchema
        self.menus = menus.sorted { $0.menu < $1.menu }
    }

    /// One line: `coverage: screens 48 of 52, options 90 of 101, outcomes 60 of 140`.
    public var summary: String {
        func count(_ noun: String, _ isMeant: (CoverageKey.Kind) -> Bool) -> String {
            let tallies = menus.map { $0.tally(isMeant) }
            let visited = tallies.reduce(0) { $0 + $1.visited }
            return "\(noun) \(visited) of \(tallies.reduce(0) { $0 + $1.of })"
        }
        let parts = [
            count("screens", \.isShown), count("options") { $0 == .option || $0 == .item },
            count("outcomes") { $0 == .outcome },
        ]
        return "coverage: " + parts.joined(separator: ", ")
    }
}

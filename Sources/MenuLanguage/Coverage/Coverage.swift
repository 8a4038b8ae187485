// SPDX-License-Identifier: Apache-2.0
public import Dialogue
public import SourceText

/// Everything of one menu that can be visited, and how often it was.
public struct Coverage: Sendable, Codable {
    /// The menu's name.
    public let menu: String
    /// The languages of the menu, as `en`, the written one first.
    public let languages: [String]
    /// What can be visited, in the order of the program.
    public private(set) var items: [CoverageItem]
    /// The places of the items by what they are.
    private var places: [CoverageKey: Int]

    private enum CodingKeys: String, CodingKey {
        case menu, languages, items
    }

    /// The universe of a program, with nothing visited.
    ///
    /// - Parameters:
    ///   - program: The compiled menu.
    ///   - contracts: What its services promise, which names the fields in conditions.
    ///   - sites: Where its states are written; empty when that is not known.
    ///   - sources: The files of the menu.
    public init(
        _ program: MenuProgram,
        contracts: [ServiceContract],
        sites: [StateSite] = [],
        sources: SourceSet = SourceSet()
    ) {
        menu = program.name
        languages = program.languages
        items = CoverageUniverse(program, contracts, sites, sources).items()
        places = Self.places(items)
    }

    /// Reads the coverage of a menu from a report.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        menu = try values.decode(String.self, forKey: .menu)
        languages = try values.decode([String].self, forKey: .languages)
        items = try values.decode([CoverageItem].self, forKey: .items)
        places = Self.places(items)
    }

    /// Adds visits; what the menu does not have is left out.
    public mutating func add(_ key: CoverageKey, language: String, times: Int = 1) {
        guard let place = places[key] else { return }
        let (sum, overflow) = items[place].visits[language, default: 0]
            .addingReportingOverflow(times)
        items[place].visits[language] = overflow ? .max : sum
    }

    /// Adds the visits of another run of the same menu.
    public mutating func merge(_ other: Coverage) {
        for item in other.items {
            for (language, times) in item.visits {
                add(item.key, language: language, times: times)
            }
        }
    }

    /// The item of a key, or nil when the menu has no such thing.
    public func item(_ key: CoverageKey) -> CoverageItem? { places[key].map { items[$0] } }

    /// How many of some kinds there are, and how many of them were visited.
    public func tally(_ isMeant: (CoverageKey.Kind) -> Bool) -> (visited: Int, of: Int) {
        let meant = items.filter { isMeant($0.key.kind) }
        return (meant.count { $0.count > 0 }, meant.count)
    }

    private static func places(_ items: [CoverageItem]) -> [CoverageKey: Int] {
        let pairs = items.enumerated().map { ($1.key, $0) }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
}

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

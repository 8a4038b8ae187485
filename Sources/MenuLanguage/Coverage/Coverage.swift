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
    /// What its services can post and refuse, by tariff, operation and rule.
    public private(set) var rules: [CoverageRule] = []
    /// The places of the items by what they are.
    private var places: [CoverageKey: Int]

    private enum CodingKeys: String, CodingKey {
        case menu, languages, items, rules
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
        rules = try values.decodeIfPresent([CoverageRule].self, forKey: .rules) ?? []
        places = Self.places(items)
    }

    /// Writes menu, languages, items, and rules where there are any.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(menu, forKey: .menu)
        try values.encode(languages, forKey: .languages)
        try values.encode(items, forKey: .items)
        if !rules.isEmpty { try values.encode(rules, forKey: .rules) }
    }

    /// Adds visits; what the menu does not have is left out.
    ///
    /// - Parameters:
    ///   - key: What was visited.
    ///   - language: The code of the language that was spoken.
    ///   - times: How often.
    ///   - failing: Whether the scene that visited it failed.
    public mutating func add(
        _ key: CoverageKey,
        language: String,
        times: Int = 1,
        failing: Bool = false
    ) {
        guard let place = places[key], times > 0 else { return }
        items[place].visits[language] =
            items[place].visits[language, default: 0].saturated(adding: times)
        guard failing else { return }
        items[place].failing[language] =
            items[place].failing[language, default: 0].saturated(adding: times)
    }

    /// Makes a rule known, and adds how often it was applied; sorted by tariff and operation.
    ///
    /// - Parameter rule: The rule, whose own visits are added.
    public mutating func add(_ rule: CoverageRule) {
        guard let place = rules.firstIndex(where: { $0.name == rule.name }) else {
            rules.insert(rule, at: rules.firstIndex { rule.name < $0.name } ?? rules.endIndex)
            return
        }
        rules[place].visits = rules[place].visits.saturated(adding: rule.visits)
        rules[place].failing = rules[place].failing.saturated(adding: rule.failing)
    }

    /// Adds the visits of another run of the same menu.
    public mutating func merge(_ other: Coverage) {
        for item in other.items {
            for (language, times) in item.visits {
                let failed = item.failing[language, default: 0]
                add(item.key, language: language, times: failed, failing: true)
                add(item.key, language: language, times: times - failed)
            }
        }
        for rule in other.rules { add(rule) }
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

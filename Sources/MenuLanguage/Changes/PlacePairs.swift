// SPDX-License-Identifier: Apache-2.0

/// The screens and flows of two versions of a menu, matched by name, and by likeness where a name
/// is only in one of them.
struct PlacePairs {
    private let places: [MenuPicture.Place]
    /// The place of the old menu for each place of the new one.
    private(set) var oldIndices: [Int: Int] = [:]
    /// The places of the old menu that have none in the new one, in order.
    private(set) var gone: [Int] = []
    /// The new names by the old ones.
    private(set) var newNames: [String: String] = [:]

    /// How like two must be to be one under another name, of 100.
    static let likenessMin = 60
    /// The most pairs that are weighed; beyond that nothing is taken for renamed.
    static let pairsMax = 100_000

    init(_ old: [MenuPicture.Place], _ new: [MenuPicture.Place]) {
        places = old
        let byName = Dictionary(
            old.enumerated().map { ($1.name, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        for (index, place) in new.enumerated() {
            guard let before = byName[place.name], old[before].isFlow == place.isFlow else {
                continue
            }
            oldIndices[index] = before
        }
        let taken = Set(oldIndices.values)
        gone = old.indices.filter { !taken.contains($0) }
        let come = new.indices.filter { oldIndices[$0] == nil }
        if gone.count * come.count <= Self.pairsMax { matchByLikeness(old, new, come) }
        for (index, before) in oldIndices { newNames[old[before].name] = new[index].name }
    }

    /// The place of the old menu that a place of the new one was.
    func old(of index: Int) -> MenuPicture.Place? { oldIndices[index].map { places[$0] } }

    private mutating func matchByLikeness(
        _ old: [MenuPicture.Place],
        _ new: [MenuPicture.Place],
        _ come: [Int]
    ) {
        let was = Dictionary(uniqueKeysWithValues: gone.map { ($0, Self.traits(old[$0])) })
        let now = Dictionary(uniqueKeysWithValues: come.map { ($0, Self.traits(new[$0])) })
        var found: [(likeness: Int, old: Int, new: Int)] = []
        for before in gone {
            for after in come where old[before].isFlow == new[after].isFlow {
                let likeness = Alignment.likeness(was[before] ?? [], now[after] ?? [])
                if likeness >= Self.likenessMin { found.append((likeness, before, after)) }
            }
        }
        found.sort { ($1.likeness, $0.old, $0.new) < ($0.likeness, $1.old, $1.new) }
        var taken: Set<Int> = []
        for pair in found where oldIndices[pair.new] == nil && !taken.contains(pair.old) {
            oldIndices[pair.new] = pair.old
            taken.insert(pair.old)
        }
        gone.removeAll(where: taken.contains)
    }

    /// What a place is recognised by, apart from its name.
    private static func traits(_ place: MenuPicture.Place) -> Set<String> {
        var traits = Set(place.parameters.map { "(" + $0 })
        for step in place.steps {
            for text in step.text ?? [] { traits.formUnion(text.lines.map { "|" + $0 }) }
            for option in step.options where !["back", "home"].contains(option.action) {
                traits.insert("\(option.label) -> \(option.action)")
            }
            if let ask = step.ask { traits.insert("ask \(ask.name): \(ask.type)") }
            if let call = step.call { traits.insert("call \(call.operation)") }
            if case .go(let target) = step.kind { traits.insert("-> " + target) }
        }
        return traits
    }
}

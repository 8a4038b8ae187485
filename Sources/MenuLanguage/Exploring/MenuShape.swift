// SPDX-License-Identifier: Apache-2.0
public import Dialogue
import GSM

/// What can be said about a menu without dialling it: its size, its dead ends, its long ways.
public struct MenuShape: Sendable, Encodable {
    /// How many screens, questions, ends and calls can be reached.
    public let screens, questions, ends, calls: Int
    /// How many different rows of options the screens and questions can show in all.
    public let optionRows: Int
    /// The places whose options depend on conditions, with their rows of options.
    public let guarded: [Guarded]
    /// The lists and the most pages they have, as far as that was proved.
    public let lists: [Paged]
    /// Screens from which the only drawn way leads back or home.
    public let leadOnlyBack: [String]
    /// Screens and questions after which the dialogue can only end.
    public let leadOnlyToEnd: [String]
    /// Places from which no option, answer or key leads to an end or to a first screen.
    public let inescapable: [String]
    /// The longest ways, the slowest first.
    public let longest: [LongWay]
    /// How long the network lets a session last, in seconds.
    public let sessionSeconds: Int

    /// A place with conditions.
    public struct Guarded: Hashable, Sendable, Encodable {
        /// The place.
        public let state: String
        /// How many rows of options its conditions allow; conditions that cannot be told apart
        /// by their values count as independent.
        public let rows: Int
    }

    /// A list.
    public struct Paged: Hashable, Sendable, Encodable {
        /// The place.
        public let state: String
        /// The most pages.
        public let pages: Int
    }

    /// The quickest way to a place that is far.
    public struct LongWay: Hashable, Sendable, Encodable {
        /// What is dialled.
        public let entry: String
        /// The end or screen that it leads to.
        public let state: String
        /// How many keys are pressed, those for sending included.
        public let keys: Int
        /// How long it takes, in seconds.
        public let seconds: Int
    }

    /// What reading and typing take.
    public enum Pace {
        /// Words read in a second; a value counts as a word.
        public static let wordsPerSecond = 3
        /// Seconds that pressing a key takes.
        public static let secondsPerKey = 1
        /// How many long ways are told.
        public static let longestMax = 3
    }

    /// Looks at a program.
    ///
    /// - Parameters:
    ///   - program: The compiled menu.
    ///   - proof: That its screens fit, which knows the pages of lists; nil for unknown.
    public init(_ program: MenuProgram, proof: MenuProof? = nil) {
        let ways = ProgramWays(program)
        let reached = ways.reached
        func count(_ isMeant: (State.Kind) -> Bool) -> Int {
            reached.count { isMeant(program.states[$0].kind) }
        }
        screens = count { if case .screen = $0 { true } else { false } }
        questions = count { if case .ask = $0 { true } else { false } }
        ends = count { if case .end = $0 { true } else { false } }
        calls = count { if case .call = $0 { true } else { false } }
        let places = reached.filter(ways.isPlace)
        let rows = places.map { ($0, OptionRows.count(program.states[$0].choices)) }
        optionRows = rows.reduce(0) { $0 + $1.1 }
        guarded = rows.filter { $0.1 > 1 }.map {
            Guarded(state: program.states[$0.0].name, rows: $0.1)
        }
        let pages = Dictionary(
            (proof?.largest ?? []).map { ($0.name, $0.pages) },
            uniquingKeysWith: max
        )
        lists = places.compactMap { index in
            guard case .screen(let screen) = program.states[index].kind, screen.each != nil else {
                return nil
            }
            let name = program.states[index].name
            return Paged(state: name, pages: pages[name] ?? 1)
        }
        func names(_ indices: [Int]) -> [String] { indices.map { program.states[$0].name } }
        leadOnlyBack = names(places.filter(ways.leadsOnlyBack))
        leadOnlyToEnd = names(places.filter(ways.leadsOnlyToEnd))
        inescapable = names(places.filter { !ways.escapes($0) })
        longest = Array(LongWays(program, ways).all.prefix(Pace.longestMax))
        sessionSeconds = program.profile.sessionSeconds
    }
}

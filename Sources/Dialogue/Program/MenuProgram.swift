// SPDX-License-Identifier: Apache-2.0
public import GSM
public import Patterns

/// The position of a state in ``MenuProgram/states``.
public typealias StateIndex = UInt16

/// The number of a variable; a dialogue stores only the slots that are set.
public typealias SlotIndex = UInt16

/// A compiled menu: immutable, flat, and all that a dialogue needs to run.
///
/// The runtime never sees menu source. A class, so that a session holds one reference to the
/// version it began with.
public final class MenuProgram: Sendable {
    /// The menu's name.
    public let name: String
    /// A number that differs when the source differs.
    public let version: UInt64
    /// The language that the menu is written in, as `en`.
    public let language: String
    /// The country whose numbering plan reads typed numbers.
    public let country: Country
    /// How amounts are written.
    public let amountFormat: AmountFormat
    /// The screen limits and timers.
    public let profile: NetworkProfile
    /// The keys for back, home and more.
    public let keys: NavigationKeys
    /// The states; targets are indexes into this.
    public let states: [State]
    /// The patterns of `ask … : pattern`.
    public let patterns: [Pattern]
    /// The service operations that call states name by index.
    public let operations: [ServiceOperation]
    /// The strings that can be dialled.
    public let dialRoutes: [DialRoute]
    /// The commands that can be sent by SMS.
    public let smsRoutes: [SMSRoute]
    /// The flow that runs before every dialled session, or nil.
    public let before: Jump?
    /// How a dropped dialogue is taken up again, or nil when it never is.
    public let resume: ResumePolicy?
    /// What an option list says to a key that is not on it, unless it says so itself.
    public let wrongChoice: Body
    /// The names of the slots, for traces; secrets are named too, never shown.
    public let slotNames: [String]
    /// How amounts are written in ``language``.
    public let numbers: NumberStyle
    /// The other languages that the menu can be shown in.
    public let also: [ProgramLanguage]
    /// The codes of all languages, ``language`` first; a ``LanguageIndex`` is a position in it.
    public let languages: [String]
    /// What can be dialled without arguments, the codes of fewest segments first.
    public let plainCodes: [ServiceCode]

    /// The states as the machine visits them, those of each language behind the others.
    fileprivate let nodes: [Node]
    /// What each language has beside its states.
    fileprivate let speeches: [Speech]
    fileprivate let styles: [NumberStyle]
    fileprivate let dateStyles: [DateStyle]
    fileprivate let stateCount: Int
    /// What ``profile`` and ``country`` say, prepared for every turn.
    let septetsMax: Int
    let ucs2UnitsMax: Int
    let inputCharactersMax: Int
    let homeNumbers: HomeNumbers

    /// Makes a program from its parts, which only a compiler or a test does.
    ///
    /// `also` has at most 255 languages; the others are left out.
    public init(
        name: String,
        version: UInt64,
        language: String,
        country: Country,
        amountFormat: AmountFormat,
        profile: NetworkProfile,
        keys: NavigationKeys,
        states: [State],
        patterns: [Pattern],
        operations: [ServiceOperation],
        dialRoutes: [DialRoute],
        smsRoutes: [SMSRoute],
        before: Jump?,
        resume: ResumePolicy?,
        wrongChoice: Body,
        slotNames: [String],
        numbers: NumberStyle = .english,
        also: [ProgramLanguage] = []
    ) {
        self.name = name
        self.version = version
        self.language = language
        self.country = country
        self.amountFormat = amountFormat
        self.profile = profile
        self.keys = keys
        self.states = states
        self.patterns = patterns
        self.operations = operations
        self.dialRoutes = dialRoutes
        self.smsRoutes = smsRoutes
        self.before = before
        self.resume = resume
        self.wrongChoice = wrongChoice
        self.slotNames = slotNames
        self.numbers = numbers
        self.also = Array(also.prefix(Int(LanguageIndex.max)))
        languages = [language] + self.also.map(\.code)
        septetsMax = profile.menuSeptetsMax
        ucs2UnitsMax = profile.menuUCS2UnitsMax
        inputCharactersMax = Dialogue.Limits.inputCharactersMax(in: profile)
        homeNumbers = HomeNumbers(country)
        nodes =
            states.map(Node.init)
            + self.also.flatMap { other in
                states.indices.map { index in
                    Node(other.states.indices.contains(index) ? other.states[index] : states[index])
                }
            }
        stateCount = states.count
        plainCodes = dialRoutes.compactMap(\.plainCode).sorted {
            $0.segments.count < $1.segments.count
        }
        styles = [numbers] + self.also.map(\.numbers)
        dateStyles = languages.map { DateStyle.of(language: $0, country: country.rawValue) }
        let own = Speech(wrongChoice, keys.more, keys.moreLabel)
        speeches =
            [own] + self.also.map { Speech($0.wrongChoice, keys.more, $0.moreLabel) }
    }
}

extension MenuProgram {
    /// Room for a screen of either alphabet, and for a text that just fails to be one.
    var screenOctetsMax: Int { min(max(septetsMax, ucs2UnitsMax, 1), 1 << 20) * 4 }

    /// A state in a language; both must be positions of this program.
    func node(_ state: StateIndex, _ language: LanguageIndex) -> Node {
        nodes[Int(language) * stateCount + Int(state)]
    }

    /// What a language has beside its states.
    func speech(_ language: LanguageIndex) -> Speech { speeches[Int(language)] }

    /// How a language writes amounts.
    func style(_ language: LanguageIndex) -> NumberStyle { styles[Int(language)] }

    /// How a language writes days and times for readers in the program's country.
    func dates(_ language: LanguageIndex) -> DateStyle { dateStyles[Int(language)] }

    /// The most units of a screen in an alphabet.
    func unitsMax(in alphabet: Alphabet) -> Int {
        alphabet == .gsm7 ? septetsMax : ucs2UnitsMax
    }

    /// Whether a screen of this size can be shown.
    func fits(_ size: TextSize) -> Bool {
        size.units <= unitsMax(in: size.alphabet)
    }
}

/// The slots that every program has.
public enum ReservedSlot {
    /// `{typed}`: what the subscriber typed, cut and cleaned for display.
    public static let typed: SlotIndex = 0
    /// `{least}`: the lower bound that was missed.
    public static let least: SlotIndex = 1
    /// `{most}`: the upper bound that was passed.
    public static let most: SlotIndex = 2
    /// The first slot a compiler may give away.
    public static let firstFree: SlotIndex = 3
}

/// The keys that work on every screen where they cannot be an answer.
public struct NavigationKeys: Hashable, Sendable {
    /// The key that returns to the question before, or nil.
    public let back: String?
    /// The key that returns to where the service code leads, or nil.
    public let home: String?
    /// The key that turns the page of a list, or nil.
    public let more: String?
    /// The word drawn after ``more``.
    public let moreLabel: String

    /// Makes a set of keys.
    public init(back: String?, home: String?, more: String?, moreLabel: String = "More") {
        self.back = back
        self.home = home
        self.more = more
        self.moreLabel = moreLabel
    }
}

/// How long, and by which screen, a dropped dialogue can be taken up again.
public struct ResumePolicy: Hashable, Sendable {
    /// The window in seconds.
    public let seconds: Int
    /// The screen that asks whether to go on or to start again.
    public let ask: StateIndex

    /// Makes a policy.
    public init(seconds: Int, ask: StateIndex) {
        self.seconds = seconds
        self.ask = ask
    }
}

/// An operation as a program calls it.
public struct ServiceOperation: Hashable, Sendable {
    /// The service's name.
    public let service: String
    /// The operation's name.
    public let name: String
    /// Whether it moves money.
    public let posts: Bool

    /// Makes an operation.
    public init(service: String, name: String, posts: Bool) {
        self.service = service
        self.name = name
        self.posts = posts
    }
}

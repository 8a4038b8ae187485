// SPDX-License-Identifier: Apache-2.0

/// The words of the language, from the tables that the parser reads by.
///
/// Whoever colours menus takes the words from here, so that no list of them goes stale.
public enum MenuVocabulary {
    /// The words that begin a definition at the left margin: `menu`, `screen`.
    public static let definitions = MenuKeyword.allCases.filter(\.isDefinition).map(\.rawValue)
    /// The words that begin a line under a definition: `ask`, `call`, `wrong`.
    public static let lines = MenuKeyword.allCases.filter { !$0.isDefinition }.map(\.rawValue)
    /// The words that begin a line under `service`.
    public static let services = ["within", "retries", "record"]
    /// The settings under `menu`.
    public static let settings = SettingForm.all.map(\.name)
    /// The types of questions, parameters and routes.
    public static let types =
        AskType.allCases.map(\.rawValue) + ["flag", "date", "time", "moment"]
    /// The places that the language gives.
    public static let ways = ["back", "home", "continue", "resume"]
    /// The values that the language gives.
    public static let values = DraftBuilder.variableWords
    /// The words of conditions.
    public static let conditions = ["when", "and", "or", "not", "is", "set"]
    /// The words between names: `as` in an outcome, `in` behind `each`, `at` in a service.
    public static let joints = ["as", "in", "at", "list", "posts", "reads", "seconds"]
    /// The uses of navigation keys.
    public static let keyUses = ["back", "home", "more"]

    /// What a setting means, in one sentence; empty for a setting that says it by its name.
    public static func meaning(ofSetting name: String) -> String {
        switch name {
        case "text": "The language that the texts of this menu are written in, such as `en`."
        case "also": "More languages, each with a file of translations beside this one."
        case "country": "The country whose phone numbers are understood and written."
        case "network": "The network whose limits every screen is proved to keep."
        case "services": "The services whose operations this menu may call."
        case "me": "The operation that tells who dials; its result is `me` on every screen."
        case "keys": "The keys that work everywhere: `back`, `home`, and `more` for long lists."
        case "include": "More files of this menu; every file sees the names of all the others."
        case "before": "The flow that runs before anything that was dialled."
        case "resume":
            "How many seconds a dropped dialogue waits, and the screen that asks whether to go on."
        case "wrong": "What is said to a key that is not on the list."
        case "otherwise": "Where outcomes lead that a call does not answer itself."
        default: ""
        }
    }

    /// What a keyword does, in one sentence.
    public static func meaning(ofKeyword word: String) -> String {
        switch MenuKeyword(rawValue: word) {
        case .menu: "Names the menu; its settings stand under it."
        case .dial: "What is dialled, and the screen or flow that it opens."
        case .sms: "What is sent as an SMS, and the screen or flow that answers."
        case .screen: "What the phone shows: text, options, perhaps a list."
        case .flow: "A row of questions and calls that falls through from one to the next."
        case .service: "A service of somebody else: its address, and what can be asked of it."
        case .ask: "A question; its answer has a name and a type."
        case .call: "A call of a service; its outcomes stand under it."
        case .end: "The session ends here."
        case .each: "A list, a line for each item."
        case .case: "Text by the word of a value."
        case .wrong: "What is said to an answer that is none."
        case .below: "What is said to an answer below the least."
        case .above: "What is said to an answer above the most."
        case nil: ""
        }
    }

    /// Where a place that the language gives leads, in one sentence.
    public static func meaning(ofWay word: String) -> String {
        switch word {
        case "back": "To the screen or question before, with its answers kept."
        case "home": "To what was dialled first."
        case "continue": "On with what was dialled, after the flow `before` or a drop."
        case "resume": "Back into the dialogue that was dropped, where it was."
        default: ""
        }
    }

    /// What a value that the language gives holds, in one sentence.
    public static func meaning(ofValue word: String) -> String {
        switch word {
        case "me": "Who dials, as the operation of the setting `me` tells."
        case "typed": "What was typed, in an error line."
        case "least": "The least that the question takes, in `below` and `above`."
        case "most": "The most that the question takes, in `below` and `above`."
        default: ""
        }
    }
}

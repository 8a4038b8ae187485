// SPDX-License-Identifier: Apache-2.0
import MenuLanguage

/// A grammar by which editors colour a file while no server runs (TextMate, Oniguruma patterns).
public struct TextMateGrammar: Sendable {
    /// The name of the language, such as `menu`.
    public let language: String
    /// The whole grammar.
    public let json: JSONValue

    /// The grammar as a file, in lines.
    public var text: String { json.prettyText }

    private static let name = "[\\p{L}_][\\p{L}\\p{M}\\p{Nd}_]*"

    init(_ language: String, title: String, patterns: [JSONValue], repository: JSONValue) {
        self.language = language
        json = [
            "name": .string(title), "scopeName": .string("source.\(language)"),
            "fileTypes": [.string(language)], "patterns": .array(patterns),
            "repository": repository,
        ]
    }

    /// The grammar of menus, made of the words that the parser reads by.
    public static let menu: TextMateGrammar = {
        let topics = [
            "comment", "definition", "route", "setting", "each", "keyword", "option", "text",
            "arrow", "type", "word", "value", "string", "number", "sign",
        ]
        let rules: [String: JSONValue] = [
            "comment": rule("(?:^|(?<=\\s\\s))\\s*#.*$", "comment.line.number-sign"),
            "definition": [
                "match": .string("^(\(oneOf(named)))\\s+(\(name))"),
                "captures": [
                    "1": ["name": "keyword.control.menu"], "2": ["name": "entity.name.type.menu"],
                ],
            ],
            "route": span(
                "^(\(oneOf(routes)))\\s+",
                end: "(?=\\s->)|$",
                first: "keyword.control",
                content: "string.unquoted.code",
                ["argument"]
            ),
            "setting": rule("^\\s+(?:\(oneOf(settings)))(?=\\s|$)", "keyword.other.setting"),
            "keyword": rule("^\\s+(?:\(oneOf(lines)))(?![\\p{L}\\p{Nd}_])", "keyword.control"),
            "option": span(
                "^\\s+([0-9]+)(?=\\s)",
                end: "(?=\\s->(?:\\s|$))|(?=\\s=\\s+\(name)\\s*$)|$",
                first: "constant.numeric.key",
                content: "string.unquoted.label",
                ["brace", "hole"]
            ),
            "each": [
                "begin": "^\\s+(each)(?=\\s)", "end": "$",
                "beginCaptures": ["1": ["name": "keyword.control.menu"]],
                "patterns": .array(
                    [
                        span(
                            "(\\|)",
                            end: "(?=\\s->(?:\\s|$))|$",
                            first: "punctuation.definition.text",
                            content: "string.unquoted.text",
                            ["brace", "hole"]
                        )
                    ] + ["arrow", "word", "value"].map(include)
                ),
            ],
            "text": span(
                "(\\|)",
                end: "$",
                first: "punctuation.definition.text",
                content: "string.unquoted.text",
                ["brace", "hole"]
            ),
            "brace": rule("\\{\\{|\\}\\}", "constant.character.escape"),
            "hole": rule("\\{[^{}]*\\}", "variable.other.hole"),
            "argument": rule("\\{[^{}]*\\}", "variable.parameter"),
            "arrow": [
                "match": .string("(->)\\s*(?:(\(oneOf(MenuVocabulary.ways)))\\b|(\(name)))?"),
                "captures": [
                    "1": ["name": "keyword.operator.arrow.menu"],
                    "2": ["name": "constant.language.menu"],
                    "3": ["name": "entity.name.type.menu"],
                ],
            ],
            "type": rule("(?<=:)\\s*(?:\(oneOf(MenuVocabulary.types)))\\b", "storage.type"),
            "word": rule("\\b(?:\(oneOf(words)))\\b", "keyword.operator.word"),
            "value": rule("\\b(?:\(oneOf(MenuVocabulary.values)))\\b", "variable.language"),
            "string": rule("\"(?:\\\\.|[^\"\\\\])*\"", "string.quoted.double"),
            "number": rule("\\b[0-9]+(?:\\.[0-9]+)?\\b", "constant.numeric"),
            "sign": rule("\\.\\.\\.|==|!=|<=|>=|<|>|=", "keyword.operator"),
        ]
        return TextMateGrammar(
            "menu",
            title: "Stardial menu",
            patterns: topics.map(include),
            repository: .object(rules)
        )
    }()

    /// The grammar of transcripts.
    ///
    /// - Parameters:
    ///   - settings: the words above `---`.
    ///   - phoneSettings: the words of a phone's line.
    ///   - endings: the words behind `--`.
    /// - Returns: the grammar.
    public static func transcripts(
        settings: [String],
        phoneSettings: [String],
        endings: [String]
    ) -> TextMateGrammar {
        let topics = [
            "comment", "first", "divider", "attachment", "inclusion", "setting", "phone", "press",
            "message", "expectation",
            "pattern", "ending", "time", "check", "fault",
        ]
        let rules: [String: JSONValue] = [
            "comment": rule("^#.*$", "comment.line.number-sign", "ussd"),
            "first": rule("^ussd/[0-9]+(?: part)?$", "keyword.control.version", "ussd"),
            "divider": rule("^---$", "punctuation.separator", "ussd"),
            "attachment": rule("^-- file .+ --$", "keyword.control.file", "ussd"),
            "inclusion": [
                "begin": "^(\\+)\\s*(\"[^\"]*\"|\\S+)", "end": "$",
                "beginCaptures": [
                    "1": ["name": "keyword.control.include.ussd"],
                    "2": ["name": "string.unquoted.path.ussd"],
                ],
                "patterns": [
                    rule("[\\p{L}\\p{Nd}_]+(?==)", "variable.parameter", "ussd"),
                    rule("\"[^\"]*\"", "string.quoted.double", "ussd"), include("hole"),
                ],
            ],
            "setting": rule("^(?:\(oneOf(settings)))(?=:)", "keyword.other.setting", "ussd"),
            "phone": [
                "begin": "^(phone)\\s+([\\p{L}\\p{Nd}_-]+)", "end": "$",
                "beginCaptures": [
                    "1": ["name": "keyword.other.setting.ussd"],
                    "2": ["name": "entity.name.type.ussd"],
                ],
                "patterns": [
                    rule("\\b(?:\(oneOf(phoneSettings)))(?==)", "variable.parameter", "ussd"),
                    rule("\\+[0-9]+", "constant.numeric", "ussd"),
                    rule("\"[^\"]*\"", "string.quoted.double", "ussd"),
                ],
            ],
        ]
        return TextMateGrammar(
            "ussd",
            title: "Stardial transcript",
            patterns: topics.map(include),
            repository: .object(rules.merging(steps(endings)) { own, _ in own })
        )
    }

    /// The rules of a transcript's lines below `---`.
    private static func steps(_ endings: [String]) -> [String: JSONValue] {
        [
            "press": span(
                "^([\\p{L}\\p{Nd}_-]+)>",
                end: "$",
                first: "entity.name.type",
                content: "string.unquoted.typed",
                ["hole"],
                "ussd"
            ),
            "message": [
                "begin": "^([\\p{L}\\p{Nd}_-]+)\\s+((?:sms|ussd)[<>])", "end": "$",
                "beginCaptures": [
                    "1": ["name": "entity.name.type.ussd"], "2": ["name": "keyword.operator.ussd"],
                ],
                "patterns": [
                    rule("\\b(?:within|none)\\b", "keyword.control", "ussd"), include("hole"),
                ],
            ],
            "expectation": span(
                "^\\s+(?:[a-z]{2,3})?(\\|)",
                end: "$",
                first: "punctuation.definition.text",
                content: "string.unquoted.text",
                ["hole"],
                "ussd"
            ),
            "pattern": span(
                "^\\s+(~)",
                end: "$",
                first: "punctuation.definition.pattern",
                content: "string.regexp",
                ["hole"],
                "ussd"
            ),
            "ending": rule(
                "^\\s+(?:\\.\\.\\.|--\\s+(?:\(oneOf(endings))))\\s*$",
                "keyword.control.ending",
                "ussd"
            ),
            "time": rule("^@.*$", "constant.numeric.time", "ussd"),
            "check": rule("^\\?.*$", "keyword.other.check", "ussd"),
            "fault": rule("^!.*$", "keyword.other.fault", "ussd"),
            "hole": rule("\\{\\{.*?\\}\\}+", "variable.other.hole", "ussd"),
        ]
    }

    private static let routes = ["dial", "sms"].filter(MenuVocabulary.definitions.contains)
    private static let named = MenuVocabulary.definitions.filter { !routes.contains($0) }
    private static let lines = MenuVocabulary.lines + MenuVocabulary.services
    private static let settings = MenuVocabulary.settings.filter { !lines.contains($0) }
    private static let words = MenuVocabulary.conditions + MenuVocabulary.joints

    private static func oneOf(_ words: [String]) -> String {
        words.sorted { ($0.count, $1) > ($1.count, $0) }.joined(separator: "|")
    }

    private static func include(_ topic: String) -> JSONValue {
        ["include": .string("#\(topic)")]
    }

    private static func rule(
        _ pattern: String,
        _ scope: String,
        _ language: String = "menu"
    ) -> JSONValue {
        ["match": .string(pattern), "name": .string("\(scope).\(language)")]
    }

    private static func span(
        _ begin: String,
        end: String,
        first: String,
        content: String,
        _ topics: [String],
        _ language: String = "menu"
    ) -> JSONValue {
        [
            "begin": .string(begin), "end": .string(end),
            "beginCaptures": ["1": ["name": .string("\(first).\(language)")]],
            "contentName": .string("\(content).\(language)"),
            "patterns": .array(topics.map(include)),
        ]
    }
}

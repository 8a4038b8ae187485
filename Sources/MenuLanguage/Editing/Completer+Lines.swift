// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText

extension Completer {
    /// Offers what a line can begin with.
    mutating func completeStart() {
        switch place.place {
        case .header:
            for form in SettingForm.all where !isSet(form.name) {
                add(
                    form.name,
                    .keyword,
                    detail: form.example,
                    documentation: MenuVocabulary.meaning(ofSetting: form.name)
                )
            }
        case .call, .otherwise: completeOutcomes()
        case .case: completeWords()
        case .file, .screen, .flow, .ask, .end:
            for keyword in place.place.keywords { add(keyword) }
            if place.place == .screen || place.place == .ask { completeKey() }
            if place.place == .flow {
                add("->", .keyword, detail: "goes on elsewhere", snippet: "-> ${1:target}", rank: 1)
            }
        case .service:
            let written = siblings
            for (word, rest) in [("within", "${1:3} seconds"), ("retries", "${1:2}")]
            where !written.contains(word) {
                add(word, .keyword, snippet: "\(word) \(rest)")
            }
            add("record", .keyword, snippet: "record ${1:name}")
        case .record, .operation, .nothing: break
        }
    }

    private mutating func add(_ keyword: MenuKeyword) {
        add(
            keyword.rawValue,
            .keyword,
            documentation: MenuVocabulary.meaning(ofKeyword: keyword.rawValue),
            snippet: keyword.snippet(indentation: String(repeating: " ", count: place.columns))
        )
    }

    /// Whether a setting is made already.
    private func isSet(_ name: String) -> Bool {
        for header in analysis.files.flatMap(\.headers)
        where header.keyword.file == place.file.path {
            let own = place.file.range(place.file.lineStart(place.number), place.offset)
            if header.settings.contains(where: {
                $0.name.text == name && $0.name.range.lower < own.lower
            }) {
                return true
            }
        }
        return false
    }

    /// Offers the first key that no option around has, and that navigation does not use.
    private mutating func completeKey() {
        guard let parent = place.parents.first else { return }
        let first = place.file.location(at: parent.lower).line
        var taken: Set<String> = []
        for number in first...place.lines.blockEnd(first) where number != place.number {
            let line = place.file.line(number).drop { $0 == " " || $0 == "\t" }
            taken.insert(String(line.prefix { $0.isNumber }))
        }
        let keys = settings.keys
        for key in [keys.back, keys.home, keys.more].compactMap(\.self) { taken.insert(key) }
        guard let free = (1...99).map(String.init).first(where: { !taken.contains($0) }) else {
            return
        }
        let isChoice = parent.tokens.contains { $0.kind == .word && $0.text == "choice" }
        let rest = isChoice ? "  ${1:Label}  = ${2:word}" : "  ${1:Label}  -> ${2:target}"
        add(
            free,
            .key,
            detail: "the next free key",
            text: "\(free)  ",
            snippet: free + rest
        )
    }

    /// Offers the outcomes that are not answered yet.
    private mutating func completeOutcomes() {
        let operation = call
        let known: [OutcomeContract]
        if place.place == .call {
            known = operation?.answered ?? []
        } else {
            known = settings.services.flatMap(\.operations).flatMap(\.answered)
        }
        let answered = siblings
        for outcome in known where !answered.contains(outcome.name) {
            let name = outcome.payload == nil ? "" : " as ${1:value}"
            let number = outcome.payload == nil ? 1 : 2
            let isElsewhere =
                place.place == .call
                && settings.otherwise.contains { $0.outcome.text == outcome.name }
            add(
                outcome.name,
                .outcome,
                detail: outcome.payload.map { "as \($0.described)" } ?? "",
                snippet: "\(outcome.name)\(name)  -> ${\(number):target}",
                rank: isElsewhere ? 1 : 0
            )
        }
    }

    /// Offers the words of the value that `case` names, those without a text.
    private mutating func completeWords() {
        guard let line = place.parents.first else { return }
        let path = line.tokens.dropFirst().filter { $0.kind == .word }.map(\.text)
        guard let first = path.first else { return }
        var type = names[first] ?? nil
        for name in path.dropFirst() {
            guard case .record(let record) = type else { return }
            type = analysis.draft.field(name, of: record)
        }
        guard case .choice(let words) = type else { return }
        let written = siblings
        for word in words where !written.contains(word) {
            add(word, .word, snippet: "\(word)  | ${1:text}")
        }
    }

    /// The first words of the other lines under the same line.
    private var siblings: Set<String> {
        guard let parent = place.parents.first else { return [] }
        let first = place.file.location(at: parent.lower).line
        var words: Set<String> = []
        for number in first...place.lines.blockEnd(first)
        where number != place.number && number != first {
            let line = place.file.line(number).drop { $0 == " " || $0 == "\t" }
            words.insert(String(line.prefix { $0 != " " }))
        }
        return words
    }

    /// Offers what follows the first words of a line.
    mutating func completeLine() {
        switch (place.place, place.first) {
        case (.header, let name?): completeSetting(name)
        case (.flow, "call"): completeCall()
        case (.flow, "ask"): completeAsk()
        case (.screen, "each"): completeEach()
        case (_, "case"):
            completePath(place.path) { type in
                switch type {
                case .choice, .record: true
                default: false
                }
            }
        case (.file, "dial"), (.file, "sms"): completeRoute()
        case (.file, "service"): if place.before.count == 2 { add("at", .keyword) }
        case (.call, _), (.otherwise, _): completeArm()
        default: if place.before.last?.kind == .word { completeBehindTarget() }
        }
    }

    private mutating func completeArm() {
        let words = place.before.map(\.text)
        if words.contains("->") { return completeIn() }
        if words.last == "as" { return }
        if words.count == 1 { add("as", .keyword, detail: "names what the outcome carries") }
        add("->", .keyword, rank: 1)
    }

    /// Offers `when` behind the target of an option.
    private mutating func completeBehindTarget() {
        guard place.before.first?.kind == .key, place.before.contains(where: { $0.text == "->" })
        else { return }
        add("when", .keyword, detail: "shown only when this holds")
        completeIn()
    }

    private mutating func completeAsk() {
        let tokens = place.before
        guard tokens.count >= 3, tokens[2].text == ":" else { return }
        if tokens.count == 3 {
            for type in AskType.allCases {
                add(type.rawValue, .type, detail: type.example, snippet: type.snippet)
            }
        } else {
            completePath(place.path) { type in
                switch type {
                case .amount, .number, .record: true
                default: false
                }
            }
        }
    }

    private mutating func completeEach() {
        let words = place.before.map(\.text)
        if words.count == 2 { return add("in", .keyword) }
        guard words.count >= 3, words[2] == "in" else { return }
        completePath(place.path) { type in
            switch type {
            case .list, .record: true
            default: false
            }
        }
    }

    private mutating func completeCall() {
        let words = place.before.map(\.text)
        if words.last == "." {
            guard let name = place.path.last,
                let service = settings.services.first(where: { $0.name == name })
            else { return }
            for operation in service.operations { add(operation, of: service.name) }
            return
        }
        guard words == ["call"] || words.last == "=" else { return }
        for service in settings.services {
            add(service.name, .service, detail: "service", rank: 1)
            for operation in service.operations {
                add(operation, of: service.name, qualified: true)
            }
        }
    }

    private mutating func add(
        _ operation: OperationContract,
        of service: String,
        qualified: Bool = false
    ) {
        let name = (qualified ? "\(service)." : "") + operation.name
        let places = operation.parameters.enumerated().map { "${\($0 + 1):\($1.name)}" }
        add(
            name,
            .operation,
            detail: operation.result?.described ?? "",
            documentation: analysis.signature(service, operation),
            text: "\(name)()",
            snippet: "\(name)(\(places.joined(separator: ", ")))"
        )
    }

    /// Offers names and types within `{` and `}` of a dialled string or a command.
    private mutating func completeRoute() {
        guard let open = place.before.lastIndex(where: { $0.text == "{" }),
            !place.before[open...].contains(where: { $0.text == "}" })
        else {
            if place.before.contains(where: { $0.text == "->" }) { completeIn() }
            return
        }
        if place.before.last?.text == ":" {
            for type in ["msisdn", "money", "number", "text"] { add(type, .type) }
            return
        }
        guard place.before.last?.text == "{" else { return }
        let line = place.wholeLine
        guard let arrow = line.lastIndex(where: { $0.text == "->" }), arrow + 1 < line.count else {
            return
        }
        for (name, local) in analysis.locals[line[arrow + 1].text] ?? [:]
        where local.symbol.kind == .question || local.symbol.kind == .parameter {
            add(name, .value, detail: analysis.described(local.type), rank: 0)
        }
    }
}

extension MenuKeyword {
    /// The line with places to fill in, and the first lines under it.
    fileprivate func snippet(indentation: String) -> String? {
        let inner = indentation + String(repeating: " ", count: MenuFormatter.indentationColumns)
        switch self {
        case .menu: return "menu ${1:name}\n\(inner)text  ${2:en}"
        case .dial: return "dial *${1:789}#  -> ${2:home}"
        case .sms: return "sms ${1:WORD}  -> ${2:screen}"
        case .screen: return "screen ${1:name}\n\(inner)| ${2:text}"
        case .flow: return "flow ${1:name}\n\(inner)${2}"
        case .service: return "service ${1:name} at ${2:https://}"
        case .ask: return "ask ${1:name}: ${2:number}\n\(inner)| ${3:question}"
        case .call: return "call ${1:result} = ${2:operation}"
        case .end: return nil
        case .each: return "each ${1:item} in ${2:list} | ${3:text}"
        case .case: return "case ${1:value}\n\(inner)${2:word}  | ${3:text}"
        case .wrong, .below, .above: return "\(rawValue)  | ${1:text}"
        }
    }
}

extension AskType {
    /// The type with its bounds as places to fill in.
    fileprivate var snippet: String? {
        switch self {
        case .msisdn, .choice, .secret: nil
        case .money: "money ${1:1.00} ... ${2:1000.00}"
        case .number: "number ${1:1} ... ${2:12}"
        case .text: "text ${1:1} ... ${2:20}"
        case .pattern: "pattern \"${1:[0-9]{11\\}}\" ${2:11}"
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import SourceText

extension Completer {
    /// Offers the ends of an arrow.
    mutating func completeTargets() {
        let isRoute = place.place == .file
        if let owner = place.owner?.name, !isRoute {
            for (name, local) in analysis.locals[owner] ?? [:] where local.symbol.kind == .question
            {
                add(name, .question, detail: "question of \(owner)")
            }
        }
        for definition in analysis.draft.definitions {
            // Of a screen `home` and the place `home` an arrow means the place.
            if !isRoute, MenuVocabulary.ways.contains(definition.name.text) { continue }
            let names = definition.parameters.map(\.name)
            let arguments = names.enumerated().map { "${\($0 + 1):\($1)}" }
            let isGiven = isRoute || names.isEmpty
            add(
                definition.name.text,
                definition.isFlow ? .flow : .screen,
                detail: names.isEmpty ? "" : "(\(names.joined(separator: ", ")))",
                documentation: analysis.picture(definition.name.text, languagesMax: 1) ?? "",
                text: isGiven ? nil : "\(definition.name.text)()",
                snippet: isGiven
                    ? nil : "\(definition.name.text)(\(arguments.joined(separator: ", ")))",
                rank: 1
            )
        }
        guard !isRoute else { return }
        for way in MenuVocabulary.ways {
            add(way, .keyword, documentation: MenuVocabulary.meaning(ofWay: way), rank: 2)
        }
    }

    /// Offers a value for an argument, or a type where parameters are declared.
    mutating func completeArgument(_ head: [MenuToken], _ position: Int) {
        if place.place == .file {
            guard place.before.last?.text == ":" else { return }
            for type in DraftBuilder.parameterTypes { add(type, .type) }
            for record in settings.services.flatMap(\.records) {
                let fields = record.fields.map(\.name).joined(separator: ", ")
                add(record.name, .type, detail: fields, rank: 1)
            }
            return
        }
        let expected: [ValueType?]
        if head.dropLast().last?.text == "->" {
            let name = head.last?.text
            let target = analysis.draft.definitions.first { $0.name.text == name }
            expected = target?.parameters.map(\.type) ?? []
        } else {
            let operation = Self.operation(in: head, analysis.draft)
            expected = operation?.parameters.map(\.type) ?? []
        }
        let type = expected.indices.contains(position) ? expected[position] : nil
        if case .choice(let words) = type, place.path.isEmpty {
            for word in words { add("\"\(word)\"", .word) }
        }
        completePath(place.path) { given in
            guard let type else { return true }
            if case .record = given { return true }
            return type.accepts(given)
        }
    }

    /// Offers values, or what joins them, behind `when`.
    mutating func completeCondition() {
        let last = place.before.last
        let joins: Set<String> = [
            "when", "and", "or", "not", "(", "==", "!=", "<", "<=", ">", ">=",
        ]
        if last?.text == "." || joins.contains(last?.text ?? "") {
            completePath(place.path) { type in
                if case .list = type { false } else { true }
            }
            if last?.text != ".", ["when", "and", "or", "("].contains(last?.text) {
                add("not", .keyword, rank: 1)
            }
        } else if last?.text == "is" {
            add("set", .keyword)
        } else {
            for word in ["and", "or"] { add(word, .keyword) }
            add("is set", .keyword, detail: "whether it has a value")
            for sign in ["==", "!=", "<", "<=", ">", ">="] { add(sign, .keyword, rank: 1) }
        }
    }

    /// Offers the values of a setting.
    mutating func completeSetting(_ name: String) {
        let range = wordRange
        switch name {
        case "network":
            for profile in NetworkProfile.all {
                let detail = "\(profile.menuSeptetsMax) septets, \(profile.sessionSeconds) s"
                add(profile.name, .word, detail: detail, range: range)
            }
        case "country":
            for country in Country.allCases {
                add(country.rawValue, .word, detail: "+\(country.callingCode)", range: range)
            }
        case "services":
            for contract in analysis.contracts { add(contract.name, .service, range: range) }
        case "me":
            for service in settings.services {
                for operation in service.operations
                where operation.parameters.isEmpty && operation.result != nil && !operation.posts {
                    add("\(service.name).\(operation.name)", .operation, range: range)
                }
            }
        case "keys": completeKeys()
        case "include":
            let own = place.file.path.split(separator: "/").last.map(String.init)
            let written = Set(
                place.before.map(\.text).joined().split(separator: ",").map(String.init)
            )
            for file in neighbours
            where file != own && !written.contains(file) && file.hasSuffix(".menu") {
                add(file, .file, range: range)
            }
        case "before":
            for definition in analysis.draft.definitions where definition.isFlow {
                add(definition.name.text, .flow)
            }
        case "resume":
            if place.before.count == 1 { return add("600", .word, detail: "seconds") }
            for definition in analysis.draft.definitions where !definition.isFlow {
                add(definition.name.text, .screen)
            }
        case "text": completeLanguages(without: [])
        case "also": completeLanguages(without: [settings.language])
        default: break
        }
    }

    private mutating func completeKeys() {
        if place.before.last?.kind == .number || place.before.last?.kind == .key {
            for use in MenuVocabulary.keyUses { add(use, .keyword) }
        } else if place.before.count == 1 {
            add("0 back, 00 home, 98 more", .word)
        }
    }

    /// What was written since the last blank or comma: `send.me` of a file's name.
    private var wordRange: SourceRange {
        let start = place.file.lineStart(place.number)
        let written = place.file.text(in: place.file.range(start, place.offset))
        let word = written.utf8.reversed().prefix { octet in
            octet != UInt8(ascii: " ") && octet != UInt8(ascii: ",") && octet != UInt8(ascii: "\t")
        }
        return place.file.range(place.offset - word.count, place.offset)
    }
}

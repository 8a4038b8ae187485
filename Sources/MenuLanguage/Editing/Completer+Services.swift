// SPDX-License-Identifier: Apache-2.0
import SourceText

extension Completer {
    /// Offers what follows under `service`.
    mutating func completeService() {
        if place.before.isEmpty { return completeStart() }
        let last = place.before.last?.text
        switch place.place {
        case .record:
            if place.before.count == 1 { completeServiceTypes() } else { completeList() }
        case .operation:
            if place.before.count == 1 { return add("as", .keyword) }
            if last == "as" { completeServiceTypes() } else { completeList() }
        default: completeOperation(last)
        }
    }

    private mutating func completeOperation(_ last: String?) {
        if place.call != nil {
            if last == ":" { completeServiceTypes(mayBeSecret: true) } else { completeList() }
            return
        }
        switch place.first {
        case "within": if place.before.count == 2 { add("seconds", .keyword) }
        case "retries", "record": break
        default:
            if last == "->" { return completeServiceTypes() }
            guard !MenuParser.serviceEffects.contains(last ?? ""),
                place.before.contains(where: { $0.text == ")" })
            else { return }
            add("posts", .keyword, detail: "moves something")
            add("reads", .keyword, detail: "moves nothing")
            if !place.before.contains(where: { $0.text == "->" }) {
                add("->", .keyword, detail: "what it gives", rank: 1)
            }
            completeList()
        }
    }

    /// Offers `list` behind a record.
    private mutating func completeList() {
        guard let last = place.before.last, last.kind == .word, records.contains(last.text) else {
            return
        }
        add("list", .keyword, snippet: "list ${1:10}")
    }

    private mutating func completeServiceTypes(mayBeSecret: Bool = false) {
        let sizes = [
            "text": "text ${1:20}", "number": "number ${1:3}", "choice": "choice ${1:word}",
        ]
        for type in MenuParser.serviceTypes where type != "secret" || mayBeSecret {
            add(type, .type, snippet: sizes[type])
        }
        for record in records { add(record, .type, detail: "record", rank: 1) }
    }

    /// The records of the service around, also of one that has mistakes.
    private var records: [String] {
        let line = place.parents.last?.tokens ?? []
        guard line.count > 1 else { return [] }
        return analysis.files.flatMap(\.services).first { $0.name?.text == line[1].text }?.records
            .compactMap { $0.name?.text } ?? []
    }

    /// Offers languages, those that have a file of translations first.
    mutating func completeLanguages(without taken: [String]) {
        let name = analysis.main.split(separator: "/").last.map(String.init) ?? ""
        let stem = name.hasSuffix(".menu") ? String(name.dropLast(5)) : name
        let present = neighbours.compactMap { file in
            file.hasPrefix(stem + ".") && file.hasSuffix(".po")
                ? String(file.dropFirst(stem.utf8.count + 1).dropLast(3)) : nil
        }
        let written = Set(place.before.dropFirst().map(\.text) + taken)
        for code in Set(present).union(LanguageNames.all.keys).subtracting(written) {
            let detail = LanguageNames.all[code] ?? ""
            add(code, .word, detail: detail, rank: present.contains(code) ? 0 : 1)
        }
    }

    /// Offers `in` behind a target, where there are languages to go on in.
    mutating func completeIn() {
        guard settings.languages.count > 1, place.before.last?.text != "->",
            !place.before.contains(where: { $0.kind == .word && $0.text == "in" })
        else { return }
        add("in", .keyword, detail: "goes on in another language", rank: 1)
    }
}

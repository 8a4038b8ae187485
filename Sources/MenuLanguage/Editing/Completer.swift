// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
public import SourceText

/// Finds how a line may go on at a place.
struct Completer {
    let analysis: MenuAnalysis
    let place: WritingPlace
    /// The files beside this one, by name.
    let neighbours: [String]
    private(set) var found: [MenuSuggestion] = []

    init(_ analysis: MenuAnalysis, _ place: WritingPlace, neighbours: [String]) {
        self.analysis = analysis
        self.place = place
        self.neighbours = neighbours
    }

    var settings: MenuSettings { analysis.draft.settings }

    /// Collects what fits.
    mutating func complete() {
        if place.isSilent { return }
        if let hole = place.hole { return completeHole(hole) }
        if place.isInText { return }
        if place.before.isEmpty { return completeStart() }
        if [.service, .record, .operation].contains(place.place) { return completeService() }
        if place.before.last?.text == "->" { return completeTargets() }
        if place.before.last?.text == "in", place.before.contains(where: { $0.text == "->" }) {
            for code in settings.languages {
                add(code, .word, detail: LanguageNames.all[code] ?? "")
            }
            return
        }
        if let call = place.call, place.first != "dial", place.first != "sms" {
            return completeArgument(call.head, call.argument)
        }
        if place.before.contains(where: { $0.kind == .word && $0.text == "when" }) {
            return completeCondition()
        }
        completeLine()
    }

    /// Adds one suggestion.
    mutating func add(
        _ label: String,
        _ kind: MenuSuggestion.Kind,
        detail: String = "",
        documentation: String = "",
        text: String? = nil,
        snippet: String? = nil,
        range: SourceRange? = nil,
        rank: Int = 0
    ) {
        found.append(
            MenuSuggestion(
                label: label,
                kind: kind,
                detail: detail,
                documentation: documentation,
                text: text ?? label,
                snippet: snippet,
                range: range ?? place.range,
                rank: rank
            )
        )
    }

    private mutating func completeHole(_ content: String) {
        let parts = content.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let written = parts.last ?? ""
        let range = place.file.range(place.offset - written.utf8.count, place.offset)
        completePath(Array(parts.dropLast()), range: range) { type in
            switch type {
            case .secret, .flag, .list: false
            default: true
            }
        }
    }

    /// Offers what a path can go on with.
    ///
    /// - Parameters:
    ///   - path: the names before the dots; empty for a first name.
    ///   - range: what is replaced.
    ///   - fits: whether a value of a type may stand here, or lead to one that may.
    mutating func completePath(
        _ path: [String],
        range: SourceRange? = nil,
        fits: (ValueType) -> Bool = { _ in true }
    ) {
        guard let first = path.first else {
            for (name, local) in names.sorted(by: { $0.key < $1.key }) {
                if let type = local, !fits(type) { continue }
                let detail = local.map { analysis.described($0) } ?? ""
                add(name, .value, detail: detail, range: range)
            }
            return
        }
        var type = names[first] ?? nil
        for name in path.dropFirst() {
            guard case .record(let record) = type else { return }
            type = analysis.draft.field(name, of: record)
        }
        guard case .record(let name) = type, let record = settings.record(name) else { return }
        for field in record.fields where fits(field.type) {
            add(field.name, .field, detail: analysis.described(field.type), range: range)
        }
    }

    /// The values that can be named here, with their types where they are known.
    var names: [String: ValueType?] {
        var names: [String: ValueType?] = [:]
        let start = place.file.lineStart(place.number)
        for (name, local) in analysis.locals[place.owner?.name ?? ""] ?? [:] {
            let isLater =
                local.range.file == place.file.path && local.range.lower >= start
                && local.symbol.kind != .parameter && local.symbol.kind != .item
            let isAsked = place.parents.contains { line in
                line.tokens.first?.text == MenuKeyword.ask.rawValue
                    && line.tokens.dropFirst().first?.text == name
            }
            if isLater || isAsked || (local.symbol.kind == .item && place.first != "each") {
                continue
            }
            names[name] = local.type
        }
        if let me = settings.me?.operation.result { names["me"] = me }
        if let (outcome, binding) = binding {
            names[binding] = .some(analysis.draft.payload(of: outcome, call))
        }
        let says = [place.first] + place.parents.map { $0.tokens.first?.text }
        if says.contains("wrong") || says.contains("below") || says.contains("above") {
            names["typed"] = .text(longest: DraftBuilder.typedSeptetsMax)
        }
        if says.contains("below") || says.contains("above") {
            let ask = place.parents.first { $0.tokens.first?.text == "ask" }
            let answer = ask.flatMap { $0.tokens.count > 1 ? $0.tokens[1].text : nil }
            let type = answer.flatMap { analysis.locals[place.owner?.name ?? ""]?[$0]?.type }
            names["least"] = type
            names["most"] = type
        }
        return names
    }

    /// The outcome and the name that `as` gives, of this line or the one above it.
    private var binding: (outcome: String, name: String)? {
        for line in [place.before, place.parents.first?.tokens ?? []] {
            guard let index = line.firstIndex(where: { $0.kind == .word && $0.text == "as" }),
                index == 1, line.count > 2, line[2].kind == .word
            else { continue }
            return (line[0].text, line[2].text)
        }
        return nil
    }

    /// The operation of the call around, if it is known.
    var call: OperationContract? {
        guard let line = place.parents.first(where: { $0.tokens.first?.text == "call" }) else {
            return nil
        }
        return Self.operation(in: line.tokens, analysis.draft)
    }

    /// The operation that a line calls or names: the words around its first dot.
    static func operation(in tokens: [MenuToken], _ draft: DraftMenu) -> OperationContract? {
        guard let dot = tokens.firstIndex(where: { $0.kind == .symbol && $0.text == "." }),
            dot > 0, dot + 1 < tokens.count
        else { return nil }
        return draft.operation(tokens[dot - 1].text, tokens[dot + 1].text)
    }
}

extension MenuAnalysis {
    /// How a line may go on at a place, the likeliest first.
    ///
    /// - Parameters:
    ///   - offset: the place, in UTF-8 octets.
    ///   - file: the file as it is now.
    ///   - neighbours: the names of the `.menu` files beside it.
    /// - Returns: what can stand there; nothing where anything may, as in a text.
    public func suggestions(
        at offset: Int,
        in file: SourceFile,
        neighbours: [String] = []
    ) -> [MenuSuggestion] {
        var completer = Completer(self, WritingPlace(file, at: offset), neighbours: neighbours)
        completer.complete()
        var seen: Set<String> = []
        return completer.found.filter { seen.insert($0.label).inserted }
            .sorted { ($0.rank, $0.label) < ($1.rank, $1.label) }
    }
}

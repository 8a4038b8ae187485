// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText

/// Collects every place where a name is written, of menus with mistakes too.
struct OccurrenceCollector {
    let draft: DraftMenu
    private(set) var occurrences: [MenuOccurrence] = []
    /// The screens and flows by name.
    private(set) var definitions: [String: MenuSymbol] = [:]
    /// The values of each screen and flow by name.
    private(set) var locals: [String: [String: Local]] = [:]

    /// A value that has a name in a screen or flow.
    struct Local: Sendable {
        var symbol: MenuSymbol
        var type: ValueType?
        /// Where it is named first.
        var range: SourceRange
    }

    /// What names mean at a place.
    struct Names {
        var owner = ""
        var locals: [String: Local] = [:]
    }

    init(_ draft: DraftMenu) { self.draft = draft }

    /// Collects the names of all files.
    mutating func collect(_ files: [MenuFileSyntax]) {
        for file in files {
            for screen in file.screens { declare(screen) }
            for flow in file.flows { declare(flow) }
        }
        for file in files {
            for header in file.headers { collect(header) }
            for service in file.services { collect(service) }
            for dial in file.dials { collect(dial.segments, dial.target) }
            for command in file.commands { collect(command.words, command.target) }
            for screen in file.screens { collect(screen) }
            for flow in file.flows { collect(flow) }
        }
        occurrences.sort { $0.range < $1.range }
    }

    /// The values of a screen or flow.
    private func names(_ owner: NameSyntax?) -> Names {
        guard let owner else { return Names() }
        return Names(owner: owner.text, locals: locals[owner.text] ?? [:])
    }

    private mutating func declare(_ screen: ScreenSyntax) {
        guard let name = screen.name else { return }
        if definitions[name.text] == nil { definitions[name.text] = .init(.screen, name.text) }
        for parameter in screen.parameters { declare(.parameter, parameter.name, in: name.text) }
        if let item = screen.each?.item { declare(.item, item, in: name.text) }
    }

    private mutating func declare(_ flow: FlowSyntax) {
        guard let name = flow.name else { return }
        if definitions[name.text] == nil { definitions[name.text] = .init(.flow, name.text) }
        for parameter in flow.parameters { declare(.parameter, parameter.name, in: name.text) }
        for step in flow.steps {
            switch step {
            case .ask(let ask):
                if let answer = ask.name { declare(.question, answer, in: name.text) }
            case .call(let call):
                if let result = call.result { declare(.result, result, in: name.text) }
            case .end, .go: break
            }
        }
    }

    private mutating func declare(_ kind: MenuSymbol.Kind, _ name: NameSyntax, in owner: String) {
        guard locals[owner]?[name.text] == nil else { return }
        let type = draft.definitions.first { $0.name.text == owner }?.names[name.text]?.type
        locals[owner, default: [:]][name.text] = Local(
            symbol: MenuSymbol(kind, name.text, owner: owner),
            type: type,
            range: name.range
        )
    }

    private mutating func collect(_ screen: ScreenSyntax) {
        let names = names(screen.name)
        define(screen.name)
        types(screen.parameters)
        declarations(screen.parameters.map(\.name), names)
        body(screen.body, names)
        texts(screen.wrong, names)
        for option in screen.options { collect(option, names) }
        guard let each = screen.each else { return }
        if let list = each.list { path(list, names) }
        if let item = each.item { declarations([item], names) }
        if let line = each.line { texts([line], names) }
        if let target = each.target { arrow(target, names) }
    }

    private mutating func collect(_ flow: FlowSyntax) {
        let names = names(flow.name)
        define(flow.name)
        types(flow.parameters)
        declarations(flow.parameters.map(\.name), names)
        for step in flow.steps {
            switch step {
            case .ask(let ask): collect(ask, names)
            case .call(let call): collect(call, names)
            case .end(let end): body(end.body, names)
            case .go(let target): arrow(target, names)
            }
        }
    }

    private mutating func collect(_ ask: AskSyntax, _ names: Names) {
        if let name = ask.name { declarations([name], names) }
        for bound in [ask.least, ask.most].compactMap(\.self) { value(bound, names) }
        body(ask.prompt, names)
        texts(ask.wrong + ask.below + ask.above, names)
        for option in ask.options { collect(option, names) }
    }

    private mutating func collect(_ call: CallSyntax, _ names: Names) {
        if let result = call.result { declarations([result], names) }
        if let service = call.service { add(.init(.service, service.text), service.range) }
        var operation: OperationContract?
        if let service = call.service, let name = call.operation {
            operation = draft.operation(service.text, name.text)
            add(.init(.operation, name.text, owner: service.text), name.range)
        }
        for argument in call.arguments { value(argument, names) }
        for arm in call.arms { collect(arm, of: operation, names) }
    }

    private mutating func collect(
        _ arm: ArmSyntax,
        of operation: OperationContract?,
        _ names: Names
    ) {
        let outcome = MenuSymbol(.outcome, arm.outcome.text, owner: operation?.name ?? "")
        add(outcome, arm.outcome.range)
        var names = names
        if let binding = arm.binding {
            let symbol = MenuSymbol(
                .binding,
                binding.text,
                owner: names.owner,
                place: binding.range.lower
            )
            let payload = draft.payload(of: arm.outcome.text, operation)
            add(symbol, binding.range, isDeclaration: true, type: payload)
            names.locals[binding.text] = Local(symbol: symbol, type: payload, range: binding.range)
        }
        if let target = arm.target { arrow(target, names) }
        texts(arm.error, names)
    }

    private mutating func collect(_ option: OptionSyntax, _ names: Names) {
        texts([option.label], names)
        if let target = option.target { arrow(target, names) }
        if let condition = option.condition { self.condition(condition, names) }
    }

    private mutating func collect(_ header: HeaderSyntax) {
        if let name = header.name { add(.init(.menu, name.text), name.range, isDeclaration: true) }
        for setting in header.settings {
            add(.init(.setting, setting.name.text), setting.name.range)
            collect(setting)
        }
        texts(header.wrong, Names())
        for arm in header.otherwise { collect(arm, of: nil, Names()) }
    }

    private mutating func collect(_ setting: SettingSyntax) {
        let words = setting.values.joined()
        switch setting.name.text {
        case "include":
            for word in words {
                let path = SourceLoader.path(of: word.text, beside: word.range.file)
                add(.init(.file, path), word.range)
            }
        case "services": for word in words { add(.init(.service, word.text), word.range) }
        case "before", "resume":
            for word in words { place(word) }
        case "me":
            let parts = words.map(\.text).joined().split(separator: ".")
            guard let first = words.first, let last = words.last, parts.count == 2 else { return }
            let (whole, service) = (first.range.union(last.range), String(parts[0]))
            let (file, lower, upper) = (whole.file, whole.lower, whole.upper)
            let dot = SourceRange(file: file, lower: lower, upper: lower + service.utf8.count)
            let name = String(parts[1])
            add(.init(.service, service), dot)
            let rest = SourceRange(file: file, lower: upper - name.utf8.count, upper: upper)
            add(.init(.operation, name, owner: service), rest)
        case "text", "also":
            let isText = setting.name.text == "text"
            for word in words {
                add(.init(.language, word.text), word.range, isDeclaration: isText)
            }
        default: break
        }
    }

    private mutating func collect(_ segments: [SegmentSyntax], _ target: TargetSyntax?) {
        let filled = locals[target?.name.text ?? ""] ?? [:]
        for case .argument(let name, _, _) in segments {
            guard let local = filled[name.text] else { continue }
            add(local.symbol, name.range, type: local.type)
        }
        // Behind a route `home` is the screen of that name, everywhere else where one began.
        if let target {
            language(target)
            place(target.name)
            for argument in target.arguments { value(argument, Names()) }
        }
    }
}

/// Names in services that the menu declares.
extension OccurrenceCollector {
    private mutating func collect(_ service: ServiceSyntax) {
        guard let name = service.name else { return }
        add(.init(.service, name.text), name.range, isDeclaration: true)
        for record in service.records {
            guard let owner = record.name else { continue }
            add(.init(.record, owner.text), owner.range, isDeclaration: true)
            for field in record.fields {
                let symbol = MenuSymbol(.field, field.name.text, owner: owner.text)
                let known = draft.field(field.name.text, of: owner.text)
                add(symbol, field.name.range, isDeclaration: true, type: known)
                type(field.type)
            }
        }
        for operation in service.operations {
            let symbol = MenuSymbol(.operation, operation.name.text, owner: name.text)
            add(symbol, operation.name.range, isDeclaration: true)
            for parameter in operation.parameters { type(parameter.type) }
            type(operation.result)
            for outcome in operation.outcomes {
                let symbol = MenuSymbol(.outcome, outcome.name.text, owner: operation.name.text)
                add(symbol, outcome.name.range, isDeclaration: true)
                type(outcome.payload)
            }
        }
    }

    private mutating func type(_ type: ServiceTypeSyntax?) {
        guard let word = type?.word else { return }
        if !MenuParser.serviceTypes.contains(word.text) {
            add(.init(.record, word.text), word.range)
        }
    }

    private mutating func types(_ parameters: [ParameterSyntax]) {
        for case let type? in parameters.map(\.type) where draft.settings.record(type.text) != nil {
            add(.init(.record, type.text), type.range)
        }
    }
}

/// Names in texts, arrows and values.
extension OccurrenceCollector {
    private mutating func add(
        _ symbol: MenuSymbol,
        _ range: SourceRange,
        isDeclaration: Bool = false,
        type: ValueType? = nil
    ) {
        occurrences.append(
            MenuOccurrence(symbol: symbol, range: range, isDeclaration: isDeclaration, type: type)
        )
    }

    private mutating func define(_ name: NameSyntax?) {
        guard let name, let symbol = definitions[name.text] else { return }
        add(symbol, name.range, isDeclaration: true)
    }

    private mutating func declarations(_ names: [NameSyntax], _ known: Names) {
        for name in names {
            guard let local = known.locals[name.text] else { continue }
            add(local.symbol, name.range, isDeclaration: true, type: local.type)
        }
    }

    private mutating func arrow(_ target: TargetSyntax, _ names: Names) {
        language(target)
        self.target(target.name, names)
        for argument in target.arguments { value(argument, names) }
    }

    private mutating func language(_ target: TargetSyntax) {
        if let code = target.language { add(.init(.language, code.text), code.range) }
    }

    private mutating func place(_ name: NameSyntax) {
        if let symbol = definitions[name.text] { add(symbol, name.range) }
    }

    private mutating func target(_ name: NameSyntax, _ names: Names) {
        if let local = names.locals[name.text], local.symbol.kind == .question {
            add(local.symbol, name.range, type: local.type)
        } else if MenuVocabulary.ways.contains(name.text) {
            add(.init(.way, name.text), name.range)
        } else {
            place(name)
        }
    }

    private mutating func body(_ parts: [BodyPartSyntax], _ names: Names) {
        for part in parts {
            switch part {
            case .lines(let lines): texts(lines, names)
            case .byWord(let cases):
                if let subject = cases.subject { path(subject, names) }
                for arm in cases.arms { texts(arm.lines, names) }
            }
        }
    }

    private mutating func texts(_ lines: [TextLineSyntax], _ names: Names) {
        for line in lines {
            for piece in line.pieces {
                switch piece {
                case .hole(let hole), .plural(let hole, _, _): path(hole, names)
                case .literal: break
                }
            }
        }
    }

    private mutating func value(_ expression: ExpressionSyntax, _ names: Names) {
        switch expression {
        case .path(let path): self.path(path, names)
        case .sum(let terms): for term in terms { value(term.value, names) }
        case .string, .number: break
        }
    }

    private mutating func condition(_ condition: ConditionSyntax, _ names: Names) {
        switch condition {
        case .compare(let left, _, let right):
            value(left, names)
            value(right, names)
        case .flag(let path), .isSet(let path): self.path(path, names)
        case .not(let inner): self.condition(inner, names)
        case .all(let parts), .any(let parts): for part in parts { self.condition(part, names) }
        }
    }

    private mutating func path(_ path: PathSyntax, _ names: Names) {
        guard let first = path.parts.first else { return }
        var type: ValueType?
        if let local = names.locals[first.text] {
            type = local.type
            add(local.symbol, first.range, type: type)
        } else if MenuVocabulary.values.contains(first.text) {
            if first.text == "me" { type = draft.settings.me?.operation.result }
            add(.init(.given, first.text), first.range, type: type)
        }
        for part in path.parts.dropFirst() {
            guard case .record(let record) = type else { return }
            type = draft.field(part.text, of: record)
            add(.init(.field, part.text, owner: record), part.range, type: type)
        }
    }
}

extension DraftMenu {
    /// The operation of a service, by their names.
    func operation(_ service: String, _ name: String) -> OperationContract? {
        settings.services.first { $0.name == service }?.operations.first { $0.name == name }
    }

    /// What an outcome carries; without an operation that of the first that has such an outcome.
    func payload(of outcome: String, _ operation: OperationContract?) -> ValueType? {
        let operations = operation.map { [$0] } ?? settings.services.flatMap(\.operations)
        let found = operations.lazy.flatMap(\.outcomes).first { $0.name == outcome }
        return found?.payload
    }

    /// The type of a field of a record, nil when there is none.
    func field(_ name: String, of record: String) -> ValueType? {
        settings.record(record)?.fields.first { $0.name == name }?.type
    }
}

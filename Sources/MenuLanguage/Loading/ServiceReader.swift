// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import SourceText

/// Makes contracts of the services that a menu declares.
struct ServiceReader {
    /// The bounds of a service.
    enum Limits {
        /// The most services of one menu.
        static let servicesMax = 16
        /// The most records, operations, fields, parameters, outcomes or words of one list.
        static let entriesMax = 64
        /// The most items of a list.
        static let itemsMax = 50
        /// The most often that a call is repeated.
        static let retriesMax = 5
        /// The most digits of a number, a sign included.
        static let digitsMax = 19
        /// How long a call may take where the service does not say.
        static let secondsDefault = 3
    }

    private let settings: MenuSettings
    private(set) var findings: Findings
    /// The services that are understood.
    private(set) var declared: [DeclaredService] = []
    private var names: [String: SourceRange] = [:]
    /// The records of the services before and of those that the menu names.
    private var otherRecords: [RecordType] = []
    private var records: [RecordType] = []

    init(settings: MenuSettings, findings: Findings) {
        self.settings = settings
        self.findings = findings
        otherRecords = settings.services.flatMap(\.records)
    }

    /// Reads the services of all files; one with an error is left out.
    mutating func read(_ services: [ServiceSyntax]) {
        if services.count > Limits.servicesMax {
            tooMany("services", services.count, Limits.servicesMax, at: settings.range)
        }
        for syntax in services.prefix(Limits.servicesMax) {
            let before = findings.all.count
            let service = read(syntax)
            if let service, findings.all.count == before {
                declared.append(service)
                otherRecords += service.contract.records
            }
        }
    }

    private mutating func read(_ syntax: ServiceSyntax) -> DeclaredService? {
        guard let name = syntax.name, let written = syntax.address else { return nil }
        var names = names
        take(name, among: &names)
        self.names = names
        if settings.services.contains(where: { $0.name == name.text }) {
            findings.report(NameFinding.nameTwice(name: name.text), at: name.range)
        }
        var address: ServiceAddress?
        do throws(ServiceAddress.Mistake) {
            address = try ServiceAddress(written.text)
        } catch {
            findings.report(ServiceFinding.address(why: error.why), at: written.range)
        }
        let most = settings.profile.applicationSeconds
        let seconds = number(syntax.within, "`within`", 1...most)
        let retries = number(syntax.retries, "`retries`", 0...Limits.retriesMax)
        count("records", syntax.records.count, at: name.range)
        count("operations", syntax.operations.count, at: name.range)
        records = []
        var seen: [String: SourceRange] = [:]
        for record in syntax.records { read(record, &seen) }
        seen = [:]
        let operations = syntax.operations.compactMap { read($0, address, &seen) }
        guard operations.count == syntax.operations.count else { return nil }
        return DeclaredService(
            contract: ServiceContract(
                name: name.text,
                amountFormat: settings.amountFormat,
                records: records,
                operations: operations
            ),
            address: written.text,
            callSeconds: seconds ?? min(Limits.secondsDefault, most),
            retriesMax: retries ?? 0
        )
    }

    private mutating func read(
        _ syntax: ServiceRecordSyntax,
        _ seen: inout [String: SourceRange]
    ) {
        guard let name = syntax.name else { return }
        take(name, among: &seen)
        let reserved = MenuParser.serviceTypes.contains(name.text)
        if reserved { findings.report(NameFinding.nameReserved(name: name.text), at: name.range) }
        if otherRecords.contains(where: { $0.name == name.text }) {
            findings.report(NameFinding.nameTwice(name: name.text), at: name.range)
        }
        let fields = fields(syntax.fields, mayBeSecret: false, "fields", at: name.range)
        records.append(RecordType(name.text, fields))
    }

    private mutating func read(
        _ syntax: ServiceOperationSyntax,
        _ address: ServiceAddress?,
        _ seen: inout [String: SourceRange]
    ) -> OperationContract? {
        let name = syntax.name
        take(name, among: &seen)
        let parameters = fields(syntax.parameters, mayBeSecret: true, "parameters", at: name.range)
        let takesSecret = parameters.contains { $0.type == .secret }
        if takesSecret, address?.isEncrypted == false {
            findings.report(ServiceFinding.secretInTheOpen(operation: name.text), at: name.range)
        }
        if let posts = syntax.posts, !takesSecret {
            findings.report(ServiceFinding.postsWithoutSecret(operation: name.text), at: posts)
        }
        if takesSecret, syntax.posts == nil, syntax.reads == nil {
            findings.report(
                ServiceFinding.secretWithoutEffect(operation: name.text),
                at: name.range
            )
        }
        count("outcomes", syntax.outcomes.count, at: name.range)
        var outcomes: [String: SourceRange] = [:]
        return OperationContract(
            name: name.text,
            parameters: parameters,
            result: syntax.result.flatMap { type($0, mayBeSecret: false) },
            outcomes: syntax.outcomes.map { outcome in
                take(outcome.name, among: &outcomes)
                let own = [Outcome.ok, Outcome.unavailable, Outcome.unsure]
                if own.contains(outcome.name.text) {
                    let mistake = NameFinding.nameReserved(name: outcome.name.text)
                    findings.report(mistake, at: outcome.name.range)
                }
                let payload = outcome.payload.flatMap { type($0, mayBeSecret: false) }
                return OutcomeContract(outcome.name.text, payload: payload)
            },
            posts: syntax.posts != nil
        )
    }

    private mutating func fields(
        _ syntax: [ServiceFieldSyntax],
        mayBeSecret: Bool,
        _ what: String,
        at range: SourceRange
    ) -> [Field] {
        count(what, syntax.count, at: range)
        var seen: [String: SourceRange] = [:]
        return syntax.compactMap { field in
            take(field.name, among: &seen)
            return field.type.flatMap { type($0, mayBeSecret: mayBeSecret) }
                .map { Field(field.name.text, $0) }
        }
    }
}

extension ServiceReader {
    /// The type of a syntax, nil after reporting that there is none.
    private mutating func type(_ syntax: ServiceTypeSyntax, mayBeSecret: Bool) -> ValueType? {
        let name = syntax.word.text
        if let size = syntax.size, name != "text", name != "number" {
            findings.report(unknownSize(size), at: size.range)
            return nil
        }
        switch name {
        case "text":
            guard syntax.size != nil else {
                findings.report(BoundFinding.noLength, at: syntax.word.range)
                return nil
            }
            return number(syntax.size, "A text's length", 1...DraftBuilder.textCharactersMax)
                .map { .text(longest: $0) }
        case "number":
            guard syntax.size != nil else {
                findings.report(BoundFinding.noDigits, at: syntax.word.range)
                return nil
            }
            return number(syntax.size, "The length of a number", 1...Limits.digitsMax)
                .map { .number(digits: $0) }
        case "money": return .amount
        case "msisdn": return .msisdn
        case "flag": return .flag
        case "date", "time", "moment":
            return CalendarTime.Form(rawValue: name).map { .calendar($0) }
        case "choice":
            var seen: [String: SourceRange] = [:]
            for word in syntax.words {
                take(word, among: &seen)
                // A word can be shown, and what it takes was counted in septets.
                guard let forcing = TextSize.firstForcingUCS2(in: word.text) else { continue }
                let character = forcing.character
                findings.report(
                    ServiceFinding.wordOutsideAlphabet(word: word.text, character: character),
                    at: word.range
                )
            }
            count("words", syntax.words.count, at: syntax.word.range)
            return .choice(syntax.words.map(\.text))
        case "secret" where mayBeSecret: return .secret
        default: return record(syntax, mayBeSecret: mayBeSecret)
        }
    }

    private mutating func record(_ syntax: ServiceTypeSyntax, mayBeSecret: Bool) -> ValueType? {
        let name = syntax.word.text
        guard records.contains(where: { $0.name == name }) else {
            let types = MenuParser.serviceTypes.filter { mayBeSecret || $0 != "secret" }
            let known = types + records.map(\.name)
            findings.report(
                NameFinding.unknownType(name: name, known: known),
                at: syntax.word.range,
                fix: DidYouMean.fix(syntax.word, among: known)
            )
            return nil
        }
        guard let most = syntax.atMost else { return .record(name) }
        return number(most, "The length of a list", 1...Limits.itemsMax)
            .map { .list(of: name, atMost: $0) }
    }

    /// Only texts and numbers have a size; what else has one is said like any other stray word.
    private func unknownSize(_ size: NameSyntax) -> SyntaxDiagnostic {
        .words(.unexpected(size.text))
    }

    /// A whole number within bounds, nil when there is none or after reporting what is wrong.
    private mutating func number(
        _ syntax: NameSyntax?,
        _ what: String,
        _ bounds: ClosedRange<Int>
    ) -> Int? {
        guard let syntax else { return nil }
        if let number = Int(syntax.text), bounds.contains(number) { return number }
        findings.report(
            ServiceFinding.limit(what: what, least: bounds.lowerBound, most: bounds.upperBound),
            at: syntax.range
        )
        return nil
    }

    private mutating func take(_ name: NameSyntax, among names: inout [String: SourceRange]) {
        guard let first = names.updateValue(name.range, forKey: name.text) else { return }
        names[name.text] = first
        findings.report(
            NameFinding.nameTwice(name: name.text),
            at: name.range,
            notes: [.init(range: first, "The name is taken here.")]
        )
    }

    private mutating func count(_ what: String, _ count: Int, at range: SourceRange) {
        if count > Limits.entriesMax { tooMany(what, count, Limits.entriesMax, at: range) }
    }

    private mutating func tooMany(_ what: String, _ count: Int, _ most: Int, at range: SourceRange)
    {
        findings.report(FileFinding.tooLarge(what: what, count: count, most: most), at: range)
    }
}

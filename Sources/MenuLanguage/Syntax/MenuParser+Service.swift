// SPDX-License-Identifier: Apache-2.0
import SourceText

/// The words that lines under `service` begin with, operations apart.
enum ServiceWord: String, CaseIterable {
    case within, retries, record

    /// How a line of this kind is written.
    var example: String {
        switch self {
        case .within: "within 3 seconds"
        case .retries: "retries 2"
        case .record: "record day"
        }
    }
}

extension MenuParser {
    /// Types that are not the name of a record, as parameters and fields of services have them.
    static let serviceTypes = [
        "text", "number", "money", "msisdn", "flag", "date", "time", "moment", "choice", "secret",
    ]

    /// What an operation says of itself: that it moves something, or that it does not.
    static let serviceEffects = ["posts", "reads"]

    /// Reads `service name at address` and what stands under it.
    mutating func service(_ line: MenuLine) -> ServiceSyntax {
        var cursor = cursor(line)
        var service = ServiceSyntax(keyword: cursor.nextRange)
        cursor.take()
        service.name = name(of: "the service", &cursor)
        let example = "service weather at https://weather.example/ussd"
        if !cursor.failed, expect("at", &cursor, like: example) {
            let isMissing = cursor.next.map { $0.kind == .bar } ?? true
            service.address =
                isMissing ? NameSyntax(text: "", range: cursor.nextRange) : rawWord(&cursor)
        }
        finish(&cursor)
        block(under: line, .service) { parser, child in parser.serviceLine(child, &service) }
        return service
    }

    private mutating func serviceLine(_ line: MenuLine, _ service: inout ServiceSyntax) {
        guard let first = line.tokens.first, first.kind == .word else {
            return reject(line, in: .service)
        }
        if line.tokens.dropFirst().first?.text == "(" {
            return service.operations.append(serviceOperation(line))
        }
        switch serviceWord(line, first) {
        case .within: serviceNumber(line, .within, "seconds", into: &service.within)
        case .retries: serviceNumber(line, .retries, nil, into: &service.retries)
        case .record: service.records.append(serviceRecord(line))
        case nil: passOver(under: line)
        }
    }

    /// The word that a line begins with; one that is nearly it is reported and taken for it.
    private mutating func serviceWord(_ line: MenuLine, _ first: MenuToken) -> ServiceWord? {
        if let word = ServiceWord(rawValue: first.text) { return word }
        guard MenuKeyword(rawValue: first.text) == nil else {
            misplaced(line, in: .service)
            return nil
        }
        let meant = DidYouMean.closest(
            to: first.text,
            among: ServiceWord.allCases.map(\.rawValue)
        )
        let mistake = LineMistake.unknownKeyword(first.text, place: .service, meant: meant)
        reportFirstWord(.line(mistake), line, meant: meant)
        return meant.flatMap { ServiceWord(rawValue: $0) }
    }

    /// Reads `within 3 seconds` or `retries 2`, which stand once.
    private mutating func serviceNumber(
        _ line: MenuLine,
        _ word: ServiceWord,
        _ unit: String?,
        into number: inout NameSyntax?
    ) {
        var cursor = cursor(line)
        if number != nil { report(.line(.repeated("`\(word.rawValue)`")), at: cursor.nextRange) }
        cursor.take()
        if let token = cursor.take(.number) {
            number = number ?? cursor.name(token)
            if let unit { _ = expect(unit, &cursor, like: word.example) }
        } else {
            let missing = String(word.example.dropFirst(word.rawValue.count + 1))
            fail(.words(.missingWord(missing, example: word.example)), &cursor)
        }
        finish(&cursor)
    }

    private mutating func serviceRecord(_ line: MenuLine) -> ServiceRecordSyntax {
        var cursor = cursor(line)
        cursor.take()
        var record = ServiceRecordSyntax(name: name(of: "the record", &cursor))
        finish(&cursor)
        block(under: line, .record) { parser, child in
            guard let first = child.tokens.first, first.kind == .word else {
                return parser.reject(child, in: .record)
            }
            var cursor = parser.cursor(child)
            cursor.take()
            let type = parser.serviceType(&cursor, like: "rain number 3")
            parser.finish(&cursor)
            record.fields.append(ServiceFieldSyntax(name: cursor.name(first), type: type))
        }
        return record
    }

    private mutating func serviceOperation(_ line: MenuLine) -> ServiceOperationSyntax {
        var cursor = cursor(line)
        let first = cursor.take()
        let name = first.map(cursor.name) ?? NameSyntax(text: "", range: cursor.lineRange)
        var operation = ServiceOperationSyntax(name: name)
        operation.parameters = list(&cursor) { parser, cursor in
            parser.serviceParameter(&cursor)
        }
        if !cursor.failed, cursor.take("->") != nil {
            operation.result = serviceType(&cursor, like: "forecast(place: text 20) -> day")
        }
        operation.posts = cursor.take("posts").map { cursor.range($0) }
        if operation.posts == nil {
            operation.reads = cursor.take("reads").map { cursor.range($0) }
        }
        finish(&cursor)
        block(under: line, .operation) { parser, child in
            guard let first = child.tokens.first, first.kind == .word else {
                return parser.reject(child, in: .operation)
            }
            var cursor = parser.cursor(child)
            cursor.take()
            var outcome = ServiceOutcomeSyntax(name: cursor.name(first))
            if cursor.take("as") != nil {
                outcome.payload = parser.serviceType(&cursor, like: "closed as text 30")
            }
            parser.finish(&cursor)
            operation.outcomes.append(outcome)
        }
        return operation
    }

    private mutating func serviceParameter(_ cursor: inout TokenCursor) -> ServiceFieldSyntax? {
        let example = "forecast(place: text 20, day: number 1)"
        guard let name = cursor.take(.word), cursor.take(":") != nil else {
            fail(.type(.badTypeSyntax(example)), &cursor)
            return nil
        }
        guard let type = serviceType(&cursor, like: example) else { return nil }
        return ServiceFieldSyntax(name: cursor.name(name), type: type)
    }

    /// Reads a type of a parameter, a field, a result or what an outcome carries.
    private mutating func serviceType(
        _ cursor: inout TokenCursor,
        like example: String
    ) -> ServiceTypeSyntax? {
        guard let word = cursor.take(.word) else {
            fail(.type(.badTypeSyntax(example)), &cursor)
            return nil
        }
        var type = ServiceTypeSyntax(word: cursor.name(word))
        if word.text == "choice" {
            while let next = cursor.next, next.kind == .word,
                !Self.serviceEffects.contains(next.text)
            {
                type.words.append(cursor.name(next))
                cursor.take()
            }
            if type.words.isEmpty {
                fail(.type(.badTypeSyntax("sky choice sunny cloudy rainy")), &cursor)
            }
            return type
        }
        if !Self.serviceTypes.contains(word.text), cursor.take("list") != nil {
            guard let most = cursor.take(.number) else {
                fail(.type(.badTypeSyntax("days day list 7")), &cursor)
                return type
            }
            type.atMost = cursor.name(most)
            return type
        }
        type.size = cursor.take(.number).map(cursor.name)
        return type
    }
}

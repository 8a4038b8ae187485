// SPDX-License-Identifier: Apache-2.0
import GSM
import Ledger
import SourceText
import Yams

/// Walks the YAML of a tariff and collects everything that is wrong with it.
struct TariffReader {
    let file: SourceFile
    let places: YAMLPlaces
    var findings: [Diagnostic] = []
    /// The currency of amounts; until it is known, one with the most decimals.
    var currency = Currency("KWD") ?? .kes
    /// The greatest amount of all, once it is known.
    var greatest = Int64.max
    /// The bands of charges, for what can only be judged once all is read.
    var seenBands: [SeenBand] = []

    /// A band and where it stands.
    struct SeenBand {
        let kind: PaymentKind
        let from: Int64
        let place: SourceRange
    }

    /// Some keys with their values.
    struct Block {
        /// What the block is called in sentences.
        let name: String
        let place: SourceRange
        var values: [String: (key: SourceRange, node: Node)] = [:]

        func has(_ key: String) -> Bool { values[key] != nil }
    }

    init(_ file: SourceFile) {
        self.file = file
        places = YAMLPlaces(file: file)
    }

    mutating func report(_ finding: TariffFinding, _ range: SourceRange, label: String? = nil) {
        var fix: Diagnostic.FixIt?
        switch finding {
        case .unknownKey(_, _, let meant?), .word(_, _, _, let meant?):
            fix = Diagnostic.FixIt(range: range, replacement: meant)
        default: break
        }
        findings.append(Diagnostic(finding, at: range, label: label, fix: fix))
    }

    /// Reads the whole file; nil when something needed could not be read.
    mutating func read() -> Tariff? {
        guard let root = root() else { return nil }
        let country = country(root)
        let currency = currency(root, of: country)
        self.currency = currency ?? self.currency
        let offset = utcOffset(root)
        let sender = sender(root)
        let greatest = amount("greatest", in: root)
        self.greatest = greatest ?? .max
        let seconds = number("quote_seconds", in: root, within: 1...Tariff.Limits.secondsMax)
        let rounding = word("rounding", in: root, Rounding.self) ?? .halfUp
        _ = flag("default", in: root)
        let levels = levels(root)
        let send = charge(.send, in: root, rounding)
        let withdraw = charge(.withdraw, in: root, rounding)
        let deposit = charge(.deposit, in: root, rounding)
        let pin = pinRules(root)
        let rates = rateRules(root)
        let schedule = schedule(root)
        judgeReach(of: levels ?? [])
        guard let country, let currency, let offset, let sender, let greatest, let seconds,
            let levels, !levels.isEmpty, let send, let withdraw, let deposit, let pin
        else { return nil }
        return Tariff(
            country: country,
            currency: currency,
            utcOffsetMinutes: offset,
            smsSender: sender,
            greatest: greatest,
            quoteSeconds: seconds,
            levels: levels,
            send: send,
            withdraw: withdraw,
            deposit: deposit,
            pin: pin,
            rates: rates,
            schedule: schedule
        )
    }

    private mutating func root() -> Block? {
        guard file.utf8Count <= Tariff.Limits.textBytesMax else {
            report(.tooLarge(most: Tariff.Limits.textBytesMax), places.range(ofLine: 1))
            return nil
        }
        do {
            guard let node = try Yams.compose(yaml: file.text) else {
                report(.notYAML("it is empty"), places.range(ofLine: 1))
                return nil
            }
            return block(node, "the tariff", at: nil, known: TariffKeys.root)
        } catch let error as YamlError {
            report(error)
        } catch {
            report(.notYAML("it cannot be read"), places.range(ofLine: 1))
        }
        return nil
    }

    private mutating func report(_ error: YamlError) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            report(.notYAML(problem), places.range(ofLine: mark.line))
        case .duplicatedKeysInMapping(let keys, let context):
            reportTwice(keys.first ?? "?", first: context.mark)
        default:
            report(.notYAML("it cannot be read"), places.range(ofLine: 1))
        }
    }

    /// Points at the second of two equal keys where it begins a line, and names the first's place.
    private mutating func reportTwice(_ key: String, first: Mark) {
        let blanks = String(repeating: " ", count: max(0, first.column - 1))
        let second = (first.line + 1..<max(first.line + 1, file.lineCount + 1)).first {
            file.line($0).hasPrefix(blanks + key + ":")
        }
        let place = places.range(ofLine: first.line)
        guard let second else { return report(.twice(key), place) }
        findings.append(
            Diagnostic(
                TariffFinding.twice(key),
                at: places.range(ofLine: second),
                notes: [Diagnostic.Note(range: place, "It stands here before.")]
            )
        )
    }

    private mutating func country(_ root: Block) -> Country? {
        guard let (code, place) = text("country", in: root) else { return nil }
        if let country = Country(rawValue: code) { return country }
        let known = Country.allCases.map(\.rawValue)
        report(.country(code, meant: DidYouMean.closest(to: code, among: known)), place)
        return nil
    }

    private mutating func currency(_ root: Block, of country: Country?) -> Currency? {
        guard let (code, place) = text("currency", in: root) else { return nil }
        guard let currency = Currency(code), currency != .none else {
            let known = Currency.all.map(\.code)
            report(.currency(code, meant: DidYouMean.closest(to: code, among: known)), place)
            return nil
        }
        if let expected = country?.currencyCode, expected != code {
            report(.currencyOfCountry(code, expected: expected), place)
        }
        return currency
    }

    /// Minutes from `+03:00`.
    private mutating func utcOffset(_ root: Block) -> Int? {
        guard let (typed, place) = text("utc_offset", in: root) else { return nil }
        let parts = typed.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
        guard let sign = typed.first, sign == "+" || sign == "-", parts.count == 2,
            parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { 48...57 ~= $0 } }),
            let hours = Int(parts[0]), (0...14).contains(hours),
            let minutes = Int(parts[1]), (0...59).contains(minutes)
        else {
            report(.shape("utc_offset", expected: "like \"+03:00\""), place)
            return nil
        }
        return (hours * 60 + minutes) * (sign == "-" ? -1 : 1)
    }

    private mutating func sender(_ root: Block) -> String? {
        guard let (name, place) = text("sms_sender", in: root) else { return nil }
        let isPlain = name.unicodeScalars.allSatisfy {
            $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0))
        }
        guard isPlain, (1...Tariff.Limits.senderCharactersMax).contains(name.utf8.count) else {
            report(.sender(name), place)
            return nil
        }
        return name
    }

    private mutating func pinRules(_ root: Block) -> PINRules? {
        guard let pin = block("pin", in: root, known: TariffKeys.pin) else { return nil }
        let least = number("least_digits", in: pin, within: 4...12)
        let most = number("most_digits", in: pin, within: 4...12)
        let tries = number("tries", in: pin, within: 1...9)
        var locks: [Int] = []
        for node in list("lock_seconds", in: pin, most: 8) ?? [] {
            let bounds = 1...Tariff.Limits.secondsMax
            let place = places.range(of: node)
            if let lock = whole(node.string ?? "", "lock_seconds", bounds, place) {
                locks.append(lock)
            }
        }
        guard let least, let most, let tries, !locks.isEmpty else { return nil }
        guard least <= most else {
            let range = pin.values["least_digits"]?.key ?? pin.place
            report(.bounds(lower: "least_digits", upper: "most_digits"), range)
            return nil
        }
        return PINRules(digits: least...most, tries: tries, lockSeconds: locks)
    }
}

// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import SourceText

/// Reads the lines under `menu NAME`.
struct SettingsReader {
    private let contracts: [ServiceContract]
    var settings = MenuSettings()
    private(set) var findings: Findings
    private var declaredNames: [String] = []

    /// The bounds of settings.
    enum Limits {
        /// The longest time a dropped dialogue waits.
        static let resumeSecondsMax = 86_400
        /// The most digits of a key.
        static let keyDigitsMax = 3
        /// The most languages beside that of the texts.
        static let alsoLanguagesMax = 16
    }

    init(contracts: [ServiceContract], findings: Findings) {
        self.contracts = contracts
        self.findings = findings
    }

    /// Reads all settings; without a header the defaults stay.
    ///
    /// - Parameters:
    ///   - header: what stands under `menu`.
    ///   - services: the services that the menu declares.
    ///   - network: the network in place of the one that the settings name.
    ///   - country: the country in place of the one that the settings name.
    mutating func read(
        _ header: HeaderSyntax?,
        services: [ServiceSyntax] = [],
        network: NetworkProfile? = nil,
        country: Country? = nil
    ) {
        declaredNames = services.compactMap { $0.name?.text }
        guard let header else {
            settings.servicesAreKnown = false
            settings.setsMe = true
            return
        }
        settings.name = header.name?.text ?? ""
        settings.range = header.name?.range ?? header.keyword
        settings.otherwise = header.otherwise
        settings.wrong = header.wrong
        for setting in header.settings where setting.name.text != "me" { read(setting) }
        if let network { settings.profile = network }
        if let country { settings.country = country }
        declare(services)
        for setting in header.settings where setting.name.text == "me" { readMe(setting) }
        for setting in header.settings where setting.name.text == "also" { readAlso(setting) }
        let forms = PluralForms.standard(for: settings.language)
        settings.pluralRule = PluralForms.parse(forms) ?? .english
    }

    /// Makes the declared services callable; a menu need not name them under `services` too.
    private mutating func declare(_ services: [ServiceSyntax]) {
        var reader = ServiceReader(settings: settings, findings: findings)
        reader.read(services)
        findings = reader.findings
        settings.declared = reader.declared
        settings.services += reader.declared.map(\.contract)
        // What an unreadable declaration would have said is not missed a second time.
        if reader.declared.count < services.count { settings.servicesAreKnown = false }
    }

    private mutating func read(_ setting: SettingSyntax) {
        let words = setting.values.flatMap { $0 }
        switch setting.name.text {
        case "text": readLanguage(setting, words)
        case "country":
            if let word = one(setting, words, example: "country KE") {
                if let country = Country(rawValue: word.text) {
                    settings.country = country
                } else {
                    unknown(word, of: setting, among: Country.allCases.map(\.rawValue))
                }
            }
        case "network":
            if let word = one(setting, words, example: "network standard") {
                if let profile = NetworkProfile.named(word.text) {
                    settings.profile = profile
                } else {
                    unknown(word, of: setting, among: NetworkProfile.all.map(\.name))
                }
            }
        case "services": for word in words { readService(word) }
        case "keys": readKeys(setting)
        case "before": settings.before = one(setting, words, example: "before news")
        case "resume": readResume(setting, words)
        default: break
        }
    }

    private mutating func one(
        _ setting: SettingSyntax,
        _ words: [NameSyntax],
        example: String
    ) -> NameSyntax? {
        if words.count == 1 { return words[0] }
        findings.report(
            SettingFinding.settingValue(name: setting.name.text, example: example),
            at: setting.range
        )
        return nil
    }

    private mutating func unknown(
        _ word: NameSyntax,
        of setting: SettingSyntax,
        among allowed: [String]
    ) {
        findings.report(
            SettingFinding.unknownChoice(
                setting: setting.name.text,
                word: word.text,
                allowed: allowed
            ),
            at: word.range,
            fix: DidYouMean.fix(word, among: allowed)
        )
    }

    private mutating func readLanguage(_ setting: SettingSyntax, _ words: [NameSyntax]) {
        guard let word = one(setting, words, example: "text en") else { return }
        guard word.text.isLanguageCode else {
            findings.report(
                SettingFinding.settingValue(name: "text", example: "text en"),
                at: word.range
            )
            return
        }
        settings.language = word.text
    }

    private mutating func readAlso(_ setting: SettingSyntax) {
        let words = setting.values.flatMap { $0 }
        for word in words {
            if !word.text.isLanguageCode {
                let codes = word.text.replacing("_", with: "-")
                findings.report(
                    LanguageFinding.badLanguage(name: word.text),
                    at: word.range,
                    fix: codes.isLanguageCode ? .init(range: word.range, replacement: codes) : nil
                )
            } else if settings.languages.contains(word.text) {
                findings.report(LanguageFinding.languageTwice(name: word.text), at: word.range)
            } else {
                settings.also.append(word)
            }
        }
        if settings.also.count > Limits.alsoLanguagesMax {
            let word = settings.also[Limits.alsoLanguagesMax]
            findings.report(
                LanguageFinding.tooManyLanguages(
                    count: settings.also.count,
                    most: Limits.alsoLanguagesMax
                ),
                at: word.range
            )
            settings.also.removeLast(settings.also.count - Limits.alsoLanguagesMax)
            settings.alsoIsUnderstood = false
        }
    }

    private mutating func readService(_ word: NameSyntax) {
        let isKnown = contracts.contains { $0.name == word.text }
        if !isKnown, declaredNames.contains(word.text) { return }
        guard let contract = contracts.first(where: { $0.name == word.text }) else {
            settings.servicesAreKnown = false
            findings.report(
                SettingFinding.unknownChoice(
                    setting: "services",
                    word: word.text,
                    allowed: contracts.map(\.name)
                ),
                at: word.range,
                fix: DidYouMean.fix(word, among: contracts.map(\.name))
            )
            return
        }
        for other in settings.services where other.name != contract.name {
            let shared = Set(other.records.map(\.name)).intersection(contract.records.map(\.name))
            let clash = shared.sorted().first { name in
                contract.records.first { $0.name == name } != settings.record(name)
            }
            if other.amountFormat != contract.amountFormat || clash != nil {
                findings.report(
                    SettingFinding.servicesDiffer(
                        first: other.name,
                        second: contract.name,
                        record: clash
                    ),
                    at: word.range
                )
                return
            }
        }
        if !settings.services.contains(where: { $0.name == contract.name }) {
            settings.services.append(contract)
        }
    }

    private mutating func readMe(_ setting: SettingSyntax) {
        settings.setsMe = true
        let words = setting.values.flatMap { $0 }
        let parts = words.map(\.text).joined().split(
            separator: ".",
            omittingEmptySubsequences: false
        )
        guard parts.count == 2 else {
            findings.report(
                SettingFinding.settingValue(name: "me", example: "me money.me"),
                at: setting.range
            )
            return
        }
        let range = words.dropFirst().reduce(words[0].range) { $0.union($1.range) }
        guard let service = settings.services.first(where: { $0.name == parts[0] }) else {
            if settings.servicesAreKnown {
                let name = NameSyntax(text: String(parts[0]), range: range)
                findings.report(
                    NameFinding.unknownService(
                        name: name.text,
                        known: settings.services.map(\.name)
                    ),
                    at: range
                )
            }
            return
        }
        guard let operation = service.operations.first(where: { $0.name == parts[1] }) else {
            findings.report(
                NameFinding.unknownOperation(service: service.name, name: String(parts[1])),
                at: range
            )
            return
        }
        guard operation.parameters.isEmpty, operation.result != nil, !operation.posts else {
            findings.report(SettingFinding.meNeeds(operation: operation.name), at: range)
            return
        }
        settings.me = .init(service: service.name, operation: operation, range: range)
    }

    private mutating func readKeys(_ setting: SettingSyntax) {
        var keys: [String: NameSyntax] = [:]
        for value in setting.values {
            guard value.count == 2, ["back", "home", "more"].contains(value[1].text),
                1...Limits.keyDigitsMax ~= value[0].text.utf8.count,
                value[0].text.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
            else {
                findings.report(
                    SettingFinding.settingValue(
                        name: "keys",
                        example: "keys 0 back, 00 home, 98 more"
                    ),
                    at: value.first.map { $0.range.union(value[value.count - 1].range) }
                        ?? setting.range
                )
                return
            }
            if let other = keys.values.first(where: { $0.text == value[0].text }) {
                findings.report(
                    KeyFinding.keyTwice(key: value[0].text),
                    at: value[0].range,
                    notes: [.init(range: other.range, "The key has this meaning already.")]
                )
            }
            keys[value[1].text] = value[0]
        }
        settings.keys = NavigationKeys(
            back: keys["back"]?.text,
            home: keys["home"]?.text,
            more: keys["more"]?.text
        )
    }

    private mutating func readResume(_ setting: SettingSyntax, _ words: [NameSyntax]) {
        guard words.count == 2, let seconds = Int(words[0].text),
            1...Limits.resumeSecondsMax ~= seconds
        else {
            findings.report(
                SettingFinding.settingValue(name: "resume", example: "resume 600 unfinished"),
                at: setting.range
            )
            return
        }
        settings.resume = (seconds, words[1])
    }
}

extension String {
    /// Whether this is the code of a language, perhaps of one country (BCP 47): `sw`, `pt-BR`,
    /// `es-419`.
    var isLanguageCode: Bool {
        wholeMatch(of: /[a-z]{2,3}(-([A-Z]{2}|[0-9]{3}))?/) != nil
    }
}

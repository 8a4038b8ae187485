// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway
import SourceText

extension TranscriptParser {
    /// Reads a line above `---`.
    mutating func readHeader(_ cursor: inout LineCursor) -> TranscriptLine.Role {
        if cursor.isEmpty { return .empty }
        if cursor.isLeft("---") { return .divider }
        if cursor.next == UInt8(ascii: "#") { return .comment }
        let before = cursor
        let key = cursor.nextWord(until: ":")
        if key.text == "phone", !isPart, !cursor.take(":") {
            readPhone(&cursor)
            return .setting
        }
        guard key.text == "phone" || cursor.take(":") else {
            report(HeaderMistake.noSetting, before.lineRange)
            return .unread
        }
        cursor.takeBlanks()
        guard !isPart || InclusionMistake.partSettings.contains(key.text) else {
            report(InclusionMistake.unknownPartSetting(key.text), key.range)
            return .unread
        }
        guard isPart || HeaderMistake.settings.contains(key.text) else {
            report(HeaderMistake.unknownSetting(key.text), key.range)
            return .unread
        }
        guard !settings.contains(key.text) else {
            report(HeaderMistake.duplicateSetting(key.text), key.range)
            return .unread
        }
        settings.append(key.text)
        readSetting(key.text, cursor)
        return .setting
    }

    private mutating func readSetting(_ key: String, _ cursor: LineCursor) {
        let value = cursor.rest
        guard !value.isEmpty else {
            let help = "Write the value behind the colon."
            let mistake = HeaderMistake.badSetting("`\(key)` has no value.", help: help)
            return report(mistake, cursor.restRange)
        }
        switch key {
        case "title": header.title = value
        case "menu": header.menu = value
        case "stubs": header.stubs = beside(value)
        case "tariff": header.tariff = value
        case "tags": header.tags = value.split(separator: " ").map(String.init)
        case "lang": readLanguages(cursor)
        case "requires": readRequirements(cursor)
        case "takes": readParameters(cursor)
        case "xfail": header.expectedFailure = value
        case "network":
            if NetworkProfile.named(value) == nil {
                let names = NetworkProfile.all.map(\.name)
                report(
                    HeaderMistake.badSetting(
                        "There is no network `\(value)`.",
                        help: Self.meant(value, of: names)
                    ),
                    cursor.restRange
                )
            }
            header.network = value
        case "clock":
            guard let clock = ClockText.instant(value) else {
                return report(
                    HeaderMistake.badSetting(
                        "`\(value)` is no time.",
                        help: "Write it with its offset, as `2026-11-20T09:00:00+03:00`."
                    ),
                    cursor.restRange
                )
            }
            header.clock = clock
            header.clockOffsetMilliseconds = ClockText.offsetMilliseconds(value)
        case "seed":
            guard let seed = UInt64(value) else {
                return report(
                    HeaderMistake.badSetting(
                        "`\(value)` is no seed.",
                        help: "Write a whole number, as `seed: 42`."
                    ),
                    cursor.restRange
                )
            }
            header.seed = seed
        default: report(phoneMistake("A phone needs a name."), cursor.lineRange)
        }
    }

    private mutating func readLanguages(_ cursor: LineCursor) {
        let codes = cursor.rest.split(separator: " ").map(String.init)
        let help = "Write the codes of the menu's languages once each, as `lang: en sw`."
        var what: String?
        if let strange = codes.first(where: { !LanguageWord.isCode($0) }) {
            what = "`\(strange)` is no code of a language."
        } else if Set(codes).count != codes.count {
            what = "A language stands here twice."
        } else if codes.count > TranscriptLimits.languagesMax {
            what = "A scene is played in at most \(TranscriptLimits.languagesMax) languages."
        }
        if let what { report(HeaderMistake.badSetting(what, help: help), cursor.restRange) }
        header.languages = codes
    }

    /// A path as it is from where the transcript lies.
    private func beside(_ path: String) -> String {
        guard !path.hasPrefix("/"), let slash = file.path.lastIndex(of: "/") else { return path }
        return file.path[...slash] + path
    }

    private mutating func readPhone(_ cursor: inout LineCursor) {
        settings.append("phone")
        let name = cursor.nextWord(until: ":")
        mistakenPhones.insert(name.text)
        guard PhoneName.isName(name.text), cursor.take(":") else {
            let what = "A phone has a name of letters, digits, `-` and `_`, and then a colon."
            return report(phoneMistake(what), name.range)
        }
        let number = cursor.nextWord()
        guard let msisdn = MSISDN(e164: number.text) else {
            let what =
                "The number of a phone is `+`, its country code and the rest, 7 to 15 digits."
            return report(phoneMistake(what), number.range)
        }
        var phone = PhoneSetup(name: name.text, msisdn: msisdn, range: cursor.lineRange)
        while !cursor.isAtEnd { readPhoneSetting(&cursor, of: &phone) }
        if let other = header.phones.first(where: {
            $0.name.lowercased() == phone.name.lowercased() || $0.msisdn == msisdn
        }) {
            let what = "Another phone has this name or number."
            let note = Diagnostic.Note(range: other.range, "The other phone is here.")
            return report(phoneMistake(what), phone.range, notes: [note])
        }
        guard header.phones.count < TranscriptLimits.phonesMax else {
            return report(HeaderMistake.tooManyPhones, phone.range)
        }
        header.phones.append(phone)
        mistakenPhones.remove(phone.name)
    }

    private mutating func readPhoneSetting(_ cursor: inout LineCursor, of phone: inout PhoneSetup) {
        let key = cursor.nextWord(until: "=")
        let start = cursor.position
        guard cursor.take("="), !key.text.isEmpty else {
            _ = cursor.takeWord()
            let mistake = phoneMistake("A phone's setting is written `key=value`.")
            return report(mistake, cursor.range(from: start).union(key.range))
        }
        guard let value = cursor.takeQuoted(), !value.isEmpty else {
            let range = cursor.range(from: start).union(key.range)
            _ = cursor.takeWord()
            return report(phoneMistake("`\(key.text)` has no value."), range)
        }
        guard HeaderMistake.phoneSettings.contains(key.text) else {
            return report(HeaderMistake.unknownPhoneSetting(key.text), key.range)
        }
        if phone.extras[key.text] != nil || key.text == "pin" && phone.pin != nil
            || key.text == "lang" && phone.language != nil
        {
            return report(HeaderMistake.duplicateSetting(key.text), key.range)
        }
        if let help = Self.flaw(of: value, as: key.text) {
            let mistake = HeaderMistake.badPhone("`\(key.text)` cannot be this.", help: help)
            return report(mistake, cursor.range(from: start + 1))
        }
        switch key.text {
        case "pin": phone.pin = value
        case "balance": phone.balance = value
        case "lang": phone.language = value
        default: phone.extras[key.text] = value
        }
    }

    /// What to write instead when a value does not suit its key.
    private static func flaw(of value: String, as key: String) -> String? {
        let digits = value.utf8.allSatisfy { 48...57 ~= $0 }
        switch key {
        case "pin" where !digits || !TranscriptLimits.pinDigits.contains(value.utf8.count):
            return "Write 4 to 8 digits."
        case "balance", "float":
            guard let number = DecimalText(value), number.units >= 0 else {
                return "Write an amount such as `2000.00`."
            }
            return nil
        case "level" where !digits || value.utf8.count > 1: return "Write one digit."
        case "till" where !digits: return "Write digits."
        case "lang" where !LanguageWord.isCode(value):
            return "Write the code of one of the menu's languages, as `lang=sw`."
        case "wallet" where value != "no" && value != "yes": return "Write `yes` or `no`."
        default: return nil
        }
    }

    private func phoneMistake(_ what: String) -> HeaderMistake {
        .badPhone(what, help: "Write `phone amina: +254712000001 pin=4821 balance=2000.00`.")
    }

    private static func meant(_ word: String, of known: [String]) -> String {
        let all = "Known are \(known.joined(separator: ", "))."
        return DidYouMean.closest(to: word, among: known).map { "Did you mean `\($0)`? \(all)" }
            ?? all
    }
}

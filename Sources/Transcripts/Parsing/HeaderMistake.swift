// SPDX-License-Identifier: Apache-2.0
import SourceText

/// What can be wrong above the line `---` of a transcript.
enum HeaderMistake: DiagnosticKind, Hashable {
    case tooLarge
    case missingVersion
    case unknownVersion
    case byteOrderMark
    case missingDivider
    case unknownSetting(String)
    case duplicateSetting(String)
    case missingSetting(String)
    case badSetting(String, help: String)
    case badPhone(String, help: String)
    case unknownPhoneSetting(String)
    case tooManyPhones

    static let noSetting = HeaderMistake.badSetting(
        "This line is no setting.",
        help: "Write `key: value`, or `---` where the header ends."
    )
    static let settings = [
        "clock", "lang", "menu", "network", "phone", "requires", "seed", "stubs", "tags",
        "tariff", "title", "xfail",
    ]
    static let phoneSettings = (PhoneSetup.settingKeys + ["balance", "lang", "pin"]).sorted()

    var severity: Severity { .error }

    var id: String {
        switch self {
        case .tooLarge: "transcript.too-large"
        case .missingVersion, .unknownVersion: "transcript.version"
        case .byteOrderMark: "transcript.byte-order-mark"
        case .missingDivider: "transcript.missing-divider"
        case .unknownSetting: "transcript.unknown-setting"
        case .duplicateSetting: "transcript.duplicate-setting"
        case .missingSetting: "transcript.missing-setting"
        case .badSetting: "transcript.bad-setting"
        case .badPhone, .tooManyPhones: "transcript.bad-phone"
        case .unknownPhoneSetting: "transcript.unknown-phone-setting"
        }
    }

    var message: String {
        switch self {
        case .tooLarge:
            "The file has more than \(TranscriptLimits.fileOctetsMax) octets."
        case .missingVersion: "A transcript begins with the line `ussd/1`."
        case .unknownVersion: "This version of the transcript language is not known."
        case .byteOrderMark:
            "The file begins with U+FEFF, an invisible character that some editors put there."
        case .missingDivider: "The header does not end."
        case .unknownSetting(let key): "There is no setting `\(key)`."
        case .duplicateSetting(let key): "`\(key)` is set twice."
        case .missingSetting(let key): "The header does not say `\(key)`."
        case .badSetting(let what, _): what
        case .badPhone(let what, _): what
        case .unknownPhoneSetting(let key): "A phone has no setting `\(key)`."
        case .tooManyPhones:
            "A scene has at most \(TranscriptLimits.phonesMax) phones."
        }
    }

    var help: String? {
        switch self {
        case .tooLarge: "Split the scene into several files."
        case .missingVersion, .unknownVersion: "Write `ussd/1` on the first line, alone."
        case .byteOrderMark: "Save the file as UTF-8 without a byte order mark."
        case .missingDivider: "Write `---` on a line of its own before the first step."
        case .unknownSetting(let key): Self.meant(key, of: Self.settings)
        case .duplicateSetting: "Keep one of them."
        case .missingSetting("phone"): "Write a line such as `phone amina: +254712000001`."
        case .missingSetting(let key): "Write a line such as `\(key): mavuno`."
        case .badSetting(_, let help), .badPhone(_, let help): help
        case .unknownPhoneSetting(let key): Self.meant(key, of: Self.phoneSettings)
        case .tooManyPhones: "Split the scene into several files."
        }
    }

    private static func meant(_ word: String, of known: [String]) -> String {
        let all = "Known are \(known.joined(separator: ", "))."
        guard let near = DidYouMean.closest(to: word, among: known) else { return all }
        return "Did you mean `\(near)`? \(all)"
    }
}

// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import SourceText

/// What the lines under `menu NAME` say, with defaults where they say nothing.
struct MenuSettings: Sendable {
    var name = ""
    /// Where the name is written.
    var range = SourceRange(file: "", lower: 0, upper: 0)
    var language = "en"
    /// How words go with numbers in the language of the texts.
    var pluralRule = PluralRule.english
    /// The languages of the setting `also`.
    var also: [NameSyntax] = []
    /// False when there are too many, so that their files are not asked for.
    var alsoIsUnderstood = true
    var country = Country.kenya
    var profile = NetworkProfile.standard
    /// The contracts named in `services`, and those of the services that are declared.
    var services: [ServiceContract] = []
    /// False when a service could not be found, so that its names are not asked for again.
    var servicesAreKnown = true
    /// The services that the menu declares itself.
    var declared: [DeclaredService] = []
    /// The operation whose result is `me`.
    var me: Me?
    /// Whether there is a setting `me`, understood or not.
    var setsMe = false
    var keys = NavigationKeys(back: "0", home: "00", more: "98")
    var before: NameSyntax?
    var resume: (seconds: Int, screen: NameSyntax)?
    var otherwise: [ArmSyntax] = []
    var wrong: [TextLineSyntax] = []

    /// The call that `me` stands for.
    struct Me: Sendable {
        var service: String
        var operation: OperationContract
        /// Where the setting is written.
        var range: SourceRange
    }

    /// The codes of all languages, that of the texts first.
    var languages: [String] { [language] + also.map(\.text) }

    /// How amounts are written: as the services say, else in the country's currency.
    var amountFormat: AmountFormat {
        services.first?.amountFormat
            ?? AmountFormat(
                code: country.currencyCode,
                minorDigits: country.currencyMinorDigits
            )
    }

    /// What a service is called in the program.
    func programName(of service: String) -> String {
        declared.first { $0.contract.name == service }?.programName ?? service
    }

    /// The record type of a name.
    func record(_ name: String) -> RecordType? {
        for service in services {
            if let record = service.records.first(where: { $0.name == name }) { return record }
        }
        return nil
    }
}

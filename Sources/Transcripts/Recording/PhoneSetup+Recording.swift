// SPDX-License-Identifier: Apache-2.0
public import GSM
import SourceText

extension PhoneSetup {
    /// Makes a phone of a recording, which stands in no file yet.
    ///
    /// - Parameters:
    ///   - name: its name; another one is found when it is none or is taken.
    ///   - msisdn: its number.
    ///   - pin: its PIN as it is typed, nil when it is not known; the scene gets another one.
    ///   - language: the language kept for it, or nil.
    ///   - balance: what its wallet has at the beginning, in major units.
    ///   - extras: the other settings, of ``settingKeys``.
    public init(
        recorded name: String,
        msisdn: MSISDN,
        pin: String? = nil,
        language: String? = nil,
        balance: String = "0",
        extras: [String: String] = [:]
    ) {
        self.init(
            name: name,
            msisdn: msisdn,
            pin: pin,
            language: language,
            balance: balance,
            extras: extras,
            range: SourceRange(file: "", lower: 0, upper: 0)
        )
    }
}

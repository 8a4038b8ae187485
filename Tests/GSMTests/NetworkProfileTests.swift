// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import GSM

@Suite struct NetworkProfileTests {
    @Test(arguments: [
        ("standard", [182, 80, 160, 60, 180, 10]), ("3gpp", [182, 80, 160, 600, 600, 600]),
        ("ke-at", [160, 70, 80, 30, 180, 10]), ("ke-at-airtel", [182, 80, 90, 60, 180, 10]),
        ("za-clickatell", [182, 80, 160, 20, 120, 10]), ("gh-hubtel", [182, 80, 160, 120, 180, 7]),
        ("ng-hollatags", [160, 70, 160, 20, 20, 10]),
    ])
    func isFoundByName(name: String, figures: [Int]) throws {
        let profile = try #require(NetworkProfile.named(name))
        #expect(
            figures == [
                profile.menuSeptetsMax, profile.menuUCS2UnitsMax, profile.inputCharactersMax,
                profile.idleSeconds, profile.sessionSeconds, profile.applicationSeconds,
            ]
        )
    }

    @Test func namesAreUniqueAndNoScreenIsLargerThanAUSSDString() {
        #expect(Set(NetworkProfile.all.map(\.name)).count == 7)
        #expect(NetworkProfile.all.first == .standard)
        for profile in NetworkProfile.all {
            #expect(profile.menuSeptetsMax <= USSDString.Limits.septetsMax)
            #expect(profile.menuUCS2UnitsMax <= USSDString.Limits.unitsMax)
            #expect(profile.idleSeconds <= profile.sessionSeconds)
        }
        #expect(NetworkProfile.named("Standard") == nil)
    }

    @Test func saysWhatFits() {
        let profile = NetworkProfile.kenyaAfricasTalking
        #expect(profile.fits(TextSize(alphabet: .gsm7, units: 160)))
        #expect(!profile.fits(TextSize(alphabet: .gsm7, units: 161)))
        #expect(profile.fits(TextSize(alphabet: .ucs2, units: 70)))
        #expect(!profile.fits(TextSize(alphabet: .ucs2, units: 71)))
    }
}

// SPDX-License-Identifier: Apache-2.0
import SourceText
import Testing

@Suite struct DidYouMeanTests {
    private let names = ["home", "send", "cash", "balance", "withdraw", "a", "Ångström"]

    @Test(arguments: [
        ("hom", "home"), ("hoem", "home"), ("homes", "home"), ("hime", "home"), ("HOMES", "home"),
        ("Send", "send"), ("balnce", "balance"), ("ablanec", "balance"), ("wihtdrwa", "withdraw"),
        ("ångstrom", "Ångström"), ("A", "a"),
    ])
    func finds(_ word: String, _ expected: String) {
        #expect(DidYouMean.closest(to: word, among: names) == expected)
    }

    @Test(arguments: ["", "b", "hm", "xyz", "hoe12", "blnc", "quote", "home", "sendsend"])
    func findsNothing(_ word: String) {
        #expect(DidYouMean.closest(to: word, among: names.filter { $0 != word }) == nil)
    }

    @Test func takesTheAlphabeticallyFirstOfEquals() {
        #expect(DidYouMean.closest(to: "cat", among: ["hat", "bat", "rat"]) == "bat")
        #expect(DidYouMean.closest(to: "cat", among: ["rat", "bat", "hat"]) == "bat")
        #expect(DidYouMean.closest(to: "cat", among: ["bat", "cats", "Cat"]) == "Cat")
    }

    @Test func comparesWordsUpToItsLimit() {
        let long = String(repeating: "a", count: DidYouMean.wordCharactersMax)
        #expect(DidYouMean.closest(to: long, among: [long.dropLast() + "b"]) != nil)
        #expect(DidYouMean.closest(to: long + "a", among: [long]) == nil)
        #expect(DidYouMean.closest(to: long, among: [long + "a"]) == nil)
    }
}

// SPDX-License-Identifier: Apache-2.0
import Gateway
import Testing

@testable import Transcripts

struct ValueTests {
    @Test(arguments: [
        ("10s", 10_000), ("500ms", 500), ("15m", 900_000), ("24h", 86_400_000),
        ("7d", 604_800_000), ("1h30m", 5_400_000), ("0s", 0), ("366d", 31_622_400_000),
    ])
    func durationIsRead(_ text: String, _ milliseconds: Int64) {
        #expect(ClockText.duration(text) == milliseconds)
    }

    @Test(arguments: [
        "", "10", "s", "10 s", "10sec", "-1s", "1.5s", "367d", "999999999999d", "9999999999999s",
    ])
    func otherTextIsNoDuration(_ text: String) {
        #expect(ClockText.duration(text) == nil)
    }

    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0),
        ("2000-02-29T23:59:59Z", 951_868_799_000),
        ("2026-11-20T09:00:00+03:00", 1_795_154_400_000),
        ("2026-11-20T06:00:00.250Z", 1_795_154_400_250),
        ("2026-11-20T01:00:00-05:00", 1_795_154_400_000),
        ("2100-03-01T00:00:00Z", 4_107_542_400_000),
    ])
    func instantIsRead(_ text: String, _ milliseconds: Int64) {
        #expect(ClockText.instant(text)?.milliseconds == milliseconds)
    }

    @Test(arguments: [
        "2026-11-20", "2026-11-20T09:00:00", "2026-02-29T00:00:00Z", "2026-00-10T00:00:00Z",
        "2026-11-20T24:00:00Z", "2026-11-20T09:60:00Z", "2026-11-20T09:00:00+3:00",
        "2026-11-20t09:00:00Z", "2026-11-20T09:00:00.Z", "1969-12-31T23:59:59Z", "",
        "2026-11-20T09:00:00Z ", "20266-1-20T09:00:00Z", "2100-02-29T00:00:00Z",
    ])
    func otherTextIsNoInstant(_ text: String) {
        #expect(ClockText.instant(text) == nil)
    }

    @Test(arguments: [
        ("1493.00", 149_300, 2, true), ("1,493", 149_300, 2, true), ("-507.00", -50_700, 2, true),
        ("1493.001", 149_300, 2, false), ("7", 700, 2, true), ("7.0", 7, 0, true),
        ("0.07", 700, 2, false), ("9223372036854775807", .max, 0, true),
        ("9223372036854775807", .max, 2, false),
    ])
    func amountsAreComparedExactly(_ text: String, _ units: Int64, _ digits: Int, _ same: Bool) {
        let money = LedgerMoney(minorUnits: units, minorDigits: digits)
        #expect(DecimalText(text)?.equals(money) == same)
    }

    @Test(arguments: [
        "", "-", ".5", "5.", "1,2", "1,23,456", ",123", "1e3", "+5", "KES", "9223372036854775808",
        "0.1234567890", "1 000", "--1", "١",
    ])
    func otherTextIsNoAmount(_ text: String) {
        #expect(DecimalText(text) == nil)
    }

    @Test(arguments: [
        (-50_700, 2, "-507.00"), (5, 2, "0.05"), (-5, 2, "-0.05"), (0, 2, "0.00"),
        (1_234, 0, "1234"),
        (.min, 2, "-92233720368547758.08"),
    ])
    func amountsAreWrittenPlainly(_ units: Int64, _ digits: Int, _ text: String) {
        #expect(LedgerMoney(minorUnits: units, minorDigits: digits).written == text)
    }

    @Test(arguments: [
        ("PIN 4821 ok", "PIN •••• ok"), ("14821", "14821"), ("KES 4,821.00", "KES 4,821.00"),
        ("*100*4821#", "*100*••••#"), ("4821", "••••"), ("48211", "48211"), ("é4821é", "é••••é"),
    ])
    func pinsAreMaskedWhereTheyStandAlone(_ text: String, _ masked: String) throws {
        let scene = TranscriptParser.parse(Marked.steps("amina> 1\n").file).0
        #expect(Mask(scene.header.phones)(text) == masked)
    }

    @Test(arguments: [
        ("a\u{1B}[31mb", "a\u{241B}[31mb"), ("a\u{202E}b", "a\u{FFFD}b"), ("a\tb", "a\u{2409}b"),
    ])
    func controlCharactersSteerNoTerminal(_ text: String, _ shown: String) {
        #expect(TerminalText.oneLine(text) == shown)
    }

    @Test(arguments: [
        ("a/b-1.ussd", "a/b-1.ussd"), ("a b.ussd", "'a b.ussd'"), ("it's", "'it'\\''s'"),
        ("", "''"),
    ])
    func pathsAreOneWordOfAShell(_ path: String, _ word: String) {
        #expect(TerminalText.argument(path) == word)
    }
}

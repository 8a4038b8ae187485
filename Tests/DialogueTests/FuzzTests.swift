// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Testing

@Suite("Whatever is typed")
struct FuzzTests {
    private static let inputs = [
        "1", "2", "3", "4", "0", "00", "98", "9", "", " ", "0712000002", "+254712000002", "500",
        "1,000.50", "4821", "Zawadi", "-1", "1e9", "99999999999999999999", "９８", "٣", "二",
        "👩‍👩‍👧‍👦", "e\u{301}\u{301}\u{301}", "\u{202E}abc", "\u{0}\u{7}\n\r\t", "\u{FEFF}", "a\nb",
        "{typed}", "<script>", "€€€€€€€€€€", "^^^^^^^^", "ﷺ", "\u{1F1F0}\u{1F1EA}", "½", "𝟙", "*",
        "#",
    ]

    private static func input(_ random: inout SeededGenerator) -> String {
        switch Int.random(in: 0..<8, using: &random) {
        case 0:
            let scalars = (0..<Int.random(in: 0...200, using: &random)).compactMap { _ in
                Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random))
            }
            return String(String.UnicodeScalarView(scalars))
        case 1:
            let octets = (0..<Int.random(in: 0...30, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            return String(decoding: octets, as: UTF8.self)
        default: return inputs.randomElement(using: &random) ?? ""
        }
    }

    private static func value(_ random: inout SeededGenerator, depth: Int = 0) -> Value {
        switch Int.random(in: 0..<(depth < 3 ? 9 : 6), using: &random) {
        case 0: .absent
        case 1: .text(String(input(&random).prefix(12)))
        case 2: .number(.min)
        case 3: .amount(Int64.random(in: .min ... .max, using: &random))
        case 4: .flag(true)
        case 5: .secret(Secret("4821"))
        case 6: .list((0..<3).map { _ in value(&random, depth: depth + 1) })
        default: .record((0..<3).map { _ in value(&random, depth: depth + 1) })
        }
    }

    @Test("never traps, and every screen is measured right and fits", arguments: 0..<20)
    func fuzz(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let program = WaysInTests.program
        for _ in 0..<25 {
            var phone = WalletStub(program)
            phone.payments = PagingTests.payments(
                Int.random(in: 0...30, using: &random),
                seed: UInt64(seed)
            )
            let dialled = (0..<Int.random(in: 0...5, using: &random)).map { _ in
                Self.input(&random).filter { $0 != "*" && $0 != "#" }
            }
            guard let code = ServiceCode(segments: ["789"] + dialled),
                let match = program.match(dialled: code)
            else { continue }
            var effect = phone.turn(.begin(match, asksToResume: Bool.random(using: &random)))
            for _ in 0..<30 {
                switch effect {
                case .show(let screen), .end(let screen):
                    #expect(screen.size == TextSize.measure(screen.text))
                    #expect(program.profile.fits(screen.size))
                    #expect(!screen.text.contains("73916"))
                case .fault(let fault): #expect(fault == .unexpectedEvent)
                case .call, .resume: break
                }
                let isSecret = phone.dialogue.asksSecret && Bool.random(using: &random)
                let input = isSecret ? "73916" : Self.input(&random)
                let isRedisplay = Int.random(in: 0..<20, using: &random) == 0
                effect = phone.turn(isRedisplay ? .redisplay : .input(input))
            }
        }
    }

    @Test("nor does whatever a service answers", arguments: 0..<20)
    func services(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let program = WalletMenu.builder.program
        for _ in 0..<25 {
            var phone = WalletStub(program)
            _ = phone.dial("*789#")
            for _ in 0..<20 {
                for operation in ["me", "payee", "quote", "send", "history"] {
                    guard Int.random(in: 0..<6, using: &random) == 0 else { continue }
                    let outcome = ["ok", "ok", "wrong_pin", "is_self"].randomElement(using: &random)
                    phone.answers[operation] = ServiceResult(outcome ?? "", Self.value(&random))
                }
                let effect = phone.turn(.input(Self.input(&random)))
                guard case .show(let screen) = effect else { continue }
                #expect(screen.size == TextSize.measure(screen.text))
                #expect(program.profile.fits(screen.size))
            }
        }
    }
}

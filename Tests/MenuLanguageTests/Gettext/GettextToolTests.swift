// SPDX-License-Identifier: Apache-2.0
import SourceText
import Testing

@testable import MenuLanguage

/// Files against the programs of GNU gettext, where they are installed.
@Suite(.enabled(if: GettextTool.isInstalled, "\(GettextTool.missing)"))
struct GettextToolTests {
    @Test func msgcatWritesTheSame() throws {
        let text = POWriter.text(of: POFile.read(POReaderTests.whole))
        let ended = try GettextTool.run("msgcat", [], on: text)
        let warnings = ended.output.split(separator: "\n").filter { $0.contains("warning:") }
        let lines = ended.output.split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.contains("warning:") }.joined(separator: "\n")
        #expect(warnings.count == ended.output.matches(of: /escape sequence/).count)
        // gettext drops what stands behind the last entry.
        #expect(lines + "\n# The end.\n" == text)
    }

    /// Words in several writings, in rows of all lengths.
    @Test(arguments: [
        "Send money to a friend or to a family member, and see what it costs before you pay. ",
        "Tuma pesa kwa rafiki, mwana-familia au dukani: utaona ada (kama ipo) kabla ya kulipa! ",
        "Où voulez-vous envoyer l'argent ? C'est « gratuit » jusqu'à 1 000 F/jour - 24h/24. ",
        "Envía dinero a quien quieras; ¿cuánto? Más del 50% de 1.000,00 es mucho/demasiado... ",
        "您的余额为{me.balance}。请输入对方的手机号码，例如0712 345 678（不含空格）、或按0返回。",
        "እንኳን ደህና መጡ። ገንዘብ ላክ፣ አስቀምጥ ወይም ክፈል። ", "أرسل المال إلى صديق، أو ادفع. ",
        "पैसे भेजें, या बचत करें। ",
        "{me.name}, you have {me.balance} {{not a hole}} *789*1*{amount}# e-mail a_b http://a.b/c ",
    ])
    func linesAreBrokenAsMsgcatBreaksThem(_ sentence: String) throws {
        var file = POFile()
        file.header = POHeader(fields: [("Content-Type", "text/plain; charset=UTF-8")])
        let row = String(repeating: sentence, count: 4)
        for length in stride(from: 55, to: min(row.count, 220), by: 1) {
            let text = String(row.prefix(length))
            file.entries.append(
                POEntry(context: "\(length)", source: text, translations: [text + "\n\"x\""])
            )
        }
        let text = POWriter.text(of: file)
        let ended = try GettextTool.run("msgcat", [], on: text)
        #expect(ended.status == 0)
        let ours = text.split(separator: "\n")
        let theirs = ended.output.split(separator: "\n")
        let differing = zip(ours, theirs).first { $0 != $1 }
        #expect(ours.count == theirs.count)
        #expect(differing == nil, "\(String(describing: differing))")
    }

    @Test(arguments: 0..<24)
    func msgcatReadsWhatIsWritten(_ seed: UInt64) throws {
        var lottery = Lottery(seed: seed)
        let file = POFile.any(&lottery)
        let ended = try GettextTool.run("msgcat", ["--force-po"], on: POWriter.text(of: file))
        #expect(ended.status == 0, "\(ended.output)\n\(POWriter.text(of: file))")
    }
}

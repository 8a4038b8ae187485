// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import SourceText
import Transcripts

/// The phones with which a menu is explored.
enum ExplorationPhones {
    /// The scene that every exploration begins with: the standard one, or that of a transcript.
    static func setup(
        for program: MenuProgram,
        from path: String?
    ) throws(CommandFailure) -> WorldSetup {
        guard let path else { return standard(program) }
        let file = SourceFile(path: path, text: try MenuShelf.text(of: path))
        let (transcript, diagnostics) = TranscriptParser.parse(
            file,
            read: MenuShelf.readForInclude
        )
        guard !diagnostics.hasErrors else {
            throw CommandFailure(
                .findings,
                "\(path) has mistakes. Run `stardial test \(path)` to see them."
            )
        }
        var setup = transcript.header.setup
        setup.menu = program.name
        setup.network = nil
        return setup
    }

    /// A phone as a menu without services needs it.
    private static func bare(_ phone: PhoneSetup) -> PhoneSetup {
        PhoneSetup(name: phone.name, msisdn: phone.msisdn, range: phone.range)
    }

    /// A customer with money, another one, an agent, a poor one, and a number without a wallet.
    private static func standard(_ program: MenuProgram) -> WorldSetup {
        let file = SourceFile(path: "the standard phones", text: "")
        let phones: [(name: String, pin: String?, balance: String, extras: [String: String])] = [
            ("amina", "4821", "2000.00", [:]),
            ("baraka", "7395", "300.00", ["name": "BARAKA OTIENO"]),
            (
                "neema", "6159", "1000.00",
                ["till": "4021", "float": "20000.00", "business": "NEEMA SHOP"]
            ),
            ("juma", "9402", "0", [:]),
            ("zawadi", nil, "0", ["wallet": "no"]),
        ]
        let setups = phones.enumerated().compactMap { index, phone in
            DemoPhone.demoNumber(UInt64(index + 1), in: program.country).map { number in
                PhoneSetup(
                    name: phone.name,
                    msisdn: number,
                    pin: phone.pin,
                    balance: phone.balance,
                    extras: phone.extras,
                    range: file.range(0, 0)
                )
            }
        }
        let isPlain = program.operations.isEmpty
        return WorldSetup(
            menu: program.name,
            // 2026-11-20T09:00:00+03:00, a working day.
            clock: Instant(milliseconds: 1_795_154_400_000),
            seed: 42,
            phones: isPlain ? setups.prefix(1).map(bare) : setups
        )
    }
}

// SPDX-License-Identifier: Apache-2.0
import GSM
import MenuLanguage
import MobileMoney
import SourceText
import Transcripts

extension MenuShelf {
    /// Compiles a menu that a transcript carries.
    ///
    /// - Parameters:
    ///   - attached: the files; what is not among them is read from disk, from where it would lie.
    ///   - main: the path of the menu's file among them.
    ///   - named: the tariff to take, as `kenya`; nil for the only attached one, else the nearest
    ///     to the folder of menus.
    ///   - network: the profile to prove against in place of the menu's own.
    ///   - folder: where the menus lie that are not attached.
    /// - Throws: a tariff that cannot be read or chosen, or has errors.
    init(
        attached: AttachedFiles,
        main: String,
        tariff named: String?,
        network: NetworkProfile?,
        folder: String
    ) throws(CommandFailure) {
        let tariff = try Self.tariff(among: attached, named: named, folder: folder)
        let contracts = tariff.map { [MobileMoneyContract.contract(for: $0)] } ?? []
        let compilation = MenuCompiler.compile(
            main: SourceFile(path: main, text: attached.text(at: main) ?? ""),
            contracts: contracts,
            network: network,
            country: named == nil ? nil : tariff?.country,
            read: { path in
                if let text = attached.text(at: path) { return .success(text) }
                let isLock = path == ShortcutLock.path(beside: main)
                return isLock ? .failure(.notFound) : Self.readForInclude(path)
            }
        )
        self.init(entries: [Entry(path: main, compilation: compilation)], tariff: tariff)
    }

    private static func tariff(
        among attached: AttachedFiles,
        named: String?,
        folder: String
    ) throws(CommandFailure) -> Tariff? {
        let files = attached.files.filter { file in
            let end = named.map { "/\($0)\(Tariff.fileEnding)" } ?? Tariff.fileEnding
            return "/\(file.name)".hasSuffix(end)
        }
        guard let file = files.first(where: { files.count == 1 || Tariff.isDefault($0.text) })
        else { return try TariffShelf.tariff(beside: folder, named: named) }
        let source = SourceFile(path: file.path, text: file.text)
        let reading = Tariff.read(source)
        if let tariff = reading.tariff { return tariff }
        let found = DiagnosticRenderer().render(reading.findings, in: [source])
        throw CommandFailure(.findings, "The attached tariff has errors.\n\n\(found)")
    }
}

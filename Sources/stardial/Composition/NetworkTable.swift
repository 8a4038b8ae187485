// SPDX-License-Identifier: Apache-2.0
import GSM
import MenuLanguage
import SourceText

/// How a menu fits every network profile, a row each.
struct NetworkTable {
    private let menu: String
    private let rows: [Row]

    private struct Row {
        var network: String
        var limits: String
        var fitting: String
        var tooLong: String
        /// The lists that turn pages, each with the most pages it can have.
        var pages: String
        var fullest: String

        var cells: [String] { [network, limits, fitting, tooLong, pages, fullest] }
    }

    private static let head = Row(
        network: "network",
        limits: "septets/UCS-2",
        fitting: "fit",
        tooLong: "do not",
        pages: "pages",
        fullest: "fullest screen"
    )

    /// Compiles a menu once for each profile.
    ///
    /// A menu that has errors beside screens that are too long has no rows: mend those first.
    init(_ entry: MenuShelf.Entry, tariff: String? = nil) throws(CommandFailure) {
        let own = entry.compilation
        menu = own.measures?.menu ?? entry.path
        var rows: [Row] = []
        let ids = own.diagnostics.filter { $0.severity == .error }.map(\.id)
        guard own.measures != nil, ids.allSatisfy({ $0.hasPrefix("menu.too-long") }) else {
            self.rows = []
            return
        }
        for profile in NetworkProfile.all {
            let entries = try MenuShelf(path: entry.path, tariff: tariff, network: profile).entries
            guard let measures = entries.first?.compilation.measures else { continue }
            let isOwn = profile.name == own.measures?.network
            rows.append(Self.row(measures, profile, isOwn: isOwn))
        }
        self.rows = rows
    }

    private static func row(_ measures: MenuProof, _ profile: NetworkProfile, isOwn: Bool) -> Row {
        let tooLong = measures.largest.filter { $0.units > $0.limit }
        let fullest = measures.largest.first.map { screen in
            "\(screen.name) \(screen.units) of \(screen.limit)"
                + (screen.alphabet == .gsm7 ? "" : " UCS-2")
        }
        let paging = measures.largest.filter { $0.pages > 1 }.sorted { $0.name < $1.name }
        return Row(
            network: profile.name + (isOwn ? " (its own)" : ""),
            limits: "\(profile.menuSeptetsMax)/\(profile.menuUCS2UnitsMax)",
            fitting: "\(measures.screens - tooLong.count)",
            tooLong: tooLong.isEmpty ? "-" : "\(tooLong.count)",
            pages: paging.isEmpty
                ? "-" : paging.map { "\($0.name) \($0.pages)" }.joined(separator: ", "),
            fullest: fullest ?? "-"
        )
    }

    /// The table with its columns aligned, or a sentence when there is none.
    var text: String {
        guard !rows.isEmpty else {
            return "\n\(menu) is not compared with other networks before its errors are mended.\n"
        }
        let all = [Self.head] + rows
        let widths = Self.head.cells.indices.map { column in
            all.map { $0.cells[column].count }.max() ?? 0
        }
        let lines = all.map { row -> String in
            let cells = row.cells.enumerated().map { column, cell -> String in
                let gap = String(repeating: " ", count: widths[column] - cell.count)
                if column == row.cells.count - 1 { return cell }
                return (1...3).contains(column) ? gap + cell : cell + gap
            }
            return cells.joined(separator: "  ") + "\n"
        }
        return "\n\(menu)\n" + lines.joined()
    }
}

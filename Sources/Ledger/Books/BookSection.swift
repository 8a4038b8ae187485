// SPDX-License-Identifier: Apache-2.0

/// A part of a report: lines of one sort and their sum, in minor units.
public struct BookSection: Hashable, Sendable {
    /// One account, or one figure that follows from accounts.
    public struct Line: Hashable, Sendable {
        /// The account; nil for a figure that follows from several.
        public let account: AccountID?
        /// Its name.
        public let name: String
        /// The figure, positive on the side where this sort of account grows.
        public let minorUnits: Int128
    }

    /// What the lines are.
    public let title: String
    /// The lines.
    public let lines: [Line]

    /// The sum of the lines.
    public var total: Int128 { lines.reduce(0) { $0 + $1.minorUnits } }
}

extension Books {
    /// The accounts of a kind that have something to show.
    func section(
        _ title: String,
        of kind: AccountKind,
        in currency: Currency,
        naming: Naming,
        figure: (Turnover) -> Int128
    ) -> BookSection {
        let lines = entries(in: currency, naming: naming).filter { $0.kind == kind }.map {
            BookSection.Line(account: $0.id, name: $0.name, minorUnits: figure($0.turnover))
        }
        return BookSection(title: title, lines: lines.filter { $0.minorUnits != 0 })
    }
}

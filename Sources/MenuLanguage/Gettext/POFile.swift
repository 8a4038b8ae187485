// SPDX-License-Identifier: Apache-2.0

/// The texts of a program and their translations into one language, as GNU gettext's PO files hold
/// them.
public struct POFile: Hashable, Sendable {
    /// What the file says of itself; empty where it has no header.
    public var header: POHeader
    /// The texts in use, in the order of the file, no two with the same key.
    public var entries: [POEntry]
    /// The texts no longer in use, kept with their translations (`#~`).
    public var obsolete: [POEntry]
    /// The comments behind the last entry, a line each.
    public var closingComments: [String]

    /// Makes a file of its parts.
    public init(
        header: POHeader = POHeader(),
        entries: [POEntry] = [],
        obsolete: [POEntry] = [],
        closingComments: [String] = []
    ) {
        self.header = header
        self.entries = entries
        self.obsolete = obsolete
        self.closingComments = closingComments
    }
}

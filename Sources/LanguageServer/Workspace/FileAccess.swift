// SPDX-License-Identifier: Apache-2.0
public import Dialogue
public import MenuLanguage

/// What the server learns about files that no editor has open.
public struct FileAccess: Sendable {
    /// The text of a file by its path.
    public let text: @Sendable (String) -> Result<String, MenuReadError>
    /// The names of the files in a folder, in any order; none when it cannot be read.
    public let names: @Sendable (String) -> [String]
    /// What the services promise to the menus of a folder, or why that cannot be told.
    public let contracts: @Sendable (String) -> Result<[ServiceContract], MenuReadError>

    /// Makes an access of its three questions.
    public init(
        text: @escaping @Sendable (String) -> Result<String, MenuReadError>,
        names: @escaping @Sendable (String) -> [String],
        contracts: @escaping @Sendable (String) -> Result<[ServiceContract], MenuReadError>
    ) {
        self.text = text
        self.names = names
        self.contracts = contracts
    }
}

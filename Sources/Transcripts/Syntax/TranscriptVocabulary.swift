// SPDX-License-Identifier: Apache-2.0

/// The words of transcripts, from the tables that the parser reads by.
public enum TranscriptVocabulary {
    /// The settings above `---`.
    public static let settings = HeaderMistake.settings + InclusionMistake.partSettings.prefix(1)
    /// The settings of a phone.
    public static let phoneSettings = HeaderMistake.phoneSettings
    /// How a session can end.
    public static let endings = Expectation.Ending.allCases.map(\.rawValue)
}

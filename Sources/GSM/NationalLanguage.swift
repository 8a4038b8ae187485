// SPDX-License-Identifier: Apache-2.0

/// A language with tables of its own beside the default alphabet (TS 23.038 clause 6.2.1.2).
///
/// The raw value is the National Language Identifier (clause 6.2.1.2.4). Short messages name the
/// tables in their header; USSD strings have no header and cannot (clause 5).
public enum NationalLanguage: UInt8, Hashable, Sendable, CaseIterable {
    case turkish = 1
    case spanish
    case portuguese
    case bengali
    case gujarati
    case hindi
    case kannada
    case malayalam
    case oriya
    case punjabi
    case tamil
    case telugu
    case urdu

    /// The language as ISO 639-1 writes it, `tr` for Turkish.
    public var code: String {
        switch self {
        case .turkish: "tr"
        case .spanish: "es"
        case .portuguese: "pt"
        case .bengali: "bn"
        case .gujarati: "gu"
        case .hindi: "hi"
        case .kannada: "kn"
        case .malayalam: "ml"
        case .oriya: "or"
        case .punjabi: "pa"
        case .tamil: "ta"
        case .telugu: "te"
        case .urdu: "ur"
        }
    }

    /// Whether the language has a locking shift table; Spanish has none.
    public var hasLockingTable: Bool { lockingChanges != nil }
}

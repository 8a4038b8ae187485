// SPDX-License-Identifier: Apache-2.0

/// The two ways in which a text can travel on a screen or in a short message.
///
/// One scalar outside the default alphabet turns the whole text into UCS-2 (TS 23.038 clause 6.1).
public enum Alphabet: String, Hashable, Sendable, CaseIterable {
    /// Septets of the GSM 7-bit default alphabet and its extension table (TS 23.038 clause 6.2.1).
    case gsm7
    /// UTF-16 code units of two octets, most significant octet first (TS 23.038 clause 6.2.3).
    case ucs2
}

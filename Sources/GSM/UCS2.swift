// SPDX-License-Identifier: Apache-2.0

/// The octets of a UCS-2 text: UTF-16 code units, most significant octet first.
///
/// Characters outside the basic plane travel as surrogate pairs, as every phone in use reads them.
public enum UCS2 {
    /// Encodes a text, two octets to a code unit.
    public static func encode(_ text: String) -> [UInt8] {
        var octets: [UInt8] = []
        octets.reserveCapacity(text.utf16.count * 2)
        for unit in text.utf16 {
            octets.append(UInt8(truncatingIfNeeded: unit >> 8))
            octets.append(UInt8(truncatingIfNeeded: unit))
        }
        return octets
    }

    /// Decodes octets; a lone surrogate and a single last octet each become U+FFFD.
    public static func decode(_ octets: [UInt8]) -> String {
        var units: [UInt16] = []
        units.reserveCapacity(octets.count / 2 + 1)
        for index in stride(from: 0, to: octets.count - 1, by: 2) {
            units.append(UInt16(octets[index]) << 8 | UInt16(octets[index + 1]))
        }
        if octets.count % 2 == 1 { units.append(0xFFFD) }
        return String(decoding: units, as: UTF16.self)
    }
}

// SPDX-License-Identifier: Apache-2.0

/// The GSM 7-bit default alphabet and its extension table (TS 23.038 clauses 6.2.1 and 6.2.1.1).
///
/// A septet is one `UInt8` of 0 to 127 here; ``SeptetPacking`` squeezes them into octets.
public enum DefaultAlphabet {
    /// The septet that announces a code of the extension table; it has no glyph of its own.
    public static let escape: UInt8 = 0x1B

    /// Counts the septets of one scalar: 1, 2 for the extension table, `nil` when it has no code.
    @inlinable
    public static func septetCount(of scalar: Unicode.Scalar) -> Int? {
        let code = code(of: scalar)
        return code == missing ? nil : code > 0xFF ? 2 : 1
    }

    /// Encodes a text as unpacked septets, or gives `nil` when a scalar has no code.
    ///
    /// Characters of the extension table become the escape and a second septet.
    public static func encode(_ text: String) -> [UInt8]? {
        var septets: [UInt8] = []
        septets.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            let code = code(of: scalar)
            if code == missing { return nil }
            if code > 0xFF { septets.append(escape) }
            septets.append(UInt8(truncatingIfNeeded: code))
        }
        return septets
    }

    /// Decodes unpacked septets; every input has a text.
    ///
    /// An escaped code outside the extension table shows the default character at that code; a
    /// doubled or final escape and a value above 127 show a space (TS 23.038 clauses 6.1.1, 6.2.1).
    public static func decode(_ septets: some Sequence<UInt8>) -> String {
        decode(all: Array(septets))
    }

    /// The work of ``decode(_:)`` on one concrete type, many times faster than on any sequence.
    private static func decode(all septets: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(septets.count)
        let scalars = scalars
        var isEscaped = false
        for septet in septets {
            if septet == escape, !isEscaped {
                isEscaped = true
                continue
            }
            var scalar = Int(septet) < scalars.count ? scalars[Int(septet)] : " "
            if isEscaped {
                scalar = extended(septet) ?? scalar
                isEscaped = false
            }
            if scalar.isASCII {
                text.append(UInt8(truncatingIfNeeded: scalar.value))
            } else {
                text.append(contentsOf: String(scalar).utf8)
            }
        }
        if isEscaped { text.append(UInt8(ascii: " ")) }
        return String(decoding: text, as: UTF8.self)
    }

    /// Counts the septets of an ASCII text, `nil` when it is not ASCII or a code is missing.
    ///
    /// Nearly every screen is ASCII, and this is several times faster than looking at scalars.
    static func septetCount(ofASCII text: String) -> Int? {
        let codes = latinCodes
        let counted = text.utf8.withContiguousStorageIfAvailable { octets -> Int? in
            var count = 0
            for octet in octets {
                let code = octet < 0x80 ? codes[Int(octet)] : missing
                if code == missing { return nil }
                count += code > 0xFF ? 2 : 1
            }
            return count
        }
        return counted ?? nil
    }

    /// The code of a scalar: below 0x80 one septet, 0x1Bxx an escape and xx, else ``missing``.
    @usableFromInline
    static func code(of scalar: Unicode.Scalar) -> UInt16 {
        let value = Int(scalar.value)
        return value < latinCodes.count ? latinCodes[value] : wideCode(of: scalar)
    }

    /// What ``code(of:)`` answers for a scalar without a code.
    @usableFromInline static let missing: UInt16 = .max

    /// The 128 scalars in the order of their codes; 0x1B stands for itself and is never shown.
    static let scalars = Array(
        ("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u{1B}ÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà").unicodeScalars
    )

    /// The extension table: second septet and scalar.
    static let extensions: [(septet: UInt8, scalar: Unicode.Scalar)] = [
        (0x0A, "\u{0C}"), (0x14, "^"), (0x28, "{"), (0x29, "}"), (0x2F, "\\"),
        (0x3C, "["), (0x3D, "~"), (0x3E, "]"), (0x40, "|"), (0x65, "€"),
    ]

    /// Codes of U+0000 to U+00FF, where nearly every scalar of a menu lives.
    private static let latinCodes: [UInt16] = {
        var codes = [UInt16](repeating: missing, count: 0x100)
        for (code, scalar) in scalars.enumerated() where scalar.value < 0x100 {
            codes[Int(scalar.value)] = UInt16(code)
        }
        for (septet, scalar) in extensions where scalar.value < 0x100 {
            codes[Int(scalar.value)] = UInt16(escape) << 8 | UInt16(septet)
        }
        codes[Int(escape)] = missing
        return codes
    }()

    private static func wideCode(of scalar: Unicode.Scalar) -> UInt16 {
        switch scalar {
        case "Δ": 0x10
        case "Φ": 0x12
        case "Γ": 0x13
        case "Λ": 0x14
        case "Ω": 0x15
        case "Π": 0x16
        case "Ψ": 0x17
        case "Σ": 0x18
        case "Θ": 0x19
        case "Ξ": 0x1A
        case "€": 0x1B65
        default: missing
        }
    }

    private static func extended(_ septet: UInt8) -> Unicode.Scalar? {
        septet == escape ? " " : extensions.first { $0.septet == septet }?.scalar
    }
}

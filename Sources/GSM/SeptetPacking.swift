// SPDX-License-Identifier: Apache-2.0

/// Squeezes septets into octets and back (TS 23.038 clause 6.1.2).
///
/// These functions take any length; ``USSDString`` and ``ConcatenatedShortMessage`` hold the limits
/// of their bearers and refuse what does not fit.
public enum SeptetPacking {
    /// Packs septets, least significant bit first; the eighth bit of an input octet is ignored.
    ///
    /// For USSD seven spare bits become CR, and a text that ends in CR exactly on an octet boundary
    /// gets one CR more, because the receiver removes the last one (clause 6.1.2.3.1). For SMS
    /// `fillBits` zero bits, 0 to 6, come before the first septet (see ``fillBits(after:)``).
    public static func pack(
        _ septets: [UInt8],
        for bearer: Bearer,
        fillBits: Int = 0
    ) -> [UInt8] {
        var packed: [UInt8] = []
        packed.reserveCapacity(septets.count + 1)
        var pending: UInt16 = 0
        var pendingBits = bearer == .sms ? clamped(fillBits) : 0
        for septet in septets {
            pending |= UInt16(septet & 0x7F) << UInt16(pendingBits)
            pendingBits += 7
            if pendingBits >= 8 {
                packed.append(UInt8(truncatingIfNeeded: pending))
                pending >>= 8
                pendingBits -= 8
            }
        }
        if bearer == .ussd, let last = septets.last {
            if pendingBits == 1 {
                // Seven spare bits: zero would read as `@`.
                pending |= UInt16(carriageReturn) << 1
            } else if pendingBits == 0, last & 0x7F == carriageReturn {
                // The text's own CR would be taken for padding.
                packed.append(carriageReturn)
            }
        }
        if pendingBits > 0 { packed.append(UInt8(truncatingIfNeeded: pending)) }
        return packed
    }

    /// Unpacks octets into `septets` septets, or as many as they hold when that is `nil`.
    ///
    /// Never gives more than the octets hold. For USSD without a count, a final CR is removed only
    /// when the octet count is a multiple of seven, that is when the text fills its last octet.
    public static func unpack(
        _ octets: [UInt8],
        septets: Int?,
        for bearer: Bearer,
        fillBits: Int = 0
    ) -> [UInt8] {
        let skipped = bearer == .sms ? clamped(fillBits) : 0
        let held = max(0, octets.count * 8 - skipped) / 7
        let count = min(held, max(0, septets ?? held))
        var unpacked: [UInt8] = []
        unpacked.reserveCapacity(count)
        for index in 0..<count {
            let bit = skipped + index * 7
            var window = UInt16(octets[bit / 8])
            if bit / 8 + 1 < octets.count { window |= UInt16(octets[bit / 8 + 1]) << 8 }
            unpacked.append(UInt8(truncatingIfNeeded: window >> UInt16(bit % 8)) & 0x7F)
        }
        let isPadded = bearer == .ussd && septets == nil && octets.count.isMultiple(of: 7)
        if isPadded, unpacked.last == carriageReturn { unpacked.removeLast() }
        return unpacked
    }

    /// The zero bits, 0 to 6, that bring the first septet after a header onto a septet boundary.
    ///
    /// `headerOctets` counts the length octet too (TS 23.040 clause 9.2.3.24).
    public static func fillBits(after headerOctets: Int) -> Int {
        (7 - max(0, headerOctets) % 7) % 7
    }

    private static let carriageReturn: UInt8 = 0x0D

    private static func clamped(_ fillBits: Int) -> Int {
        min(6, max(0, fillBits))
    }
}

// SPDX-License-Identifier: Apache-2.0

extension [UInt8] {
    /// Reads pairs of hexadecimal digits; nil when there is anything else.
    init?(hexadecimal text: some StringProtocol) {
        let nibbles = text.utf8.compactMap(\.nibble)
        guard nibbles.count == text.utf8.count, nibbles.count.isMultiple(of: 2) else { return nil }
        self = stride(from: 0, to: nibbles.count, by: 2).map {
            nibbles[$0] << 4 | nibbles[$0 + 1]
        }
    }

    /// Two lower-case hexadecimal digits a byte.
    var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        let text = flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }
}

extension UInt8 {
    fileprivate var nibble: UInt8? {
        switch self {
        case 48...57: self - 48
        case 97...102: self - 87
        case 65...70: self - 55
        default: nil
        }
    }
}

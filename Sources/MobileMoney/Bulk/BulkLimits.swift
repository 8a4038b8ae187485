// SPDX-License-Identifier: Apache-2.0

/// The bounds of what is read from a file of many payments, and of how many run at once.
public enum BulkLimits {
    /// Most bytes of a file: 64 MiB.
    public static let fileBytesMax = 67_108_864
    /// Most rows of a file, the first one left out.
    public static let rowsMax = 1_000_000
    /// Most mistakes that are told one by one.
    public static let mistakesMax = 100
    /// Most bytes of UTF-8 in a reference, as long as the GSMA Mobile Money API allows.
    public static let referenceBytesMax = 256
    /// Most bytes of UTF-8 in the name of a batch or a person.
    public static let nameBytesMax = 64
    /// Commands that wait for one commit together.
    public static let commandsAtOnce = 256
}

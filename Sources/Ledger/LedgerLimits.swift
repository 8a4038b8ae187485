// SPDX-License-Identifier: Apache-2.0

/// How much one command may carry; what crosses a limit is rejected whole.
public struct LedgerLimits: Hashable, Sendable {
    /// Transfers in one group.
    public var transfersPerCommandMax = 256
    /// Accounts opened, settings changed, documents written, audit entries and work items, each,
    /// in one command.
    public var changesPerCommandMax = 256
    /// Bytes of one document.
    public var recordBodyBytesMax = 16_384
    /// Bytes of one work item's body.
    public var workBodyBytesMax = 512
    /// Messages announced by one command.
    public var messagesPerCommandMax = 512
    /// Bytes of UTF-8 in one message's text, and far more than a handset takes.
    public var messageTextBytesMax = 4_096
    /// Holds that one call may expire.
    public var expiriesPerCommandMax = 256
    /// Bytes of UTF-8 in a transfer's reference, and in a message's sender.
    public static let referenceBytesMax = 16

    /// The limits as delivered.
    public init() {}
}

// SPDX-License-Identifier: Apache-2.0

/// What a gateway is set up with besides its menus and services.
public struct GatewayConfiguration: Sendable, Hashable {
    /// Where all randomness comes from: session identifiers and the codes asked by SMS.
    public var seed: UInt64
    /// The bounds.
    public var limits: GatewayLimits
    /// The sender that the gateway's own short messages show.
    public var smsSender: String
    /// How many locks share the phones: a power of two from 1, for one thread alone, to 64.
    public let shards: Int

    /// Most locks that share the phones.
    public static let shardsMax = 64

    /// Makes a configuration.
    ///
    /// - Parameters:
    ///   - seed: equal seeds and equal calls give equal answers, octet for octet.
    ///   - limits: the bounds.
    ///   - smsSender: up to 11 letters and digits (TS 23.040 clause 9.1.2.5), or a short code.
    ///   - shards: how many locks share the phones, rounded down to a power of two and at most 64.
    public init(
        seed: UInt64,
        limits: GatewayLimits = GatewayLimits(),
        smsSender: String = "MAVUNO",
        shards: Int = Self.shardsMax
    ) {
        let most = UInt64(min(max(1, shards), Self.shardsMax))
        self.shards = 1 << (UInt64.bitWidth - 1 - most.leadingZeroBitCount)
        self.seed = seed
        self.limits = limits
        self.smsSender = smsSender
    }
}

/// The bounds of a gateway; crossing one gives a typed answer and never a trap.
public struct GatewayLimits: Sendable, Hashable {
    /// Most sessions at once, those by short message included; more are answered `tooBusy`.
    public var sessionsMax = 2_000_000
    /// Most octets of an input in UTF-8, whatever the network's profile allows.
    public var inputOctetsMax = 1_024
    /// Most octets of a short message that is read.
    public var messageOctetsMax = 1_600
    /// How many answers a session keeps for turns that are delivered again.
    public var answersKeptMax = 2
    /// How long the answers of a session that is over are kept.
    public var answersKeptSeconds = 180
    /// Most deliveries of one turn that wait for its answer; more are answered `tooBusy`.
    public var repliesWaitingMax = 8
    /// Most dropped dialogues kept at once; further ones cannot be taken up again.
    public var keptDialoguesMax = 1_000_000
    /// Most sessions that are over whose answers are kept; further ones are forgotten at once.
    public var pastSessionsMax = 1_000_000
    /// Most subscribers whose language is remembered for services that keep none; the oldest go
    /// first.
    public var languagesMax = 1_000_000
    /// Most service calls that one turn makes before it counts as a fault of the menu.
    public var callsPerTurnMax = 16
    /// How long a dialogue by short message waits for its answer.
    public var messageIdleSeconds = 600
    /// Most messages that an emulated phone keeps; the oldest go first.
    public var inboxMessagesMax = 200
    /// Most emulated phones.
    public var handsetsMax = 10_000
    /// How often one phone may dial, nil for no such limit; more is answered `tooOften`.
    public var dials: AttemptLimit?

    /// The default bounds.
    public init() {}
}

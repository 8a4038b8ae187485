// SPDX-License-Identifier: Apache-2.0
public import Gateway

/// What a conversation is about: the emulated phones, who knows the rest of them, and the time.
///
/// A conversation begins in the world of its door and may be led into one of its own.
public struct LineWorld: Sendable {
    /// The emulated phones and their gateway.
    public let handsets: HandsetNetwork
    /// What knows the ledger, the menus and the clock.
    public let desk: any LineDesk
    /// The present, for everything a phone does.
    public let now: @Sendable () -> Instant

    /// Makes a world.
    public init(
        handsets: HandsetNetwork,
        desk: any LineDesk,
        now: @escaping @Sendable () -> Instant
    ) {
        self.handsets = handsets
        self.desk = desk
        self.now = now
    }

    var gateway: Gateway { handsets.gateway }
}

// SPDX-License-Identifier: Apache-2.0
public import GSM

/// What reaches a phone, told to the gateway's observer.
///
/// A release that has a text for the subscriber is told twice: as a screen, then as a release.
public enum GatewayEvent: Hashable, Sendable {
    /// The phone shows this.
    case screen(MSISDN, Answer)
    /// The phone's session is over without a last screen of its menu.
    case released(MSISDN, ReleaseCause)
    /// The message is on its way to the phone that it names.
    case message(ShortMessage)
}

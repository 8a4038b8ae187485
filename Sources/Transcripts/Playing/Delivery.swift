// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway

/// One turn as it was handed to a gateway.
struct Delivery {
    let phone: MSISDN
    /// As typed; it may be a PIN.
    let typed: String
    /// The key of the turn; nil for a dial and for an answer that names none.
    let key: TurnKey?
    let at: Instant
    /// Where its reply arrives.
    let box: ReplyBox
}

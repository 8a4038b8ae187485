// SPDX-License-Identifier: Apache-2.0

/// What a phone does with a dialled string (TS 22.030 clause 6.5.3.2).
public enum DialledAction: Hashable, Sendable {
    /// The string goes to the network as USSD, unchanged.
    case ussd(String)
    /// The phone runs a supplementary-service procedure, such as call forwarding.
    case supplementaryService
    /// The phone answers by itself, such as with its IMEI; nothing is sent.
    case handsetLocal
    /// The string is a number to call.
    case call
}

// SPDX-License-Identifier: Apache-2.0

/// What carries packed septets: the two differ in how they fill the last octet.
public enum Bearer: Hashable, Sendable {
    /// A USSD string: seven spare bits are filled with CR (TS 23.038 clause 6.1.2.3.1).
    case ussd
    /// A short message: spare bits are zero, the septets are counted (TS 23.040 clause 9.2.3.16).
    case sms
}

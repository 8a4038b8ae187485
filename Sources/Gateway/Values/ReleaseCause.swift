// SPDX-License-Identifier: Apache-2.0

/// Why a session is over, or never began, without a last screen of its menu.
public enum ReleaseCause: String, Hashable, Sendable, CaseIterable {
    /// The subscriber did not answer in time.
    case idleTimeout
    /// The session lasted as long as the network allows.
    case sessionTimeout
    /// The services did not answer in time, twice in one turn.
    case applicationTimeout
    /// The subscriber hung up.
    case hungUp
    /// The network lost the connection to the phone.
    case connectionLost
    /// The subscriber dialled again.
    case replaced
    /// Nothing stands behind the dialled string, or it is malformed or too long.
    case noSuchCode
    /// There is no such session, or its turn is too old to be answered again.
    case noSession
    /// A limit of the gateway is reached.
    case tooBusy
    /// The phone dialled more often than one may in a minute or a day.
    case tooOften
    /// The menu could not go on; the log names the state.
    case fault
    /// The gateway is closing.
    case shutdown

    /// A plain sentence for the subscriber; it says nothing about money, which a session knows.
    public var text: String {
        switch self {
        case .idleTimeout, .sessionTimeout: "Time is over."
        case .applicationTimeout: "The service did not answer in time."
        case .hungUp: "You hung up."
        case .connectionLost: "The connection was lost."
        case .replaced: "You dialled again, so this session is over."
        case .noSuchCode: "This code does not exist here."
        case .noSession: "This session is over."
        case .tooBusy: "Too many people use this service now. Try again in a minute."
        case .tooOften: "You dialled too many times. Wait a few minutes, then dial again."
        case .fault: "This service has failed. We were told."
        case .shutdown: "This service is closing for a short time. Try again in a few minutes."
        }
    }
}

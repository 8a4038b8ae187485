// SPDX-License-Identifier: Apache-2.0

/// Octets to and from a gateway that speaks the line protocol; the place where real time passes.
///
/// One thread at a time uses it. Every wait in it has an end.
public protocol LineWire: AnyObject, Sendable {
    /// Sends octets, whole.
    func send(_ octets: [UInt8]) throws(WireFailure)
    /// Allows the receiving that follows so much time in all, counted from now.
    func setPatience(milliseconds: Int64)
    /// Waits for octets and takes those that have come, at least one.
    func receive() throws(WireFailure) -> [UInt8]
    /// Lets real time pass.
    func pause(milliseconds: Int64)
    /// Ends the connection, again without effect.
    func close()
}

/// Why nothing comes over a wire.
public enum WireFailure: Error, Hashable, Sendable {
    /// The other side ended the connection or the process.
    case closed
    /// Nothing came in time.
    case timedOut
    /// The system refused, in its words.
    case failed(String)
}

extension WireFailure: CustomStringConvertible {
    /// What happened, as the end of a sentence that begins with the gateway.
    public var description: String {
        switch self {
        case .closed: "has ended the connection"
        case .timedOut: "did not answer in time"
        case .failed(let why): "cannot be reached: \(why)"
        }
    }
}

// SPDX-License-Identifier: Apache-2.0

/// Why a request was not done (LSP 3.17, "Response Message").
struct ResponseError: Error, Hashable {
    var code: Int
    var message: String

    static func parse(_ message: String) -> Self { .init(code: -32700, message: message) }
    static func invalidRequest(_ message: String) -> Self { .init(code: -32600, message: message) }
    static func invalidParameters(_ message: String) -> Self {
        .init(code: -32602, message: message)
    }
    static func unknownMethod(_ method: String) -> Self {
        .init(code: -32601, message: "This server does not know the method \(method).")
    }
    static let notInitialized = Self(
        code: -32002,
        message: "The server is not initialized yet. Send initialize first."
    )
    static let cancelled = Self(code: -32800, message: "The request was cancelled.")
    /// The request is in order and cannot be done; the message says why.
    static func failed(_ message: String) -> Self { .init(code: -32803, message: message) }
}

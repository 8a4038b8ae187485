// SPDX-License-Identifier: Apache-2.0
import MenuLanguage
import SourceText

/// A language server for `.menu` files (LSP 3.17): messages in, messages out.
///
/// It is a value without a clock, and reads nothing but what its ``FileAccess`` gives. Whoever
/// holds it puts the contents of messages in as they come, sends what comes out, and ends when
/// there is an ``exitCode``.
public struct LanguageServer: Sendable {
    /// How the process should end; nil while it should go on.
    public private(set) var exitCode: Int?

    var workspace: Workspace
    var client = ClientAbilities()
    var phase = Phase.fresh
    /// What was told of each file, by path.
    var published: [String: JSONValue] = [:]
    /// Messages that the server sends by itself, waiting for the end of the batch.
    var outgoing: [JSONValue] = []
    let version: String

    /// What the server takes on.
    public enum Limits {
        /// The most files that can be open at once.
        public static let documentsMax = 1_024
        /// The most symbols that one search answers.
        public static let symbolsMax = 500
    }

    /// How far the conversation has come.
    enum Phase: Sendable {
        case fresh, running, shutDown
    }

    /// Makes a server that has heard nothing.
    ///
    /// - Parameters:
    ///   - files: what stands on disk, and what services promise.
    ///   - version: the version that is told to clients.
    public init(files: FileAccess, version: String) {
        workspace = Workspace(files)
        self.version = version
    }

    /// Takes messages that came together, and answers them in their order.
    ///
    /// A request that a later message of the same row cancels is not done. The findings of files
    /// that changed come last, once for the whole row.
    ///
    /// - Parameter contents: the contents of the messages, without their headers.
    /// - Returns: the messages to send, in order.
    public mutating func receive(_ contents: [[UInt8]]) -> [JSONValue] {
        let messages = contents.map { JSONValue(octets: $0) }
        let cancelled = Set(
            messages.compactMap { message in
                message?["method"] == "$/cancelRequest" ? message?["params"]["id"] : nil
            }
        )
        var replies: [JSONValue] = []
        for message in messages {
            guard exitCode == nil else { break }
            guard let message else {
                replies.append(Self.reply(.null, .parse("The message is not JSON text.")))
                continue
            }
            if let reply = take(message, cancelled) { replies.append(reply) }
            replies += outgoing
            outgoing = []
        }
        if phase == .running, exitCode == nil { replies += findings() }
        return replies
    }

    /// Tells why octets were passed over.
    ///
    /// - Returns: the message to send.
    public func complaint(_ sentence: String) -> JSONValue {
        Self.reply(.null, .parse(sentence))
    }

    private mutating func take(_ message: JSONValue, _ cancelled: Set<JSONValue>) -> JSONValue? {
        guard case .object(let members) = message else {
            return Self.reply(.null, .invalidRequest("A message is a JSON object."))
        }
        guard let method = message["method"].string else {
            // Without a method it is the answer to a request of ours, and none of them asks.
            if members["result"] != nil || members["error"] != nil { return nil }
            return Self.reply(message["id"], .invalidRequest("The message has no method."))
        }
        guard let id = members["id"] else {
            notified(method, message["params"])
            return nil
        }
        guard id.string != nil || id.integer != nil else {
            return Self.reply(.null, .invalidRequest("An id is a text or a whole number."))
        }
        if cancelled.contains(id) { return Self.reply(id, .cancelled) }
        do throws(ResponseError) {
            let result = try answer(method, message["params"])
            return ["jsonrpc": "2.0", "id": id, "result": result]
        } catch {
            return Self.reply(id, error)
        }
    }

    private mutating func answer(_ method: String, _ params: JSONValue) throws(ResponseError)
        -> JSONValue
    {
        switch phase {
        case .fresh:
            guard method == "initialize" else { throw .notInitialized }
            phase = .running
            return initialize(params)
        case .shutDown: throw .invalidRequest("The server is shut down. Only exit may follow.")
        case .running: break
        }
        switch method {
        case "initialize": throw .invalidRequest("The server is initialized already.")
        case "shutdown":
            phase = .shutDown
            return .null
        default: return try feature(method, params)
        }
    }

    private mutating func notified(_ method: String, _ params: JSONValue) {
        if method == "exit" {
            exitCode = phase == .shutDown ? 0 : 1
            return
        }
        guard phase == .running else { return }
        switch method {
        case "initialized": watchFiles()
        case "textDocument/didOpen": didOpen(params)
        case "textDocument/didChange": didChange(params)
        case "textDocument/didClose": workspace.close(Self.path(params))
        case "textDocument/didSave", "workspace/didChangeWatchedFiles": workspace.forgetAll()
        default: break
        }
    }

    /// The path of the file that parameters are about; empty when they name none.
    static func path(_ params: JSONValue) -> String {
        FileURI.path(of: params["textDocument"]["uri"].string ?? "")
    }

    static func reply(_ id: JSONValue, _ error: ResponseError) -> JSONValue {
        [
            "jsonrpc": "2.0", "id": id,
            "error": ["code": .integer(error.code), "message": .string(error.message)],
        ]
    }

    static func notification(_ method: String, _ params: JSONValue) -> JSONValue {
        ["jsonrpc": "2.0", "method": .string(method), "params": params]
    }
}

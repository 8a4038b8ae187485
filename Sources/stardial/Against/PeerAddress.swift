// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// Where a gateway is that scenes are played against: `stdio:COMMAND` or `tcp://HOST:PORT`.
enum PeerAddress: Equatable, Sendable {
    /// A command of the shell that speaks the line protocol on its standard input and output.
    case command(String)
    /// A line port.
    case port(host: String, Int)
}

extension PeerAddress: CustomStringConvertible {
    /// The address as it is asked for.
    var description: String {
        switch self {
        case .command(let command): "stdio:\(command)"
        case .port(let host, let port):
            host.contains(":") ? "tcp://[\(host)]:\(port)" : "tcp://\(host):\(port)"
        }
    }
}

extension PeerAddress: ExpressibleByArgument {
    init?(argument: String) {
        if argument.hasPrefix("stdio:") {
            let command = String(argument.dropFirst("stdio:".count))
            guard !command.isEmpty else { return nil }
            self = .command(command)
            return
        }
        guard argument.hasPrefix("tcp://") else { return nil }
        let place = argument.dropFirst("tcp://".count)
        guard let colon = place.lastIndex(of: ":"), colon > place.startIndex,
            let port = Int(place[place.index(after: colon)...]), 1...65_535 ~= port
        else { return nil }
        self = .port(host: String(place[..<colon].filter { $0 != "[" && $0 != "]" }), port)
    }
}

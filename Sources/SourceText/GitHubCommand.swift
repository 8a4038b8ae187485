// SPDX-License-Identifier: Apache-2.0

/// Commands by which a program in a GitHub workflow says what to show beside a change.
public enum GitHubCommand {
    /// Writes one command: `::error file=a.menu,line=3::text`.
    ///
    /// `%` and line ends, and in properties also `:` and `,`, become `%` and two digits.
    ///
    /// - Parameters:
    ///   - name: `error`, `warning` or `notice`.
    ///   - properties: keys and values in order.
    ///   - message: what is shown.
    /// - Returns: the command with its line end.
    public static func line(
        _ name: String,
        _ properties: [(key: String, value: String)],
        _ message: String
    ) -> String {
        let given = properties.map { "\($0.key)=\(escaped($0.value, also: ":,"))" }
        return "::\(name) \(given.joined(separator: ","))::\(escaped(message))\n"
    }

    private static func escaped(_ text: String, also: String = "") -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "%": "%25"
            case "\r": "%0D"
            case "\n": "%0A"
            case ":" where also.unicodeScalars.contains(":"): "%3A"
            case "," where also.unicodeScalars.contains(","): "%2C"
            default: String(scalar)
            }
        }.joined()
    }
}

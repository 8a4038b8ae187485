// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Gateway

extension RunningEmulator {
    /// The shortest string that somebody can dial at its menus, to show to whoever begins.
    var firstCode: String {
        let routes = (shelf.programs ?? []).flatMap(\.dialRoutes)
        let literal = routes.compactMap { route -> String? in
            let parts = route.segments.compactMap { segment in
                if case .literal(let digits) = segment { digits } else { nil }
            }
            return parts.count == route.segments.count
                ? "*" + parts.joined(separator: "*") + "#" : nil
        }
        return literal.min { $0.count < $1.count } ?? "*100#"
    }
}

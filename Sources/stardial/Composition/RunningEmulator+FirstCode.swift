// SPDX-License-Identifier: Apache-2.0
import Gateway

extension RunningEmulator {
    /// The shortest string that somebody can dial at its menus, to show to whoever begins.
    var firstCode: String { emulator.gateway.codes.min { $0.count < $1.count } ?? "*100#" }
}

// SPDX-License-Identifier: Apache-2.0

extension Int {
    /// The number and its noun: `1 day`, `3 days`.
    func counted(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}

// SPDX-License-Identifier: Apache-2.0

/// The texts of a draft for translators.
struct MessageExtraction: Sendable {
    let messages: [MenuMessage] = []
}

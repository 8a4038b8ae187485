// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Gateway

/// The newest outcomes by their keys, so that a doubled call gets the first one again.
///
/// Payments are kept by the ledger for ever; this holds what leaves no trace there.
struct RecentResults: Sendable {
    /// Most outcomes kept.
    static let resultsMax = 8_192

    private var results = [ServiceKey: ServiceResult](minimumCapacity: resultsExpected)
    private var ring: [ServiceKey] = []
    private var next = 0

    /// Outcomes of a short life, so that it does not grow step by step.
    private static let resultsExpected = 12

    subscript(key: ServiceKey) -> ServiceResult? { results[key] }

    mutating func keep(_ result: ServiceResult, for key: ServiceKey) {
        guard results.updateValue(result, forKey: key) == nil else { return }
        if ring.count < Self.resultsMax {
            ring.append(key)
        } else {
            results[ring[next]] = nil
            ring[next] = key
            next = (next + 1) % Self.resultsMax
        }
    }
}

// SPDX-License-Identifier: Apache-2.0

extension WorldFeature {
    /// Why a scene that needs it is not played in a world that lacks it, in a sentence.
    var sentenceOfLack: String {
        switch self {
        case .clock: "It moves the clock, which runs by itself there."
        case .ledger: "It looks into the ledger, which does not tell there."
        case .faults: "It makes something fail, which cannot be had there."
        case .sms: "It needs short messages, which do not exist there."
        case .languages: "It chooses a language, which cannot be done there."
        case .seed: "It needs a run that repeats bit for bit, which there is not."
        }
    }
}

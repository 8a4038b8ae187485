// SPDX-License-Identifier: Apache-2.0
import Gateway

/// What of a scene's world dies when its gateway is killed.
struct SceneProcess {
    let emulator: Emulator
    let store: MortalStore

    /// Makes a process in place of the one that is given, on the same ledger; nil for the first.
    typealias Start = (SceneProcess?) -> SceneProcess

    init(emulator: Emulator, store: MortalStore) {
        self.emulator = emulator
        self.store = store
        let gateway = emulator.gateway
        store.setDeathListener {
            gateway.setObserver(nil)
            gateway.setTracer(nil)
        }
    }
}

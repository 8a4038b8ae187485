// SPDX-License-Identifier: Apache-2.0
import Foundation
import LanguageServer
import MenuLanguage
import MobileMoney

extension FileAccess {
    /// The files on disk, and the wallet's contract by the nearest tariff.
    static let onDisk = FileAccess(
        text: { path in
            do throws(CommandFailure) {
                return .success(try MenuShelf.text(of: path))
            } catch {
                return .failure(MenuReadError(error.description))
            }
        },
        names: { folder in
            (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        },
        contracts: { folder in
            do throws(CommandFailure) {
                let tariff = try TariffShelf.tariff(beside: folder)
                return .success(tariff.map { [MobileMoneyContract.contract(for: $0)] } ?? [])
            } catch {
                return .failure(MenuReadError(error.description))
            }
        }
    )
}

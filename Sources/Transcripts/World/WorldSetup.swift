// SPDX-License-Identifier: Apache-2.0
public import GSM
public import Gateway
public import SourceText

/// What a transcript's header asks of its world.
public struct WorldSetup: Sendable {
    /// The name of the menu, as `mavuno`.
    public var menu: String
    /// The name of a network profile; nil for the menu's own.
    public var network: String?
    /// When the scene begins.
    public var clock: Instant
    /// Where all randomness of the world comes from.
    public var seed: UInt64
    /// The phones, in the order of the header.
    public var phones: [PhoneSetup]
    /// The path of the file that answers for the services that the menu declares; nil for none.
    public var stubs: String?
    /// The name of a tariff, as `kenya`; nil for the nearest one.
    public var tariff: String?
    /// The files that the scene carries, which hide those on disk.
    public var attachments: AttachedFiles

    /// Makes a setup.
    public init(
        menu: String,
        network: String? = nil,
        clock: Instant,
        seed: UInt64,
        phones: [PhoneSetup],
        stubs: String? = nil,
        tariff: String? = nil,
        attachments: AttachedFiles = AttachedFiles()
    ) {
        self.attachments = attachments
        self.stubs = stubs
        self.tariff = tariff
        self.menu = menu
        self.network = network
        self.clock = clock
        self.seed = seed
        self.phones = phones
    }
}

/// A phone of a scene and what its subscriber has.
///
/// Descriptions show neither number nor PIN.
public struct PhoneSetup: Sendable {
    /// The name in the transcript, as `amina`.
    public var name: String
    /// The number.
    public var msisdn: MSISDN
    /// The PIN of the wallet, nil when none was given.
    public var pin: String?
    /// The language kept for the subscriber when the scene begins; nil for that of the run.
    public var language: String?
    /// The opening balance in major units as written, such as `2000.00`; `0` when not given.
    public var balance: String
    /// The other settings by key, of ``settingKeys``, as written and without quotes.
    public var extras: [String: String]
    /// Where the header declares the phone.
    public var range: SourceRange

    /// Makes a phone.
    public init(
        name: String,
        msisdn: MSISDN,
        pin: String? = nil,
        language: String? = nil,
        balance: String = "0",
        extras: [String: String] = [:],
        range: SourceRange
    ) {
        self.name = name
        self.msisdn = msisdn
        self.pin = pin
        self.language = language
        self.balance = balance
        self.extras = extras
        self.range = range
    }

    /// The keys that ``extras`` can have.
    ///
    /// `name` is the subscriber's name, `level` the level of identification, `till` the number of
    /// an agent, `float` its balance, `business` its name, `savings` the money saved, `state` what
    /// staff did before, and `wallet=no` means no registration.
    public static let settingKeys = [
        "business", "float", "level", "name", "savings", "state", "till", "wallet",
    ]

    /// The subscriber's name: the setting `name`, else the phone's name with a capital letter.
    public var displayName: String {
        extras["name"] ?? name.prefix(1).uppercased() + name.dropFirst()
    }
}

extension PhoneSetup: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The name and the masked number.
    public var description: String { "\(name) \(msisdn.masked)" }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// A mirror that holds the masked description only.
    public var customMirror: Mirror {
        Mirror(self, children: ["masked": description], displayStyle: .struct)
    }
}

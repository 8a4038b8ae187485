// SPDX-License-Identifier: Apache-2.0

/// What a service promises to menus: its operations, their results and every way they can end.
public struct ServiceContract: Hashable, Sendable {
    /// The name before the dot in `money.send`.
    public let name: String
    /// How the service's amounts are written and typed.
    public let amountFormat: AmountFormat
    /// The records that results and outcomes carry.
    public let records: [RecordType]
    /// What a menu may call.
    public let operations: [OperationContract]

    /// Makes a contract.
    public init(
        name: String,
        amountFormat: AmountFormat,
        records: [RecordType],
        operations: [OperationContract]
    ) {
        self.name = name
        self.amountFormat = amountFormat
        self.records = records
        self.operations = operations
    }
}

/// One operation: its parameters, its result, and the outcomes a menu must answer.
public struct OperationContract: Hashable, Sendable {
    /// The name after the dot in `money.send`.
    public let name: String
    /// The parameters in order.
    public let parameters: [Field]
    /// What the outcome `ok` gives, or nil when it gives nothing.
    public let result: ValueType?
    /// The outcomes other than `ok`, ``Outcome/unavailable`` and ``Outcome/unsure``.
    public let outcomes: [OutcomeContract]
    /// Whether the operation moves money, which demands that a secret was asked before.
    public let posts: Bool

    /// Makes an operation's contract.
    public init(
        name: String,
        parameters: [Field] = [],
        result: ValueType? = nil,
        outcomes: [OutcomeContract] = [],
        posts: Bool = false
    ) {
        self.name = name
        self.parameters = parameters
        self.result = result
        self.outcomes = outcomes
        self.posts = posts
    }
}

/// A named way for an operation to end other than well.
public struct OutcomeContract: Hashable, Sendable {
    /// The name a menu answers, as `wrong_pin`.
    public let name: String
    /// What `as` binds, or nil when the outcome says all by its name.
    public let payload: ValueType?
    /// Whether it cannot come any more once a call that has it ended otherwise in a dialogue.
    ///
    /// `unregistered` is so: whoever was found to have a wallet keeps it.
    public let isFirstOnly: Bool

    /// Makes an outcome's contract.
    public init(_ name: String, payload: ValueType? = nil, isFirstOnly: Bool = false) {
        self.name = name
        self.payload = payload
        self.isFirstOnly = isFirstOnly
    }
}

/// The outcomes that every operation has.
public enum Outcome {
    /// The operation was done; its result is bound.
    public static let ok = "ok"
    /// The service did not answer and surely did nothing.
    public static let unavailable = "unavailable"
    /// The service was asked to move money and has not said whether it did.
    public static let unsure = "unsure"
}

/// A named row of fields.
public struct RecordType: Hashable, Sendable {
    /// The name a menu writes as a parameter's type, as `refusal`.
    public let name: String
    /// The fields in the order of ``Value/record(_:)``.
    public let fields: [Field]

    /// Makes a record type.
    public init(_ name: String, _ fields: [Field]) {
        self.name = name
        self.fields = fields
    }
}

/// A name and a type.
public struct Field: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The type, which also says how long its rendering can be.
    public let type: ValueType

    /// Makes a field.
    public init(_ name: String, _ type: ValueType) {
        self.name = name
        self.type = type
    }
}

/// A type of menu values, with the length of its longest rendering.
public enum ValueType: Hashable, Sendable {
    /// Text of at most so many characters; rendering cuts nothing, so services must keep to it.
    case text(longest: Int)
    /// A whole number of at most so many digits, its sign included.
    case number(digits: Int)
    /// Money, at most ``AmountFormat/longestSeptets`` long.
    case amount
    /// A subscriber's number, shown in its national form.
    case msisdn
    /// A day, a time of day or both, shown as the language writes it.
    case calendar(CalendarTime.Form)
    /// Yes or no; it can be tested but not shown.
    case flag
    /// One word of a closed list, to be told apart by `case`; carried as ``Value/text(_:)``.
    case choice([String])
    /// A secret; it can be passed to a service but not shown.
    case secret
    /// A record of that name in the contract.
    case record(String)
    /// At most so many records of that name.
    case list(of: String, atMost: Int)
}

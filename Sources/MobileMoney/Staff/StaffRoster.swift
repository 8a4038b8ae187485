// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Yams

/// Who the staff are and what their roles allow, read from the staff file.
///
/// ```yaml
/// roles:
///   teller: {request: [freeze, unlock, reset-pin, reverse]}
///   supervisor: {request: [all], approve: [all]}
///   auditor: {}
/// staff:
///   - {name: wanjiru, role: teller, pin: "1:32768:8:1:…:…"}
/// ```
///
/// Every member can look at requests and at the audit log.
public struct StaffRoster: Sendable {
    /// What a role allows.
    public struct Role: Hashable, Sendable {
        /// What its members may ask for.
        public let requests: Set<StaffOperation.Name>
        /// What its members may approve or reject when others asked for it.
        public let approves: Set<StaffOperation.Name>
        /// Whether its members may create a batch of payments.
        public let requestsBatches: Bool
        /// Whether its members may approve a batch that others created.
        public let approvesBatches: Bool
    }

    /// A member of staff.
    struct Member: Sendable {
        let name: String
        let role: String
        let pin: PINHash
    }

    /// The bounds of what is read.
    public enum Limits {
        /// Most bytes of a staff file.
        public static let textBytesMax = 1_048_576
        /// Most roles.
        public static let rolesMax = 64
        /// Most members.
        public static let membersMax = 10_000
        /// Most bytes of a name or a role.
        public static let nameBytesMax = 64
        /// The dearest hash that is checked, in rounds.
        public static let roundsMax = 1_048_576
    }

    /// The roles by name.
    public let roles: [String: Role]
    let members: [String: Member]

    /// Reads a staff file, YAML 1.1.
    ///
    /// - Throws: ``StaffRosterError``, which repeats no hash.
    public init(yaml: String) throws(StaffRosterError) {
        guard yaml.utf8.count <= Limits.textBytesMax else { throw .notYAML }
        guard let root = try? Yams.compose(yaml: yaml), let mapping = root.mapping else {
            throw .notYAML
        }
        for (key, _) in mapping where !["roles", "staff"].contains(key.scalar?.string ?? "") {
            throw .unknownKey(line: Self.line(of: key))
        }
        let roles = try Self.roles(root.mapping?["roles"])
        self.roles = roles
        members = try Self.members(root.mapping?["staff"], roles)
    }

    /// The names of all members, in order.
    public var names: [String] { members.keys.sorted() }

    private static func roles(_ node: Node?) throws(StaffRosterError) -> [String: Role] {
        guard let mapping = node?.mapping, 1...Limits.rolesMax ~= mapping.count else {
            throw .wrongShape("roles", line: node.map(line) ?? 1)
        }
        var roles: [String: Role] = [:]
        for (key, value) in mapping {
            let name = try name(key)
            guard let fields = value.mapping else { throw .wrongShape(name, line: line(of: key)) }
            for (field, _) in fields
            where !["request", "approve"].contains(field.scalar?.string ?? "") {
                throw .unknownKey(line: line(of: field))
            }
            let requests = try operations(fields["request"])
            let approves = try operations(fields["approve"])
            roles[name] = Role(
                requests: requests.names,
                approves: approves.names,
                requestsBatches: requests.hasBatches,
                approvesBatches: approves.hasBatches
            )
        }
        return roles
    }

    private static func operations(
        _ node: Node?
    ) throws(StaffRosterError) -> (names: Set<StaffOperation.Name>, hasBatches: Bool) {
        guard let node else { return ([], false) }
        guard let items = node.sequence else { throw .unknownOperation(line: line(of: node)) }
        var names: Set<StaffOperation.Name> = []
        var hasBatches = false
        for item in items {
            let word = item.scalar?.string ?? ""
            if word == "all" {
                names.formUnion(StaffOperation.Name.allCases)
                hasBatches = true
            } else if word == batches {
                hasBatches = true
            } else if let name = StaffOperation.Name(rawValue: word) {
                names.insert(name)
            } else {
                throw .unknownOperation(line: line(of: item))
            }
        }
        return (names, hasBatches)
    }

    /// The word for batches of payments.
    static let batches = "batch"

    private static func members(
        _ node: Node?,
        _ roles: [String: Role]
    ) throws(StaffRosterError) -> [String: Member] {
        guard let items = node?.sequence, items.count <= Limits.membersMax else {
            throw .wrongShape("staff", line: node.map(line) ?? 1)
        }
        var members: [String: Member] = [:]
        for item in items {
            let place = line(of: item)
            guard let fields = item.mapping, fields.count == 3, let nameNode = fields["name"],
                let role = fields["role"]?.scalar?.string, let pin = fields["pin"]?.scalar?.string
            else { throw .wrongShape("a member", line: place) }
            let name = try name(nameNode)
            guard roles[role] != nil else { throw .unknownRole(role, line: place) }
            guard let hash = PINHash(text: pin) else { throw .badHash(name, line: place) }
            let member = Member(name: name, role: role, pin: hash)
            guard members.updateValue(member, forKey: name) == nil else {
                throw .nameTwice(name, line: place)
            }
        }
        return members
    }

    private static func name(_ node: Node) throws(StaffRosterError) -> String {
        guard let text = node.scalar?.string, 1...Limits.nameBytesMax ~= text.utf8.count,
            text.unicodeScalars.allSatisfy({
                $0.properties.isAlphabetic || "0"..."9" ~= $0 || ".-_" ~= $0
            })
        else { throw .badName(line: line(of: node)) }
        return text
    }

    private static func line(of node: Node) -> Int { node.mark?.line ?? 1 }
}

private func ~= (signs: String, scalar: Unicode.Scalar) -> Bool {
    signs.unicodeScalars.contains(scalar)
}

extension StaffRoster: CustomStringConvertible, CustomReflectable {
    /// How many there are.
    public var description: String { "\(members.count) staff in \(roles.count) roles" }

    /// A mirror without children, so that dumping a roster shows no hash.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// Why a staff file was not read; no hash is repeated.
public enum StaffRosterError: Error, Hashable, Sendable {
    /// It is no YAML, too long, or no list of `key: value`.
    case notYAML
    /// A key in this line is not known there.
    case unknownKey(line: Int)
    /// This is missing or of another shape.
    case wrongShape(String, line: Int)
    /// A name in this line is empty, too long, or has signs other than letters, digits and `.-_`.
    case badName(line: Int)
    /// An operation in this line is not known.
    case unknownOperation(line: Int)
    /// A member has a role that is not there.
    case unknownRole(String, line: Int)
    /// A member's PIN is no hash.
    case badHash(String, line: Int)
    /// Two members have one name.
    case nameTwice(String, line: Int)
}

extension StaffRosterError: CustomStringConvertible {
    /// The line, what is wrong, and what to write.
    public var description: String {
        switch self {
        case .notYAML: "This is no staff file. Write `roles:` and `staff:` in YAML."
        case .unknownKey(let line):
            "line \(line): This key is not known here. Write roles, staff, request or approve."
        case .wrongShape(let what, let line):
            "line \(line): `\(what)` is missing or of another shape. Write "
                + "`roles: {teller: {request: [freeze]}}` and "
                + "`staff: [{name: …, role: teller, pin: …}]`."
        case .badName(let line):
            "line \(line): A name has 1 to \(StaffRoster.Limits.nameBytesMax) letters, digits, "
                + "dots and dashes."
        case .unknownOperation(let line):
            "line \(line): This is no operation. Write a list of: all, "
                + "\(StaffRoster.batches), "
                + StaffOperation.Name.allCases.map(\.rawValue).joined(separator: ", ") + "."
        case .unknownRole(let role, let line):
            "line \(line): There is no role \(role). Write it under `roles`."
        case .badHash(let name, let line):
            "line \(line): The PIN of \(name) is no hash. Make one with `stardial staff hash`."
        case .nameTwice(let name, let line):
            "line \(line): \(name) stands there twice. Give one another name."
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import SourceText

/// What can be wrong with a line `+ path`, a part, or an attached file.
enum InclusionMistake: DiagnosticKind, Hashable {
    case missingPath
    case unreadable(String, why: String)
    case notAPart(String)
    case partAlone
    case unknownPartSetting(String)
    case cycle(String)
    case tooDeep
    case tooMany
    case missingArgument(String, of: String)
    case unknownArgument(String, of: String, known: [String])
    case badArgument(String)
    case badName(String)
    case noAttachment
    case badAttachment(String, help: String)

    static let partSettings = ["takes", "title"]

    var severity: Severity { .error }

    var id: String {
        switch self {
        case .missingPath, .unreadable, .notAPart: "transcript.include"
        case .partAlone, .unknownPartSetting, .badName: "transcript.part"
        case .cycle, .tooDeep, .tooMany: "transcript.include-limit"
        case .missingArgument, .unknownArgument, .badArgument: "transcript.argument"
        case .noAttachment, .badAttachment: "transcript.attachment"
        }
    }

    var message: String {
        switch self {
        case .missingPath: "This line does not say which file to include."
        case .unreadable(let path, let why): "`\(path)` cannot be included: \(why)."
        case .notAPart(let path): "`\(path)` is not a part."
        case .partAlone: "This file is a part of scenes and is not played alone."
        case .unknownPartSetting(let key): "A part has no setting `\(key)`."
        case .cycle(let path): "`\(path)` includes itself."
        case .tooDeep:
            "Parts include parts at most \(TranscriptLimits.inclusionDepthMax) deep."
        case .tooMany:
            "A scene includes at most \(TranscriptLimits.inclusionsMax) parts of "
                + "\(TranscriptLimits.includedOctetsMax) octets in all."
        case .missingArgument(let name, let path): "`\(path)` needs to be given `\(name)`."
        case .unknownArgument(let name, let path, _): "`\(path)` does not take `\(name)`."
        case .badArgument(let what), .badName(let what): what
        case .noAttachment: "This line is neither a step nor the beginning of an attached file."
        case .badAttachment(let what, _): what
        }
    }

    var help: String? {
        switch self {
        case .missingPath: "Write a path from this file, as `+ parts/pay.ussd amount=500`."
        case .unreadable: "The path leads from the file in which it stands. Is it right?"
        case .notAPart: "The first line of a part is `ussd/1 part`."
        case .partAlone: "Play a scene with a line `+ path` that leads to it."
        case .unknownPartSetting:
            "It has `title` and `takes`; all else is said by the scene that includes it."
        case .cycle: "Take the line out."
        case .tooDeep: "Include the innermost part from the scene."
        case .tooMany: "Split the scene into several files."
        case .missingArgument(let name, _):
            "Write `\(name)=…` behind the path, or take `\(name)` out of the part's `takes:`."
        case .unknownArgument(let name, _, let known):
            if known.isEmpty {
                "It takes nothing; write `takes: \(name)` above its `---`."
            } else if let near = DidYouMean.closest(to: name, among: known) {
                "Did you mean `\(near)`? It takes \(known.joined(separator: ", "))."
            } else {
                "It takes \(known.joined(separator: ", "))."
            }
        case .badArgument: "Write `name=value`, or `name=\"value with blanks\"`."
        case .badName: "Write names of letters, digits and `_`, as `takes: payer amount`."
        case .noAttachment: "Write `-- file shop.menu --`, and the file below it."
        case .badAttachment(_, let help): help
        }
    }
}

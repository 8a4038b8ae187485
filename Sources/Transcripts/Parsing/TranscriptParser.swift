// SPDX-License-Identifier: Apache-2.0
public import MenuLanguage
public import SourceText

/// Reads the text of a transcript; what is wrong in it is all found in one pass.
public struct TranscriptParser {
    let file: SourceFile
    private let octets: [UInt8]
    let shelf: PatternShelf
    var diagnostics: [Diagnostic] = []
    /// What the lines above are.
    var roles: [TranscriptLine.Role] = []
    var header = TranscriptHeader()
    var settings: [String] = []
    var steps: [TranscriptStep] = []
    /// The comments that begin a phase, by line, with the number of steps before them.
    var phaseStarts: [(line: Int, title: String, firstStep: Int)] = []
    /// Names remembered by lines above.
    var captured: Set<String> = []
    /// Whether the step above was reported, so that the lines under it are not.
    var isBehindUnreadStep = false
    /// Whether the line above includes a part, under which nothing is expected.
    var isBehindInclusion = false
    /// Whether the file is read by itself, without what it includes.
    var isAlone = false
    /// Whether the file is a part.
    var isPart = false
    /// What a part is read for; nil for a scene.
    var surroundings: Surroundings?
    /// What a part takes.
    var parameters: [String] = []
    /// The path that files beside it are found by.
    lazy var path = RelativePath.normal(file.path)
    /// The paths of the files that are being read, the scene first.
    lazy var files = [path]
    var inclusions: [Inclusion] = []
    /// The lines with steps behind `---`.
    var bodyLines: ClosedRange<Int>?
    /// The line at which the attached files begin.
    var firstAttachment: Int?
    /// Names of phones whose lines have mistakes; that they are used is none.
    var mistakenPhones: Set<String> = []
    let read: (String) -> Result<String, MenuReadError>

    /// Reads a file and the parts that it includes.
    ///
    /// The transcript prints itself again octet for octet. When a diagnostic is an error, the
    /// transcript lacks what was not understood and must not be played.
    ///
    /// - Parameters:
    ///   - file: the file.
    ///   - read: the text of an included file by its path, which leads from where the path of the
    ///     file leads from; a failure becomes a diagnostic.
    /// - Returns: what was understood, and every mistake in source order.
    public static func parse(
        _ file: SourceFile,
        read: @escaping (String) -> Result<String, MenuReadError> = { _ in .failure(.notFound) }
    ) -> (Transcript, [Diagnostic]) {
        parse(file, read: read, PatternShelf())
    }

    /// Reads a file as ``parse(_:read:)`` does, with the patterns that other files had.
    static func parse(
        _ file: SourceFile,
        read: @escaping (String) -> Result<String, MenuReadError>,
        _ shelf: PatternShelf
    ) -> (Transcript, [Diagnostic]) {
        var parser = TranscriptParser(file: file, shelf, read: read)
        return parser.parsed()
    }

    /// Reads a file without what it includes, be it a scene or a part.
    ///
    /// Names that only an inclusion can tell are taken as known.
    ///
    /// - Parameter file: the file.
    /// - Returns: what was understood, and every mistake in source order.
    public static func parseAlone(_ file: SourceFile) -> (Transcript, [Diagnostic]) {
        var parser = TranscriptParser(file: file, PatternShelf()) { _ in .failure(.notFound) }
        parser.isAlone = true
        return parser.parsed()
    }

    /// Whether a file says that it is a part of scenes and no scene.
    public static func isPart(_ file: SourceFile) -> Bool {
        LineCursor(file, line: 1).rest == partVersion
    }

    init(
        file: SourceFile,
        _ shelf: PatternShelf,
        read: @escaping (String) -> Result<String, MenuReadError>
    ) {
        self.file = file
        self.shelf = shelf
        self.read = read
        octets = Array(file.text.utf8)
    }

    /// The start of a line, counted from 1.
    func cursor(atLine number: Int) -> LineCursor { LineCursor(file, octets, line: number) }

    /// Whether a line, counted from 1, begins with a text.
    func isLine(_ number: Int, beginningWith text: String) -> Bool {
        let start = file.lineStart(number)
        return start < octets.count && octets[start] == text.utf8.first
            && octets[start...].starts(with: text.utf8)
    }

    private mutating func parsed() -> (Transcript, [Diagnostic]) {
        isPart = cursor(atLine: 1).isLeft(Self.partVersion)
        readLines()
        if isPart, !isAlone, !diagnostics.hasErrors {
            report(InclusionMistake.partAlone, cursor(atLine: 1).lineRange)
        }
        let transcript = Transcript(
            file: file,
            header: header,
            phases: phases,
            roles: roles,
            inclusions: inclusions,
            isPart: isPart
        )
        return (transcript, diagnostics.inSourceOrder())
    }

    /// Reads the file as a part.
    mutating func readPart() {
        isPart = true
        readLines()
    }

    private mutating func readLines() {
        guard file.utf8Count <= TranscriptLimits.fileOctetsMax else {
            roles = [.unread]
            return report(HeaderMistake.tooLarge, file.range(0, 0))
        }
        readAttachments()
        var isHeader = true
        for number in 1...file.lineCount {
            var cursor = cursor(atLine: number)
            let role: TranscriptLine.Role =
                if number == 1 {
                    readVersion(cursor)
                } else if isHeader {
                    readHeader(&cursor)
                } else if number >= firstAttachment ?? .max {
                    Self.attachment(cursor.rest) == nil ? .attached : .attachment
                } else {
                    readBody(&cursor)
                }
            // Behind a line end the file has no line more.
            if file.lineStart(number) < file.utf8Count { roles.append(role) }
            if role == .divider {
                isHeader = false
                guard isGivenWhatItTakes() else { return }
            }
            if !isHeader, role != .divider, role != .empty, number < firstAttachment ?? .max {
                bodyLines = (bodyLines?.lowerBound ?? number)...number
            }
        }
        finish(isHeaderOpen: isHeader)
    }

    mutating func report(
        _ kind: any DiagnosticKind,
        _ range: SourceRange,
        notes: [Diagnostic.Note] = []
    ) {
        diagnostics.append(Diagnostic(kind, at: range, notes: notes))
    }

    private mutating func readVersion(_ cursor: LineCursor) -> TranscriptLine.Role {
        if cursor.isLeft(isPart ? Self.partVersion : "ussd/1") { return .version }
        let mistake: HeaderMistake =
            switch cursor.rest {
            case let rest where rest.hasPrefix("\u{FEFF}"): .byteOrderMark
            case let rest where rest.hasPrefix("ussd/"): .unknownVersion
            default: .missingVersion
            }
        report(mistake, cursor.restRange)
        return .unread
    }

    private mutating func finish(isHeaderOpen: Bool) {
        let end = file.range(file.utf8Count, file.utf8Count)
        if isHeaderOpen { return reportMissingDivider(end) }
        let needed = isPart ? [] : ["title", "menu", "phone"]
        let wanted = needed.filter { !settings.contains($0) }
        for key in wanted {
            report(HeaderMistake.missingSetting(key), file.range(0, file.line(1).utf8.count))
        }
        if steps.isEmpty, !isAlone || inclusionCount == 0, !diagnostics.hasErrors {
            report(StepMistake.noSteps, end)
        }
    }

    /// Without `---` the steps were read as settings; what that gave is not reported.
    private mutating func reportMissingDivider(_ end: SourceRange) {
        let first = diagnostics.firstIndex { ($0.kind as? HeaderMistake) == .noSetting }
        let place = first.map { diagnostics[$0].range.start } ?? end
        if let first { diagnostics.removeSubrange(first...) }
        report(HeaderMistake.missingDivider, place)
    }

    private var inclusionCount: Int { roles.count { $0 == .inclusion } }

    /// The line of this file by which a step is in the scene.
    private func ownLine(of step: TranscriptStep) -> Int {
        guard var index = step.inclusion else { return step.line }
        while let parent = inclusions[index].parent { index = parent }
        return inclusions[index].line
    }

    private var phases: [TranscriptPhase] {
        var starts = phaseStarts
        if let first = steps.first, (starts.first?.firstStep ?? 1) > 0 {
            starts.insert((ownLine(of: first), "", 0), at: 0)
        }
        return starts.indices.compactMap { index in
            let isLast = index + 1 == starts.count
            let end = isLast ? steps.count : starts[index + 1].firstStep
            let own = Array(steps[starts[index].firstStep..<end])
            guard let last = own.last else { return nil }
            let expected = last.inclusion == nil ? last.expectations.last?.line : nil
            let lastLine = expected ?? ownLine(of: last)
            let lines = starts[index].line...max(starts[index].line, lastLine)
            return TranscriptPhase(title: starts[index].title, lines: lines, steps: own)
        }
    }
}

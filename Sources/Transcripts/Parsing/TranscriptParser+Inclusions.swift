// SPDX-License-Identifier: Apache-2.0
import MenuLanguage
import SourceText

extension TranscriptParser {
    /// What a part is read for.
    struct Surroundings {
        /// The part's place in the inclusions.
        let index: Int
        /// The path that was written.
        let written: String
        /// What is given to it, by name.
        let arguments: [String: Argument]
        /// The line that includes it.
        let call: SourceRange
    }

    /// What a line `+ path` gives to a part under a name.
    struct Argument {
        let template: Template
        let range: SourceRange
        /// The phone that it names, if it does.
        let phone: String?
    }

    /// Reads `+ path name=value …` and the steps of the part.
    mutating func readInclusion(_ cursor: inout LineCursor) -> TranscriptLine.Role {
        let whole = cursor.lineRange
        _ = cursor.take("+")
        cursor.takeBlanks()
        let start = cursor.position
        guard let path = cursor.takeQuoted(), !path.isEmpty else {
            report(InclusionMistake.missingPath, whole)
            return .unread
        }
        let range = cursor.range(from: start)
        guard let arguments = readArguments(&cursor) else { return .unread }
        isBehindInclusion = true
        guard !isAlone else { return .inclusion }
        let call = Surroundings(
            index: inclusions.count,
            written: path,
            arguments: arguments,
            call: whole
        )
        guard let part = part(at: path, range) else { return .unread }
        include(part.file, at: part.path, call, line: cursor.number)
        return .inclusion
    }

    private mutating func include(
        _ part: SourceFile,
        at path: String,
        _ call: Surroundings,
        line: Int
    ) {
        let parent = surroundings?.index
        inclusions.append(Inclusion(file: part, line: line, parent: parent))
        inclusions[call.index].given = call.arguments.mapValues {
            Inclusion.Given(template: $0.template, phone: $0.phone)
        }
        var inner = TranscriptParser(file: part, shelf, read: read)
        inner.surroundings = call
        inner.path = path
        inner.files = files + [path]
        inner.header = header
        inner.header.title = ""
        inner.captured = captured
        inner.inclusions = inclusions
        inner.readPart()
        inclusions = inner.inclusions
        let steps = inner.steps.map { step in
            var step = step
            step.inclusion = step.inclusion ?? call.index
            return step
        }
        self.steps += steps
        inclusions[call.index].body = inner.bodyLines
        captured.formUnion(inner.captured)
        let note = Diagnostic.Note(range: call.call, "It is included from here.")
        for diagnostic in inner.diagnostics {
            guard !diagnostics.contains(where: { $0.isSame(as: diagnostic) }) else { continue }
            var diagnostic = diagnostic
            if diagnostic.range.file != file.path { diagnostic.notes.append(note) }
            diagnostics.append(diagnostic)
        }
    }

    private mutating func readArguments(_ cursor: inout LineCursor) -> [String: Argument]? {
        var arguments: [String: Argument] = [:]
        var isWhole = true
        cursor.takeBlanks()
        while !cursor.isAtEnd {
            let start = cursor.position
            let name = cursor.takeWord(until: "=")
            guard cursor.take("="), let value = cursor.takeQuoted(), Self.isParameter(name),
                arguments[name] == nil
            else {
                let isTwice = arguments[name] != nil
                _ = cursor.takeWord()
                let what = isTwice ? "`\(name)` is given twice." : "This is given under no name."
                report(InclusionMistake.badArgument(what), cursor.range(from: start))
                return nil
            }
            let range = cursor.range(from: start)
            if let template = readGiven(value, range) {
                let phone = phoneNamed(value)
                arguments[name] = Argument(template: template, range: range, phone: phone)
            } else {
                isWhole = false
            }
            cursor.takeBlanks()
        }
        return isWhole ? arguments : nil
    }

    /// What is given to a part: text in which a hole can only put a value in.
    private mutating func readGiven(_ value: String, _ range: SourceRange) -> Template? {
        do {
            let template = filled(try TemplateReader.read(value))
            guard template.isLiteral else {
                let what = "What is given to a part has to be known; nothing can be matched here."
                report(StepMistake.badHole(what), range)
                return nil
            }
            return template.uses.allSatisfy { isKnown($0, range) } ? template : nil
        } catch {
            report(error.mistake, range)
            return nil
        }
    }

    /// The file of a line `+ path`, and where it lies or would lie.
    private mutating func part(
        at written: String,
        _ range: SourceRange
    ) -> (file: SourceFile, path: String)? {
        let path = RelativePath.path(written, beside: self.path)
        guard !files.contains(path) else {
            report(InclusionMistake.cycle(written), range)
            return nil
        }
        guard files.count <= TranscriptLimits.inclusionDepthMax else {
            report(InclusionMistake.tooDeep, range)
            return nil
        }
        let text: String
        let shown: String
        if let attached = header.attachments.file(at: path) {
            (text, shown) = (attached.text, "\(files[0])/\(attached.name)")
        } else {
            do throws(MenuReadError) {
                (text, shown) = (try read(path).get(), path)
            } catch {
                report(InclusionMistake.unreadable(written, why: error.reason), range)
                return nil
            }
        }
        let octets = inclusions.reduce(text.utf8.count) { $0 + $1.file.utf8Count }
        guard inclusions.count < TranscriptLimits.inclusionsMax,
            octets <= TranscriptLimits.includedOctetsMax
        else {
            report(InclusionMistake.tooMany, range)
            return nil
        }
        let file = SourceFile(path: shown, text: text)
        guard Self.isPart(file) else {
            report(InclusionMistake.notAPart(written), range)
            return nil
        }
        return (file, path)
    }
}

extension Diagnostic {
    /// Whether it says the same of the same place.
    fileprivate func isSame(as other: Diagnostic) -> Bool {
        id == other.id && range == other.range && kind.message == other.kind.message
    }
}

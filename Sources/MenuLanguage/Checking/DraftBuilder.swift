// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText

/// Resolves names and types of all files into one ``DraftMenu``, reporting what is wrong.
struct DraftBuilder {
    var draft: DraftMenu
    var findings: Findings
    /// False when an arrow, a step or an outcome was not understood, so that nothing can be said
    /// about what leads where.
    var isWhole = true
    /// The screens and flows as they were written, in the order of the draft's definitions.
    var sources: [DefinitionSyntax] = []
    /// The positions of the draft's definitions by name.
    var positions: [String: Int] = [:]
    /// The calls of each flow by step.
    var calls: [Int: [Int: CallPlan]] = [:]
    /// The call that `me` stands for.
    var meCall: DraftCall?
    /// Whether what was resolved since the state began names `me`.
    var mentionsMe = false
    /// Whether what the menu says to an answer that is none names `me`.
    var wrongMentionsMe = false
    /// How many states have a name already.
    var nameCounts: [String: Int] = [:]

    /// The slot of `me`, the first that a compiler may give away.
    static let meSlot = ReservedSlot.firstFree
    /// The longest `{typed}`, in septets.
    static let typedSeptetsMax = 16

    /// A screen or a flow as it was written.
    enum DefinitionSyntax {
        case screen(ScreenSyntax)
        case flow(FlowSyntax)
    }

    init(settings: MenuSettings, findings: Findings) {
        draft = DraftMenu(settings: settings)
        self.findings = findings
        isWhole = !findings.hasErrors
        draft.slots = [
            DraftSlot(name: "typed", type: .text(longest: Self.typedSeptetsMax)),
            DraftSlot(name: "least"), DraftSlot(name: "most"),
            DraftSlot(name: "me", type: settings.me?.operation.result),
        ]
    }

    /// Builds the whole menu.
    mutating func build(_ files: [MenuFileSyntax]) {
        for file in files {
            for screen in file.screens { declare(.screen(screen), screen.name) }
            for flow in file.flows { declare(.flow(flow), flow.name) }
        }
        for index in sources.indices { declareVariables(index) }
        declareMe()
        draft.wrongChoice = menuWrong()
        wrongMentionsMe = mentionsMe
        mentionsMe = false
        for index in sources.indices { resolveDefinition(index) }
        resolveEntries()
        for file in files {
            for dial in file.dials { resolve(dial) }
            for command in file.commands { resolve(command) }
        }
        if draft.states.count > DraftMenu.statesMax {
            tooLarge("screens and steps", draft.states.count, DraftMenu.statesMax)
        }
        if draft.slots.count > Dialogue.Limits.slotsMax {
            tooLarge("values", draft.slots.count, Dialogue.Limits.slotsMax)
        }
    }

    private mutating func tooLarge(_ what: String, _ count: Int, _ most: Int) {
        isWhole = false
        findings.report(
            FileFinding.tooLarge(what: what, count: count, most: most),
            at: draft.settings.range
        )
    }

    /// Adds a slot and gives its number; a menu with too many is reported in the end.
    mutating func addSlot(
        _ name: String,
        _ type: ValueType?,
        isTyped: Bool = false,
        origin: DraftSlot.Origin? = nil
    ) -> SlotIndex {
        draft.slots.append(DraftSlot(name: name, type: type, isTyped: isTyped, origin: origin))
        return SlotIndex(clamping: draft.slots.count - 1)
    }

    /// Adds a state, with the call of `me` before it when it shows or tests `me`.
    ///
    /// - Returns: the state to enter.
    @discardableResult
    mutating func addState(
        _ name: String,
        _ kind: DraftState.Kind,
        at range: SourceRange,
        in definition: Int
    ) -> Int {
        let unique = self.unique(name)
        let entry = draft.states.count
        if mentionsMe, var call = meCall {
            call.next = entry + 1
            draft.states.append(
                DraftState(
                    name: self.unique(unique + ".me"),
                    kind: .call(call),
                    range: range,
                    definition: definition,
                    entry: entry
                )
            )
        }
        draft.states.append(
            DraftState(name: unique, kind: kind, range: range, definition: definition, entry: entry)
        )
        mentionsMe = false
        return entry
    }

    /// The name with a number behind it when it is taken.
    private mutating func unique(_ name: String) -> String {
        let count = nameCounts[name, default: 0] + 1
        nameCounts[name] = count
        return count == 1 ? name : "\(name)-\(count)"
    }

    private mutating func resolveDefinition(_ index: Int) {
        mentionsMe = false
        switch sources[index] {
        case .screen(let screen): resolve(screen, index)
        case .flow(let flow): resolve(flow, index)
        }
    }

    /// The flow before all others and the screen that asks whether to go on.
    private mutating func resolveEntries() {
        if let name = draft.settings.before,
            let target = definition(name, arguments: [], range: name.range)
        {
            draft.before = target
        }
        if let resume = draft.settings.resume,
            let target = definition(resume.screen, arguments: [], range: resume.screen.range),
            case .definition(let index) = target.target
        {
            draft.resumeScreen = index
            if draft.definitions[index].isFlow {
                findings.report(
                    SettingFinding.resumeNeedsScreen(name: resume.screen.text),
                    at: resume.screen.range
                )
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import SourceText

/// One `.menu` file as it was written: its definitions in order, whatever could be read of them.
///
/// The parser never throws: what is missing is nil or empty and has a diagnostic.
struct MenuFileSyntax: Sendable {
    var headers: [HeaderSyntax] = []
    var dials: [DialSyntax] = []
    var commands: [CommandSyntax] = []
    var screens: [ScreenSyntax] = []
    var flows: [FlowSyntax] = []
    var services: [ServiceSyntax] = []
}

/// A word and where it stands.
struct NameSyntax: Hashable, Sendable {
    var text: String
    var range: SourceRange
}

/// `menu mavuno` and the settings under it.
struct HeaderSyntax: Sendable {
    var keyword: SourceRange
    var name: NameSyntax?
    var settings: [SettingSyntax] = []
    /// The arms under `otherwise`.
    var otherwise: [ArmSyntax] = []
    /// The lines of `wrong`, said to a key that is not on the list.
    var wrong: [TextLineSyntax] = []
}

/// One setting: `keys 0 back, 00 home, 98 more` has three values of two words each.
struct SettingSyntax: Sendable {
    var name: NameSyntax
    /// The values between commas, each a row of words.
    var values: [[NameSyntax]]
    var range: SourceRange
}

/// `dial *789*1*{recipient: msisdn}# -> send`.
struct DialSyntax: Sendable {
    /// What stands between the stars, and the range of the whole string.
    var segments: [SegmentSyntax]
    var string: SourceRange
    var target: TargetSyntax?
    var range: SourceRange
}

/// A literal or a typed argument of a route.
enum SegmentSyntax: Sendable {
    case literal(NameSyntax)
    /// `[TO]` in an SMS command.
    case optional(NameSyntax)
    /// `{amount: money}`.
    case argument(name: NameSyntax, type: NameSyntax?, range: SourceRange)
    /// `*` alone in an SMS command: whatever no other command takes.
    case anything(SourceRange)
}

/// `sms SEND {amount: money} [TO] {recipient: msisdn} -> send`.
struct CommandSyntax: Sendable {
    var words: [SegmentSyntax]
    var target: TargetSyntax?
    var range: SourceRange
}

/// `(why: refusal, note: text 20)`.
struct ParameterSyntax: Sendable {
    var name: NameSyntax
    var type: NameSyntax?
    /// The digits behind `text`: the most characters it can have.
    var longest: NameSyntax?
    /// The digits behind `list`: the most items of a list of records.
    var atMost: NameSyntax?
}

/// `screen home` and what stands under it.
struct ScreenSyntax: Sendable {
    var keyword: SourceRange
    var name: NameSyntax?
    var parameters: [ParameterSyntax] = []
    var body: [BodyPartSyntax] = []
    var each: EachSyntax?
    var options: [OptionSyntax] = []
    /// The lines of `wrong`.
    var wrong: [TextLineSyntax] = []
    /// The word `end`, when the screen ends the session.
    var end: SourceRange?
}

/// Lines, or lines by the word of a value.
enum BodyPartSyntax: Sendable {
    case lines([TextLineSyntax])
    case byWord(CaseSyntax)
}

/// `case why.reason` and its arms.
struct CaseSyntax: Sendable {
    var keyword: SourceRange
    var subject: PathSyntax?
    var arms: [CaseArmSyntax]
}

/// One word of a case and its lines: `below_minimum | The least is {why.limit}.`.
struct CaseArmSyntax: Sendable {
    var word: NameSyntax
    var lines: [TextLineSyntax]
}

/// One line behind `|`, cut at its holes; the text is verbatim.
struct TextLineSyntax: Sendable {
    var pieces: [TextPieceSyntax]
    /// The range of the text, without the bar and the blank behind it.
    var range: SourceRange
}

/// A piece of text or a hole.
enum TextPieceSyntax: Sendable {
    /// Text as it is shown. `{{` and `}}` are pieces of their own, one brace each, so that in every
    /// other piece an octet of the text is an octet of the file.
    case literal(String, SourceRange)
    case hole(PathSyntax)
    /// `{tries|try|tries}`: the word for a number; the range is that of the whole hole.
    case plural(PathSyntax, forms: [NameSyntax], SourceRange)
}

/// `me.balance`.
struct PathSyntax: Sendable {
    var parts: [NameSyntax]
    var range: SourceRange
}

/// `each payment in history.payments | {payment.title} -> detail(payment)`; the text is one line.
struct EachSyntax: Sendable {
    var keyword: SourceRange
    var item: NameSyntax?
    var list: PathSyntax?
    var line: TextLineSyntax?
    var target: TargetSyntax?
}

/// `1 Send money -> send when me.level > 0`, or `1 One month = month` under a choice.
struct OptionSyntax: Sendable {
    var key: NameSyntax
    /// The label, cut at its holes.
    var label: TextLineSyntax
    var target: TargetSyntax?
    /// The word after `=`.
    var answer: NameSyntax?
    var condition: ConditionSyntax?
    var range: SourceRange
}

/// The end of an arrow: `send(recipient)`, `back`, `home`, `resume`, `continue`, `home in sw`.
struct TargetSyntax: Sendable {
    var name: NameSyntax
    var arguments: [ExpressionSyntax]
    /// The language after `in`.
    var language: NameSyntax?
    var range: SourceRange
}

/// A value in an argument, a bound or a condition.
enum ExpressionSyntax: Sendable {
    case path(PathSyntax)
    /// The text between quotation marks, `\"` and `\\` undone; the range has the quotation marks.
    case string(String, SourceRange)
    /// Digits as written: `1.00`, `5`.
    case number(NameSyntax)
    /// `me.balance - quote.fee`: two or more of the above.
    case sum([SumTermSyntax])
}

/// One value of a sum and the sign before it; the first has none.
struct SumTermSyntax: Sendable {
    var sign: NameSyntax?
    /// A path, a string or a number.
    var value: ExpressionSyntax

    /// Whether it is taken away.
    var isTaken: Bool { sign?.text == "-" }
}

/// What stands behind `when`.
indirect enum ConditionSyntax: Sendable {
    case compare(ExpressionSyntax, NameSyntax, ExpressionSyntax)
    /// A flag alone.
    case flag(PathSyntax)
    /// `recipient is set`.
    case isSet(PathSyntax)
    case not(ConditionSyntax)
    case all([ConditionSyntax])
    case any([ConditionSyntax])
}

/// `flow send` and its steps.
struct FlowSyntax: Sendable {
    var keyword: SourceRange
    var name: NameSyntax?
    var parameters: [ParameterSyntax] = []
    var steps: [StepSyntax] = []
}

/// One step of a flow.
enum StepSyntax: Sendable {
    case ask(AskSyntax)
    case call(CallSyntax)
    case end(EndSyntax)
    /// `-> receipt(payment)`.
    case go(TargetSyntax)
}

/// `ask amount: money 1.00 ... me.sendable` and what stands under it.
struct AskSyntax: Sendable {
    var keyword: SourceRange
    var name: NameSyntax?
    var type: NameSyntax?
    var least: ExpressionSyntax?
    var most: ExpressionSyntax?
    /// The string after `pattern` as it is written; the range is without the quotation marks.
    var pattern: NameSyntax?
    var prompt: [BodyPartSyntax] = []
    var options: [OptionSyntax] = []
    var wrong: [TextLineSyntax] = []
    var below: [TextLineSyntax] = []
    var above: [TextLineSyntax] = []
    var range: SourceRange
}

/// `call quote = money.quote("send", payee, amount)` and its arms.
struct CallSyntax: Sendable {
    var keyword: SourceRange
    var result: NameSyntax?
    var service: NameSyntax?
    var operation: NameSyntax?
    var arguments: [ExpressionSyntax] = []
    var arms: [ArmSyntax] = []
    var range: SourceRange
}

/// `wrong_pin as tries -> pin | Wrong PIN. Tries left: {tries}`.
struct ArmSyntax: Sendable {
    var outcome: NameSyntax
    var binding: NameSyntax?
    var target: TargetSyntax?
    var error: [TextLineSyntax]
    var range: SourceRange
}

/// `end` and its text.
struct EndSyntax: Sendable {
    var keyword: SourceRange
    var body: [BodyPartSyntax]
}

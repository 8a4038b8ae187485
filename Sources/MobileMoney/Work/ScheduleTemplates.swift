// SPDX-License-Identifier: Apache-2.0

/// The messages that nobody's call brings about, in one language, with `{since}` and the like
/// where a value stands: of wallets that sleep, of holds, and of programmes that pay.
///
/// `{name}` is the operator's, `{since}` and `{next}` are dates, `{when}` a date and time, `{sum}`
/// an amount with its currency, `{id}` the receipt's number, `{who}` the other party, `{balance}`
/// what the reader has.
struct ScheduleTemplates: Sendable {
    let noticed, blocked, closed, closedEmpty: String
    let released, paidOut, disbursed: String

    /// The texts in a language by its BCP 47 code, as of ``MessageTemplates``.
    static func of(language code: String?) -> (code: String, templates: ScheduleTemplates) {
        let code = MessageTemplates.of(language: code).code
        return switch code {
        case "sw": (code, swahili)
        case "fr": (code, french)
        case "es": (code, spanish)
        default: (code, english)
        }
    }

    /// A template with its values; a value is never read as a template.
    static func filled(_ template: String, _ values: [String: String]) -> String {
        var text = ""
        for part in template.split(separator: "{", omittingEmptySubsequences: false) {
            guard let end = part.firstIndex(of: "}") else {
                text += part
                continue
            }
            text += values[String(part[..<end])] ?? ""
            text += part[part.index(after: end)...]
        }
        return text
    }

    private static let english = ScheduleTemplates(
        noticed: "Your {name} wallet has not been used since {since}. From {next} nothing can be "
            + "sent or taken out. To keep it, send money or visit an agent for cash.",
        blocked: "Your {name} wallet has not been used since {since}. Nothing can be sent or taken "
            + "out now. To use it, give cash to an agent. It closes on {next}.",
        closed: "Your {name} wallet, not used since {since}, is closed. {sum} is kept for you. To "
            + "get it, show your identity card at a {name} shop.",
        closedEmpty: "Your {name} wallet, not used since {since}, is closed. It was empty. To open "
            + "it again, show your identity card at a {name} shop.",
        released: "{id} Confirmed. {sum} that was held from {who} is yours since {when}. New "
            + "balance {balance}.",
        paidOut: "{id} Confirmed. {sum} that was held went to {who} on {when}. New balance "
            + "{balance}.",
        disbursed: "{id} Confirmed. You received {sum} from {who} on {when}. It is free: pay "
            + "nobody for it. New balance {balance}."
    )

    private static let swahili = ScheduleTemplates(
        noticed: "Akaunti yako ya {name} haijatumika tangu {since}. Kuanzia {next} hutaweza kutuma "
            + "wala kutoa pesa. Ili ibaki, tuma pesa au tembelea wakala.",
        blocked: "Akaunti yako ya {name} haijatumika tangu {since}. Sasa huwezi kutuma wala kutoa "
            + "pesa. Ili uitumie, mpe wakala pesa taslimu. Itafungwa {next}.",
        closed:
            "Akaunti yako ya {name}, isiyotumika tangu {since}, imefungwa. {sum} zimehifadhiwa. "
            + "Kuzipata, onyesha kitambulisho duka la {name}.",
        closedEmpty: "Akaunti yako ya {name}, isiyotumika tangu {since}, imefungwa. Ilikuwa tupu. "
            + "Kuifungua tena, onyesha kitambulisho duka la {name}.",
        released: "{id} Imethibitishwa. {sum} zilizoshikiliwa kutoka kwa {who} ni zako tangu "
            + "{when}. Salio jipya {balance}.",
        paidOut: "{id} Imethibitishwa. {sum} zilizoshikiliwa zimeenda kwa {who} tarehe {when}. "
            + "Salio jipya {balance}.",
        disbursed: "{id} Imethibitishwa. Umepokea {sum} kutoka {who} tarehe {when}. Ni bure: "
            + "usimlipe mtu. Salio jipya {balance}."
    )

    private static let french = ScheduleTemplates(
        noticed: "Votre compte {name} n'a pas servi depuis le {since}. Dès le {next}, rien ne "
            + "peut sortir. Pour le garder, envoyez de l'argent ou voyez un agent.",
        blocked: "Votre compte {name} n'a pas servi depuis le {since}. Rien ne peut plus sortir. "
            + "Pour l'utiliser, donnez du liquide à un agent. Il ferme le {next}.",
        closed: "Votre compte {name}, inutilisé depuis le {since}, est fermé. {sum} vous attend: "
            + "montrez votre carte d'identité chez {name}.",
        closedEmpty: "Votre compte {name}, inutilisé depuis le {since}, est fermé. Il était vide. "
            + "Pour le rouvrir, montrez votre carte d'identité chez {name}.",
        released: "{id} Confirmé. {sum} retenu de {who} est à vous depuis le {when}. Nouveau solde "
            + "{balance}.",
        paidOut: "{id} Confirmé. {sum} retenu est allé à {who} le {when}. Nouveau solde {balance}.",
        disbursed: "{id} Confirmé. {who} vous a envoyé {sum} le {when}. C'est gratuit: ne payez "
            + "personne. Nouveau solde {balance}."
    )

    private static let spanish = ScheduleTemplates(
        noticed: "Su cuenta {name} no se usa desde el {since}. Desde el {next} no se puede enviar "
            + "ni sacar nada. Para conservarla, mande dinero o visite a un agente.",
        blocked:
            "Su cuenta {name} no se usa desde el {since}. Ya no se puede enviar ni sacar nada. "
            + "Para usarla, entregue efectivo a un agente. Se cierra el {next}.",
        closed: "Su cuenta {name}, sin uso desde el {since}, se ha cerrado. Guardamos {sum}. "
            + "Para cobrar, muestre su carnet en una tienda {name}.",
        closedEmpty: "Su cuenta {name}, sin uso desde el {since}, se ha cerrado. Estaba a cero. "
            + "Para abrirla, muestre su carnet en una tienda {name}.",
        released:
            "{id} Confirmado. {sum} retenidos de {who} son suyos desde el {when}. Nuevo saldo "
            + "{balance}.",
        paidOut:
            "{id} Confirmado. {sum} retenidos fueron a {who} el {when}. Nuevo saldo {balance}.",
        disbursed: "{id} Confirmado. Recibe {sum} de {who} el {when}. Es gratis: no pague a nadie. "
            + "Nuevo saldo {balance}."
    )
}

// SPDX-License-Identifier: Apache-2.0

/// The messages of a payment in one language, with `{sum}` and the like where a value stands.
///
/// `{id}` is the receipt's number, `{sum}` the amount with its currency, `{payer}` and `{payee}`
/// a name and a number, `{till}` the agent's number and name, `{balance}` what the reader has.
struct MessageTemplates: Sendable {
    /// To payer and receiver of a payment of one kind.
    struct Pair: Sendable {
        let toPayer: String
        let toPayee: String
    }

    let send: Pair
    let withdraw: Pair
    let deposit: Pair

    /// The languages that there are texts in; a subscriber who chose another one reads English.
    static let languages = ["en", "sw", "fr", "es"]

    /// The texts in a language by its BCP 47 code, and the code of the language they are in.
    static func of(language code: String?) -> (code: String, templates: MessageTemplates) {
        switch code.map({ $0.prefix { $0 != "-" && $0 != "_" }.lowercased() }) {
        case "sw": ("sw", swahili)
        case "fr": ("fr", french)
        case "es": ("es", spanish)
        default: ("en", english)
        }
    }

    func pair(_ kind: PaymentKind) -> Pair {
        switch kind {
        case .send: send
        case .withdraw: withdraw
        case .deposit: deposit
        }
    }

    private static let english = MessageTemplates(
        send: Pair(
            toPayer: "{id} Confirmed. {sum} sent to {payee} on {date}. Fee {fee}. "
                + "New balance {balance}.",
            toPayee: "{id} Confirmed. You received {sum} from {payer} on {date}. "
                + "New balance {balance}."
        ),
        withdraw: Pair(
            toPayer: "{id} Confirmed. Take {sum} cash from {till} on {date}. Fee {fee}. "
                + "New balance {balance}.",
            toPayee: "{id} Confirmed. Give {sum} cash to {payer} on {date}. New float {balance}."
        ),
        deposit: Pair(
            toPayer: "{id} Confirmed. Take {sum} cash from {payee} on {date}. "
                + "Commission {commission}. New float {balance}.",
            toPayee: "{id} Confirmed. You gave {sum} cash to {till} on {date}. "
                + "New balance {balance}."
        )
    )

    private static let swahili = MessageTemplates(
        send: Pair(
            toPayer: "{id} Imethibitishwa. {sum} zimetumwa kwa {payee} tarehe {date}. Ada {fee}. "
                + "Salio jipya {balance}.",
            toPayee: "{id} Imethibitishwa. Umepokea {sum} kutoka kwa {payer} tarehe {date}. "
                + "Salio jipya {balance}."
        ),
        withdraw: Pair(
            toPayer: "{id} Imethibitishwa. Chukua {sum} taslimu kwa {till} tarehe {date}. "
                + "Ada {fee}. Salio jipya {balance}.",
            toPayee: "{id} Imethibitishwa. Mpe {payer} {sum} taslimu tarehe {date}. "
                + "Salio la wakala {balance}."
        ),
        deposit: Pair(
            toPayer: "{id} Imethibitishwa. Pokea {sum} taslimu kwa {payee} tarehe {date}. "
                + "Kamisheni {commission}. Salio la wakala {balance}.",
            toPayee: "{id} Imethibitishwa. Umempa {till} {sum} taslimu tarehe {date}. "
                + "Salio jipya {balance}."
        )
    )

    private static let french = MessageTemplates(
        send: Pair(
            toPayer: "{id} Confirmé. {sum} envoyé à {payee} le {date}. Frais {fee}. "
                + "Nouveau solde {balance}.",
            toPayee: "{id} Confirmé. {payer} vous a envoyé {sum} le {date}. "
                + "Nouveau solde {balance}."
        ),
        withdraw: Pair(
            toPayer: "{id} Confirmé. Prenez {sum} chez {till} le {date}. Frais {fee}. "
                + "Nouveau solde {balance}.",
            toPayee: "{id} Confirmé. Donnez {sum} à {payer} le {date}. Nouvelle caisse {balance}."
        ),
        deposit: Pair(
            toPayer: "{id} Confirmé. Prenez {sum} de {payee} le {date}. "
                + "Commission {commission}. Nouvelle caisse {balance}.",
            toPayee: "{id} Confirmé. Vous avez donné {sum} à {till} le {date}. "
                + "Nouveau solde {balance}."
        )
    )

    private static let spanish = MessageTemplates(
        send: Pair(
            toPayer: "{id} Confirmado. {sum} enviados a {payee} el {date}. Costo {fee}. "
                + "Nuevo saldo {balance}.",
            toPayee: "{id} Confirmado. Recibe {sum} de {payer} el {date}. Nuevo saldo {balance}."
        ),
        withdraw: Pair(
            toPayer: "{id} Confirmado. Tome {sum} en efectivo de {till} el {date}. Costo {fee}. "
                + "Nuevo saldo {balance}.",
            toPayee: "{id} Confirmado. Entregue {sum} en efectivo a {payer} el {date}. "
                + "Nueva caja {balance}."
        ),
        deposit: Pair(
            toPayer: "{id} Confirmado. Reciba {sum} en efectivo de {payee} el {date}. "
                + "Gana {commission}. Nueva caja {balance}.",
            toPayee: "{id} Confirmado. Entrega {sum} en efectivo a {till} el {date}. "
                + "Nuevo saldo {balance}."
        )
    )
}

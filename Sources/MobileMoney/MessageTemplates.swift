// SPDX-License-Identifier: Apache-2.0

/// The messages of a payment in one language, with `{sum}` and the like where a value stands.
///
/// `{id}` is the receipt's number, `{sum}` the amount with its currency, `{payer}` and `{payee}`
/// a name and a number, `{till}` the agent's number and name, `{balance}` what the reader has.
/// `{when}` is left out where a message would take a second part. `{price}` says fee and tax, and
/// a fee of nothing too; `{due}`, `{toll}`, `{commission}` and `{earned}` say only what there is.
struct MessageTemplates: Sendable {
    /// To payer and receiver of a payment of one kind.
    struct Pair: Sendable {
        let toPayer: MessageTemplate
        let toPayee: MessageTemplate

        init(toPayer: String, toPayee: String) {
            self.toPayer = MessageTemplate(toPayer)
            self.toPayee = MessageTemplate(toPayee)
        }
    }

    /// The words around `{date}` and `{amount}`.
    let when, fee, tax, commission: MessageTemplate
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
        when: " on {date}",
        fee: "Fee {amount}. ",
        tax: "Tax {amount}. ",
        commission: "Commission {amount}. ",
        send: Pair(
            toPayer: "{id} Confirmed. {sum} sent to {payee}{when}. {price}New balance {balance}.",
            toPayee: "{id} Confirmed. You received {sum} from {payer}{when}. {toll}New "
                + "balance {balance}."
        ),
        withdraw: Pair(
            toPayer: "{id} Confirmed. Take {sum} cash from {till}{when}. {price}New "
                + "balance {balance}.",
            toPayee: "{id} Confirmed. Give {sum} cash to {payer}{when}. "
                + "{toll}{earned}New float {balance}."
        ),
        deposit: Pair(
            toPayer: "{id} Confirmed. Take {sum} cash from {payee}{when}. "
                + "{due}{commission}New float {balance}.",
            toPayee: "{id} Confirmed. You gave {sum} cash to {till}{when}. {toll}New "
                + "balance {balance}."
        )
    )

    private static let swahili = MessageTemplates(
        when: " tarehe {date}",
        fee: "Ada {amount}. ",
        tax: "Kodi {amount}. ",
        commission: "Kamisheni {amount}. ",
        send: Pair(
            toPayer: "{id} Imethibitishwa. {sum} zimetumwa kwa {payee}{when}. "
                + "{price}Salio jipya {balance}.",
            toPayee: "{id} Imethibitishwa. Umepokea {sum} kutoka kwa {payer}{when}. "
                + "{toll}Salio jipya {balance}."
        ),
        withdraw: Pair(
            toPayer: "{id} Imethibitishwa. Chukua {sum} taslimu kwa {till}{when}. "
                + "{price}Salio jipya {balance}.",
            toPayee: "{id} Imethibitishwa. Mpe {payer} {sum} taslimu{when}. "
                + "{toll}{earned}Salio la wakala {balance}."
        ),
        deposit: Pair(
            toPayer: "{id} Imethibitishwa. Pokea {sum} taslimu kwa {payee}{when}. "
                + "{due}{commission}Salio la wakala {balance}.",
            toPayee: "{id} Imethibitishwa. Umempa {till} {sum} taslimu{when}. "
                + "{toll}Salio jipya {balance}."
        )
    )

    private static let french = MessageTemplates(
        when: " le {date}",
        fee: "Frais {amount}. ",
        tax: "Taxe {amount}. ",
        commission: "Commission {amount}. ",
        send: Pair(
            toPayer: "{id} Confirmé. {sum} envoyé à {payee}{when}. {price}Nouveau solde "
                + "{balance}.",
            toPayee: "{id} Confirmé. {payer} vous a envoyé {sum}{when}. {toll}Nouveau "
                + "solde {balance}."
        ),
        withdraw: Pair(
            toPayer: "{id} Confirmé. Prenez {sum} chez {till}{when}. {price}Nouveau "
                + "solde {balance}.",
            toPayee: "{id} Confirmé. Donnez {sum} à {payer}{when}. "
                + "{toll}{earned}Nouvelle caisse {balance}."
        ),
        deposit: Pair(
            toPayer: "{id} Confirmé. Prenez {sum} de {payee}{when}. "
                + "{due}{commission}Nouvelle caisse {balance}.",
            toPayee: "{id} Confirmé. Vous avez donné {sum} à {till}{when}. "
                + "{toll}Nouveau solde {balance}."
        )
    )

    private static let spanish = MessageTemplates(
        when: " el {date}",
        fee: "Costo {amount}. ",
        tax: "Impuesto {amount}. ",
        commission: "Gana {amount}. ",
        send: Pair(
            toPayer: "{id} Confirmado. {sum} enviados a {payee}{when}. {price}Nuevo "
                + "saldo {balance}.",
            toPayee: "{id} Confirmado. Recibe {sum} de {payer}{when}. {toll}Nuevo saldo "
                + "{balance}."
        ),
        withdraw: Pair(
            toPayer: "{id} Confirmado. Tome {sum} en efectivo de {till}{when}. "
                + "{price}Nuevo saldo {balance}.",
            toPayee: "{id} Confirmado. Entregue {sum} en efectivo a {payer}{when}. "
                + "{toll}{earned}Nueva caja {balance}."
        ),
        deposit: Pair(
            toPayer: "{id} Confirmado. Reciba {sum} en efectivo de {payee}{when}. "
                + "{due}{commission}Nueva caja {balance}.",
            toPayee: "{id} Confirmado. Entrega {sum} en efectivo a {till}{when}. "
                + "{toll}Nuevo saldo {balance}."
        )
    )
}

// SPDX-License-Identifier: Apache-2.0

extension DateStyle {
    /// The styles by language in small letters, and by language and country where people there
    /// write otherwise than the language does elsewhere.
    ///
    /// They are the patterns that CLDR has for `Md`, `yMd`, `Hm` and both of the first and third,
    /// without marks of direction and words that the GSM alphabet lacks. `en` is the English of
    /// the world (`en-001`), not that of the United States.
    static let table: [String: DateStyle] = {
        var table: [String: DateStyle] = [:]
        for (style, codes) in styles {
            for code in codes.split(separator: " ") { table[String(code)] = style }
        }
        return table
    }()

    private static let styles: [(DateStyle, String)] = [
        (
            DateStyle("d/M", "d/M/y", "HH:mm", "d/M, HH:mm"),
            """
            ar bn cy doi el en-150 en-al en-au en-be en-gr en-ie en-lt en-lv en-nl en-no en-pl \
            en-pt en-sk en-ua en-zw es-419 es-ag es-ar es-bb es-bm es-bo es-bq es-br es-bs es-bz \
            es-ca es-cr es-cu es-cw es-dm es-do es-ec es-gd es-gt es-gy es-hn es-ht es-kn es-ky \
            es-lc es-ni es-pe es-py es-sv es-tc es-tt es-uy es-vc es-ve es-vg es-vi gd gl hi ig \
            km kn kxv lo mai mni ms nl-be pa sa sw ta ur xnr yo
            """
        ),
        (
            DateStyle("MM-dd", "y-MM-dd", "HH:mm", "MM-dd HH:mm"),
            """
            ain apw arn ba ber bgc bho bo byn ce cho cic co csw dv eo fr-ca gez gn gv hmn inh io \
            jbo kaj kcg kl kpe kw lkt lmo lrc-iq lut mgo mic mid moh mus myv nnp nr nv ny osa \
            pqm ps-pk raj rej rhg sah sat scn sd se sjd sje sju sm sn ss st tig ts ve wa wal zu
            """
        ),
        (
            DateStyle("d/M", "d/M/y", "HH:mm", "d/M HH:mm"),
            """
            agq am ar-il ar-km ar-ma ast bas bm ccp dje dua dyo ewo gu haw ksf ln lu mgh ml mua \
            my nmg nus rn te th to twq yav
            """
        ),
        (
            DateStyle("M/d", "y-MM-dd", "HH:mm", "M/d HH:mm"),
            """
            guz jmc kam kde ki kln ksb lag lg luo luy mas mer naq nd nyn rof rwk saq teo tzm vai \
            vun xog
            """
        ),
        (
            DateStyle("M/d", "M/d/y", "HH:mm", "M/d, HH:mm"),
            """
            blo ceb chr en-as en-bi en-gu en-kr en-mh en-mp en-ph en-pr en-tr en-tw en-um en-us \
            en-vi es-us fil gaa ks or so
            """
        ),
        (
            DateStyle("dd.MM", "dd.MM.y", "HH:mm", "dd.MM, HH:mm"),
            "az cv en-ee en-ru fo kk ro ru tk tt uk"
        ),
        (DateStyle("d/M", "y-MM-dd", "HH:mm", "d/M HH:mm"), "ff kab khq mfe mg ses sg shi sv zgh"),
        (DateStyle("d.M.", "d.M.y", "HH:mm", "d.M., HH:mm"), "de en-at en-ch en-de is nb nn no"),
        (DateStyle("dd/MM", "dd/MM/y", "HH:mm", "dd/MM, HH:mm"), "en ga it kea pt sc uz vec"),
        (DateStyle("M/d", "d/M/y", "HH:mm", "M/d HH:mm"), "asa bem bez cgg dav ebu"),
        (DateStyle("MM-dd", "d/M/y", "HH:mm", "MM-dd HH:mm"), "ckb lij nnh vmw"),
        (DateStyle("MM-dd", "y-MM-dd", "HH:mm", "MM-dd, HH:mm"), "en-ca ne nso tn"),
        (DateStyle("d.M", "d.M.y", "HH:mm", "d.M, HH:mm"), "be et ka sq"),
        (DateStyle("d/M", "d/M/y", "HH.mm", "d/M, HH.mm"), "en-dk id ms-id su"),
        (DateStyle("dd-MM", "dd-MM-y", "HH:mm", "dd-MM, HH:mm"), "as en-cl es-cl ia"),
        (DateStyle("d/M", "d/M/y", "H:mm", "d/M, H:mm"), "en-mx es mr"),
        (DateStyle("dd/MM", "d/M/y", "HH:mm", "dd/MM, HH:mm"), "en-hk en-in syr"),
        (DateStyle("M/d", "M/d/y", "HH:mm", "M/d HH:mm"), "sbp xh"),
        (DateStyle("M/d", "y/M/d", "HH:mm", "M/d HH:mm"), "yue zh"),
        (DateStyle("M/d", "y/M/d", "HH:mm", "M/d, HH:mm"), "ak en-cn"),
        (DateStyle("MM/dd", "MM/dd/y", "HH:mm", "MM/dd, HH:mm"), "es-pa es-pr"),
        (DateStyle("MM/dd", "y/MM/dd", "HH:mm", "MM/dd, HH:mm"), "en-jp en-za"),
        (DateStyle("d-M", "d-M-y", "HH:mm", "d-M, HH:mm"), "kok nl"),
        (DateStyle("d. M.", "d. M. y", "H:mm", "d. M. H:mm"), "cs sk"),
        (DateStyle("d. M.", "d. M. y", "HH:mm", "d. M., HH:mm"), "en-si sl"),
        (DateStyle("d.M", "d.M.y", "HH:mm", "d.M HH:mm"), "ie mk"),
        (DateStyle("d.MM", "d.MM.y", "HH:mm", "d.MM, HH:mm"), "en-bg pl"),
        (DateStyle("d/M", "dd/MM/y", "HH:mm", "d/M HH:mm"), "kgp yrl"),
        (DateStyle("d/M", "y-MM-dd", "H:mm", "d/M H:mm"), "fur seh"),
        (DateStyle("dd-MM", "dd-MM-y", "HH:mm", "dd-MM HH:mm"), "mi rm"),
        (DateStyle("dd/MM", "dd/MM/y", "HH:mm", "dd/MM HH:mm"), "br fr"),
        (DateStyle("M-d", "y-M-d", "HH.mm", "M-d, HH.mm"), "si"),
        (DateStyle("M-d", "y-M-d", "HH:mm", "M-d HH:mm"), "dz"),
        (DateStyle("M-d", "y-MM-dd", "H:mm", "M-d H:mm"), "trv"),
        (DateStyle("M. d.", "y. M. d.", "HH:mm", "M. d. HH:mm"), "ko"),
        (DateStyle("M. d.", "y. MM. dd.", "H:mm", "M. d. H:mm"), "hu"),
        (DateStyle("M. d.", "y. MM. dd.", "H:mm", "M. d., H:mm"), "en-hu"),
        (DateStyle("M/d", "M/d/y", "HH:mm", "HH:mm M/d"), "ee"),
        (DateStyle("M/d", "dd-MM-y", "HH:mm", "M/d, HH:mm"), "brx"),
        (DateStyle("M/d", "y-MM-dd", "HH:mm", "M/d, HH:mm"), "ha"),
        (DateStyle("M/d", "y/M/d", "H:mm", "M/d H:mm"), "ja"),
        (DateStyle("M/d", "y/M/d", "H:mm", "M/d, H:mm"), "fa"),
        (DateStyle("M/d", "y/M/d", "HH:mm", "M/d (HH:mm)"), "eu"),
        (DateStyle("MM-d", "y-MM-dd", "HH:mm", "MM-d HH:mm"), "lt"),
        (DateStyle("MM-dd", "M/d/y", "HH:mm", "MM-dd HH:mm"), "mt"),
        (DateStyle("MM-dd", "M/d/y", "HH:mm", "MM-dd, HH:mm"), "om"),
        (DateStyle("MM-dd", "d-M-y", "HH:mm", "MM-dd HH:mm"), "yi"),
        (DateStyle("MM-dd", "d.M.y", "'Kl'. H.mm", "MM-dd 'Kl'. H.mm"), "nds"),
        (DateStyle("MM-dd", "d.M.y", "HH:mm", "MM-dd HH:mm"), "prg"),
        (DateStyle("MM-dd", "dd-MM-y", "HH:mm", "MM-dd HH:mm"), "rw"),
        (DateStyle("MM-dd", "dd-MM-y", "HH:mm", "MM-dd, HH:mm"), "qu"),
        (DateStyle("MM-dd", "dd.MM.y", "HH:mm", "MM-dd HH:mm"), "szl"),
        (DateStyle("MM-dd", "dd/MM/y", "HH'h'mm", "MM-dd HH'h'mm"), "oc"),
        (DateStyle("MM-dd", "y / dd / MM", "HH:mm", "MM-dd HH:mm"), "nqo"),
        (DateStyle("MM-dd", "y-MM-dd", "H:mm", "MM-dd H:mm"), "ksh"),
        (DateStyle("MM-dd", "y/M/d", "HH:mm", "MM-dd HH:mm"), "za"),
        (DateStyle("MM/dd", "MM/dd/y", "HH:mm", "MM/dd HH:mm"), "iu"),
        (DateStyle("d /M", "d/M/y", "HH:mm", "d /M HH:mm"), "pcm"),
        (DateStyle("d-M", "d-M-y", "HH:mm", "d-M HH:mm"), "fy"),
        (DateStyle("d-M", "y-d-M", "HH:mm", "d-M, HH:mm"), "ug"),
        (DateStyle("d. M", "d. M. y", "HH:mm", "d. M, HH:mm"), "en-cz"),
        (DateStyle("d. M.", "d. M. y.", "HH:mm", "d. M. 'u' HH:mm"), "bs"),
        (DateStyle("d. M.", "d. M. y.", "HH:mm", "d. M. HH:mm"), "sr"),
        (DateStyle("d.M", "M.d.y", "HH:mm", "d.M HH:mm"), "jgo"),
        (DateStyle("d.M", "d.M.y", "H:mm", "d.M, H:mm"), "he"),
        (DateStyle("d.M", "d.M.y", "HH.mm", "d.M, HH.mm"), "da"),
        (DateStyle("d.M", "y-MM-dd", "HH.mm", "d.M HH.mm"), "sv-fi"),
        (DateStyle("d.M.", "d.M.y", "'zeg'. H:mm", "d.M. 'zeg'. H:mm"), "dsb"),
        (DateStyle("d.M.", "d.M.y", "H.mm", "d.M. 'klo' H.mm"), "fi"),
        (DateStyle("d.M.", "d.M.y", "H.mm", "d.M. H.mm"), "smn"),
        (DateStyle("d.M.", "d.M.y", "H.mm", "d.M., H.mm"), "en-fi"),
        (DateStyle("d.M.", "d.M.y", "H:mm", "d.M. H:mm"), "hsb"),
        (DateStyle("d.M.", "d.M.y", "HH:mm", "d.M. HH:mm"), "lb"),
        (DateStyle("d.M.", "y-MM-dd", "HH:mm", "d.M. HH:mm"), "gsw"),
        (DateStyle("d.MM", "d.MM.y", "H:mm", "d.MM, H:mm"), "bg"),
        (DateStyle("d.MM", "d.MM.y", "HH:mm", "d.MM HH:mm"), "tr"),
        (DateStyle("d/M", "M/d/y", "HH:mm", "d/M HH:mm"), "ti"),
        (DateStyle("d/M", "d/M/y", "H:mm", "d/M H:mm"), "ca"),
        (DateStyle("d/M", "d/M/y", "HH:mm", "HH:mm d/M"), "vi"),
        (DateStyle("d/M", "d/MM/y", "HH:mm", "d/M, HH:mm"), "en-nz"),
        (DateStyle("d/M", "dd.MM.y", "HH:mm", "d/M HH:mm"), "se-fi"),
        (DateStyle("d/M", "y-MM-dd", "HH:mm", "d/M, HH:mm"), "en-se"),
        (DateStyle("d/MM", "d/MM/y", "HH:mm", "d/MM, HH:mm"), "en-co"),
        (DateStyle("dd-MM", "d.M.y", "HH:mm", "dd-MM, HH:mm"), "tg"),
        (DateStyle("dd-MM", "dd-MM-y", "HH:mm", "dd-MM - HH:mm"), "wo"),
        (DateStyle("dd-MM", "y-MM-dd", "HH:mm", "dd-MM HH:mm"), "af"),
        (DateStyle("dd-MM", "y-dd-MM", "HH:mm", "dd-MM HH:mm"), "ky"),
        (DateStyle("dd.MM", "dd.MM.y", "H:mm", "dd.MM, H:mm"), "hy"),
        (DateStyle("dd.MM", "dd.MM.y", "HH:mm", "dd.MM HH:mm"), "ku"),
        (DateStyle("dd.MM", "y-MM-dd", "HH:mm", "dd.MM, HH:mm"), "os"),
        (DateStyle("dd.MM.", "d.MM.y.", "HH:mm", "dd.MM. HH:mm"), "lv"),
        (DateStyle("dd.MM.", "dd. MM. y.", "HH:mm", "dd.MM. HH:mm"), "hr"),
        (DateStyle("dd.MM.", "dd.MM.y", "HH:mm", "dd.MM. HH:mm"), "fr-ch"),
        (DateStyle("dd/MM", "dd-MM-y", "HH:mm", "dd/MM, HH:mm"), "jv"),
        (DateStyle("dd/MM", "dd/MM y", "HH:mm", "dd/MM HH:mm"), "kkj"),
        (DateStyle("dd/MM", "dd/MM/y", "H:mm", "dd/MM, H:mm"), "en-il"),
        (DateStyle("dd/MM", "dd/MM/y", "HH.mm", "dd/MM, HH.mm"), "en-id"),
    ]
}

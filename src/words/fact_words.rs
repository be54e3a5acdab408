//! The words of the page of a facts edition: published figures without a table.

/// Its words in one language.
#[derive(Debug, Clone, Copy)]
pub struct FactWords {
    /// What the page is not, `{agency}`, and whom to ask, `{contact}`.
    pub made: &'static str,
    /// Whom to ask where nobody is named.
    pub site_publisher: &'static str,
    /// Over the title.
    pub kind: &'static str,
    /// The sentence of a list that has none: `{figures}` of `{sources}`.
    pub sentence: &'static str,
    /// Over the map.
    pub map: &'static str,
    /// How many places have a figure: `{count}` of `{all}` `{places}`.
    pub map_count: &'static str,
    /// What places are called where the list does not say it.
    pub places: &'static str,
    /// What is said of a place without a figure.
    pub rest: &'static str,
    /// Over all figures.
    pub figures: &'static str,
    /// That they stand as they were published.
    pub figures_note: &'static str,
    /// Over the points in time.
    pub time: &'static str,
    /// What a point and a line are.
    pub time_note: &'static str,
    /// Over figures that disagree.
    pub beside: &'static str,
    /// That none is repaired.
    pub beside_note: &'static str,
    /// Over what the figures are linked with.
    pub related: &'static str,
    /// Over the files.
    pub files: &'static str,
    /// All figures as CSV.
    pub csv: &'static str,
    /// All figures as a workbook.
    pub xlsx: &'static str,
    /// The same in the form of the site.
    pub json: &'static str,
    /// The map as a drawing.
    pub svg: &'static str,
    /// The map as a picture.
    pub png: &'static str,
    /// Over the pages that the figures stand on.
    pub sources: &'static str,
    /// Over what is counted.
    pub what: &'static str,
    /// Over the figure.
    pub figure: &'static str,
    /// The heads of the files: topic, category, place, code, period, value, unit, qualifier, remark.
    pub heads: [&'static str; 9],
    /// And of their sources: publisher, title, date, link, remark.
    pub source_heads: [&'static str; 5],
    /// Patterns of a `{value}` that is rounded; at least so much; more; at most; less; nearly.
    pub qualifiers: [&'static str; 6],
}

/// The words in a language; English where there are none.
#[must_use]
pub fn fact_words(lang: &str) -> &'static FactWords {
    match lang {
        "id" => &INDONESIAN,
        "fr" => &FRENCH,
        "ar" => &ARABIC,
        _ => &ENGLISH,
    }
}

static INDONESIAN: FactWords = FactWords {
    made: "Disusun dari angka yang telah diterbitkan; bukan terbitan {agency} dan tidak diperiksa olehnya. Koreksi: {contact}.",
    site_publisher: "penerbit situs ini",
    kind: "Angka yang telah diterbitkan",
    sentence: "{figures} angka seperti yang diterbitkan, dari {sources} sumber",
    map: "Tempat yang punya angka",
    map_count: "{count} dari {all} {places} punya angka yang diterbitkan",
    places: "tempat",
    rest: "tidak ada angka yang diterbitkan",
    figures: "Semua angka, seperti yang diterbitkan",
    figures_note: "Tidak ada yang dijumlahkan, diisi, atau diperbaiki.",
    time: "Dari waktu ke waktu",
    time_note: "Setiap titik adalah satu angka seperti yang diterbitkan, di akhir periodenya. Garis hanya menghubungkan angka dari satu penerbit dengan satu definisi.",
    beside: "Tempat sumber berbeda",
    beside_note: "Berdampingan seperti yang diterbitkan; tidak ada yang diperbaiki.",
    related: "Kaitannya",
    files: "Unduh",
    csv: "Semua angka (CSV)",
    xlsx: "Semua angka (Excel)",
    json: "Semua angka (JSON)",
    svg: "Peta (SVG)",
    png: "Peta (PNG)",
    sources: "Sumber",
    what: "Apa",
    figure: "Angka",
    heads: [
        "topik", "kategori", "tempat", "kode", "periode", "angka", "satuan", "penanda", "catatan",
    ],
    source_heads: ["penerbit", "judul", "tanggal", "tautan", "catatan tautan"],
    qualifiers: [
        "{value}, dibulatkan",
        "sedikitnya {value}",
        "lebih dari {value}",
        "paling banyak {value}",
        "kurang dari {value}",
        "hampir {value}",
    ],
};

static ARABIC: FactWords = FactWords {
    made: "أُنجز انطلاقا من أرقام منشورة؛ وليس من منشورات الجهة المعنية ({agency}) ولم تتحقق منه. للتصحيح: {contact}.",
    site_publisher: "ناشر هذا الموقع",
    kind: "أرقام منشورة",
    sentence: "عدد الأرقام كما نُشرت: {figures}، وعدد المصادر: {sources}",
    map: "حيث يوجد رقم",
    map_count: "رقم منشور: {count} من أصل {all} ({places})",
    places: "أماكن",
    rest: "لا يوجد رقم منشور",
    figures: "كل الأرقام، كما نُشرت",
    figures_note: "لم يُجمع شيء ولم يُكمَّل ولم يُصحَّح.",
    time: "عبر الزمن",
    time_note: "كل نقطة رقم كما نُشر، في نهاية فترته. ولا يصل الخط إلا بين أرقام ناشر واحد وتعريف واحد.",
    beside: "حيث تختلف المصادر",
    beside_note: "جنبا إلى جنب كما نُشرت؛ لم يُصحَّح أي منها.",
    related: "للمقارنة",
    files: "تنزيل",
    csv: "كل الأرقام (CSV)",
    xlsx: "كل الأرقام (Excel)",
    json: "كل الأرقام (JSON)",
    svg: "الخريطة (SVG)",
    png: "الخريطة (PNG)",
    sources: "المصادر",
    what: "الموضوع",
    figure: "الرقم",
    heads: [
        "الموضوع",
        "الفئة",
        "المكان",
        "الرمز",
        "الفترة",
        "القيمة",
        "الوحدة",
        "الدقة",
        "ملاحظة",
    ],
    source_heads: ["الناشر", "العنوان", "التاريخ", "الرابط", "ملاحظة حول الرابط"],
    qualifiers: [
        "{value}، مدوَّر",
        "{value} على الأقل",
        "أكثر من {value}",
        "{value} على الأكثر",
        "أقل من {value}",
        "ما يقارب {value}",
    ],
};

static FRENCH: FactWords = FactWords {
    made: "Établi à partir de chiffres publiés\u{202f}; n’émane pas de l’organisme cité ({agency}), qui ne l’a pas vérifié. Corrections\u{a0}: {contact}.",
    site_publisher: "l’éditeur de ce site",
    kind: "Chiffres publiés",
    sentence: "{figures} chiffres tels qu’ils ont été publiés, de {sources} sources",
    map: "Là où il y a un chiffre",
    map_count: "Chiffre publié pour {count} {places} sur {all}",
    places: "lieux",
    rest: "aucun chiffre publié",
    figures: "Tous les chiffres, tels que publiés",
    figures_note: "Rien n’est additionné, complété ni corrigé.",
    time: "Au fil du temps",
    time_note: "Chaque point est un chiffre tel que publié, à la fin de sa période. Une ligne ne relie que les chiffres d’une même source et d’une même définition.",
    beside: "Là où les sources diffèrent",
    beside_note: "Côte à côte, tels que publiés\u{202f}; aucun n’est corrigé.",
    related: "À rapprocher",
    files: "Télécharger",
    csv: "Tous les chiffres (CSV)",
    xlsx: "Tous les chiffres (Excel)",
    json: "Tous les chiffres (JSON)",
    svg: "Carte (SVG)",
    png: "Carte (PNG)",
    sources: "Sources",
    what: "Objet",
    figure: "Chiffre",
    heads: [
        "sujet",
        "catégorie",
        "lieu",
        "code",
        "période",
        "valeur",
        "unité",
        "précision",
        "remarque",
    ],
    source_heads: ["éditeur", "titre", "date", "lien", "remarque sur le lien"],
    qualifiers: [
        "{value}, arrondi",
        "au moins {value}",
        "plus de {value}",
        "au plus {value}",
        "moins de {value}",
        "près de {value}",
    ],
};

static ENGLISH: FactWords = FactWords {
    made: "Made from published figures; not a publication of, nor checked by, {agency}. Corrections: {contact}.",
    site_publisher: "the publisher of this site",
    kind: "Published figures",
    sentence: "{figures} figures as they were published, from {sources} sources",
    map: "Where there is a figure",
    map_count: "{count} of {all} {places} have a published figure",
    places: "places",
    rest: "no figure published",
    figures: "All figures, as published",
    figures_note: "Nothing is added up, filled in or repaired.",
    time: "Over time",
    time_note: "Each point is a figure as published, at the end of its period. A line joins only figures of one publisher and one definition.",
    beside: "Where sources differ",
    beside_note: "Side by side as they were published; none is repaired.",
    related: "What links it",
    files: "Download",
    csv: "All figures (CSV)",
    xlsx: "All figures (Excel)",
    json: "All figures (JSON)",
    svg: "Map (SVG)",
    png: "Map (PNG)",
    sources: "Sources",
    what: "What",
    figure: "Figure",
    heads: [
        "topic",
        "category",
        "place",
        "code",
        "period",
        "value",
        "unit",
        "qualifier",
        "remark",
    ],
    source_heads: ["publisher", "title", "date", "link", "link remark"],
    qualifiers: [
        "{value}, rounded",
        "at least {value}",
        "more than {value}",
        "at most {value}",
        "less than {value}",
        "almost {value}",
    ],
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::COMPLETE_LANGUAGES;

    #[test]
    fn every_language_of_the_site_has_words_of_its_own_with_the_same_blanks() {
        let english = fact_words("en");
        for words in COMPLETE_LANGUAGES {
            let own = fact_words(words.code);
            let is_own = words.code == "en" || own.made != english.made;
            assert!(is_own, "{}", words.code);
            for blank in ["{agency}", "{contact}"] {
                assert!(own.made.contains(blank), "{}", words.code);
            }
            for blank in ["{count}", "{all}", "{places}"] {
                assert!(own.map_count.contains(blank), "{}", words.code);
            }
            assert!(
                own.qualifiers.iter().all(|it| it.contains("{value}")),
                "{}",
                words.code
            );
        }
    }
}

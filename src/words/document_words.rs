//! The words that the builder of a site writes into its documents, and that are no messages of the program: of the
//! foot of each page, and of the page on which a reader opens a file of their own.

/// Its words in one language.
#[derive(Debug, Clone, Copy)]
pub struct DocumentWords {
    /// Its title, and the link to it.
    pub title: &'static str,
    /// What becomes of the file.
    pub privacy: &'static str,
    /// Over the choice of the table.
    pub table: &'static str,
    /// Over the choice of the map.
    pub map: &'static str,
    /// On the button.
    pub open: &'static str,
    /// Over what stands in the way.
    pub refused: &'static str,
    /// Over the view of `{file}`.
    pub banner: &'static str,
    /// Before the command that publishes it.
    pub publish: &'static str,
    /// The link to the page that says who is responsible for the site.
    pub imprint: &'static str,
    /// Beside the sentence of a document: that it is of everyone.
    pub whole: &'static str,
    /// Where there are no scripts.
    pub without_script: &'static str,
    /// Before the clauses of a link that the figures do not follow yet.
    pub pending: &'static str,
    /// Where no script has come for a while.
    pub silent: &'static str,
    /// The title of the page of a model's card, and the link to it.
    pub model_card: &'static str,
    /// Before the release of the dataset.
    pub model_release: &'static str,
    /// Over what the model is.
    pub model_method: &'static str,
    /// Over what it may be used for.
    pub model_uses: &'static str,
    /// Over what it may not be used for.
    pub model_limits: &'static str,
    /// Over the back-tests.
    pub model_errors: &'static str,
    /// Over the figures that were left out.
    pub model_figure: &'static str,
    /// Over their number.
    pub model_cases: &'static str,
    /// Over the median of the errors.
    pub model_median: &'static str,
    /// Over the 90th percentile of the errors.
    pub model_p90: &'static str,
    /// Over the largest error and its place.
    pub model_worst: &'static str,
    /// Why a pattern has no error.
    pub model_pattern: &'static str,
    /// Over the controls, by kind.
    pub model_controls: &'static str,
    /// Over the number of all of a kind.
    pub model_all: &'static str,
    /// Over the number of those that are met.
    pub model_kept: &'static str,
    /// Over the number of those that were printed as they are.
    pub model_printed: &'static str,
    /// Over what sources disagree about.
    pub model_conflicts: &'static str,
}

/// The words in a language; English where there are none.
#[must_use]
pub fn document_words(lang: &str) -> DocumentWords {
    match lang {
        "id" => INDONESIAN,
        "fr" => FRENCH,
        "ar" => ARABIC,
        _ => ENGLISH,
    }
}

const ENGLISH: DocumentWords = DocumentWords {
    title: "Open a file of yours",
    privacy: "The file is read in this browser and stays on your device: nothing is uploaded.",
    table: "Table: CSV, XLSX, PX, SDMX-CSV or JSON-stat",
    map: "The map of its places, if there is one: GeoJSON or TopoJSON",
    open: "Open",
    refused: "This file cannot be shown yet",
    banner: "Read from {file} in this browser; nothing was uploaded. The link of this view opens only where the file is.",
    publish: "Make this a site:",
    imprint: "Imprint",
    whole: "(without filters)",
    without_script: "Filters in this link need JavaScript; this is the whole.",
    pending: "Still to come from this link:",
    silent: "The explorer has not started: a file of it may not have come.",
    model_card: "How good the model is",
    model_release: "Release",
    model_method: "What the model is",
    model_uses: "For what it may be used",
    model_limits: "For what it may not be used",
    model_errors: "How far it is off where the figure is known",
    model_figure: "Figure",
    model_cases: "Known figures",
    model_median: "Half were off by at most",
    model_p90: "Nine of ten by at most",
    model_worst: "The worst",
    model_pattern: "What only repeats a pattern has no error: it is no estimate.",
    model_controls: "Published figures that it was made to meet",
    model_all: "All",
    model_kept: "Met within their tolerance",
    model_printed: "As printed, the others derived",
    model_conflicts: "Where sources disagree",
};

const INDONESIAN: DocumentWords = DocumentWords {
    title: "Buka berkas Anda sendiri",
    privacy: "Berkas dibaca di peramban ini dan tetap di perangkat Anda: tidak ada yang diunggah.",
    table: "Tabel: CSV, XLSX, PX, SDMX-CSV atau JSON-stat",
    map: "Peta wilayahnya, kalau ada: GeoJSON atau TopoJSON",
    open: "Buka",
    refused: "Berkas ini belum dapat ditampilkan",
    banner: "Dibaca dari {file} di peramban ini; tidak ada yang diunggah. Tautan tampilan ini hanya terbuka di tempat berkas itu ada.",
    publish: "Menjadikannya situs:",
    imprint: "Penanggung jawab",
    whole: "(tanpa filter)",
    without_script: "Filter dalam tautan ini memerlukan JavaScript; ini keseluruhannya.",
    pending: "Belum diterapkan dari tautan ini:",
    silent: "Halaman interaktif belum berjalan: mungkin ada berkasnya yang tidak sampai.",
    model_card: "Seberapa baik modelnya",
    model_release: "Rilis",
    model_method: "Apa model ini",
    model_uses: "Boleh dipakai untuk",
    model_limits: "Tidak boleh dipakai untuk",
    model_errors: "Seberapa jauh meleset di tempat yang angkanya diketahui",
    model_figure: "Angka",
    model_cases: "Angka yang diketahui",
    model_median: "Separuh meleset paling jauh",
    model_p90: "Sembilan dari sepuluh paling jauh",
    model_worst: "Yang terburuk",
    model_pattern: "Yang hanya mengulang pola tidak punya kesalahan: itu bukan perkiraan.",
    model_controls: "Angka resmi yang harus dipenuhi model",
    model_all: "Semua",
    model_kept: "Terpenuhi dalam toleransinya",
    model_printed: "Seperti tercetak; lainnya dihitung",
    model_conflicts: "Sumber yang bertentangan",
};

const FRENCH: DocumentWords = DocumentWords {
    title: "Ouvrir un fichier à vous",
    privacy: "Le fichier est lu dans ce navigateur et reste sur votre appareil\u{a0}: rien n’est envoyé.",
    table: "Tableau\u{a0}: CSV, XLSX, PX, SDMX-CSV ou JSON-stat",
    map: "La carte de ses lieux, s’il y en a une\u{a0}: GeoJSON ou TopoJSON",
    open: "Ouvrir",
    refused: "Ce fichier ne peut pas encore être affiché",
    banner: "Lu dans {file}, dans ce navigateur\u{a0}; rien n’a été envoyé. Le lien de cette vue ne s’ouvre que là où se trouve le fichier.",
    publish: "En faire un site\u{a0}:",
    imprint: "Mentions légales",
    whole: "(sans filtre)",
    without_script: "Les filtres de ce lien demandent JavaScript\u{202f}; voici l’ensemble.",
    pending: "Encore à venir de ce lien\u{a0}:",
    silent: "L’explorateur n’a pas démarré\u{a0}: un de ses fichiers n’est peut-être pas arrivé.",
    model_card: "Ce que vaut le modèle",
    model_release: "Version",
    model_method: "Ce qu’est le modèle",
    model_uses: "À quoi il peut servir",
    model_limits: "À quoi il ne peut pas servir",
    model_errors: "De combien il s’écarte là où le chiffre est connu",
    model_figure: "Chiffre",
    model_cases: "Chiffres connus",
    model_median: "La moitié s’en écarte d’au plus",
    model_p90: "Neuf sur dix d’au plus",
    model_worst: "Le pire",
    model_pattern: "Ce qui ne répète qu’une structure n’a pas d’écart\u{a0}: ce n’est pas une estimation.",
    model_controls: "Chiffres publiés qu’il doit retrouver",
    model_all: "Tous",
    model_kept: "Retrouvés dans leur tolérance",
    model_printed: "Tels qu’imprimés, les autres calculés",
    model_conflicts: "Là où les sources se contredisent",
};

const ARABIC: DocumentWords = DocumentWords {
    title: "فتح ملف خاص بك",
    privacy: "يُقرأ الملف في هذا المتصفح ويبقى على جهازك: لا يُرسل أي شيء.",
    table: "الجدول: CSV أو XLSX أو PX أو SDMX-CSV أو JSON-stat",
    map: "خريطة أماكنه، إن وُجدت: GeoJSON أو TopoJSON",
    open: "فتح",
    refused: "لا يمكن عرض هذا الملف بعد",
    banner: "قُرئ من {file} في هذا المتصفح؛ لم يُرسل أي شيء. لا يُفتح رابط هذا العرض إلا حيث يوجد الملف.",
    publish: "لتحويله إلى موقع:",
    imprint: "الجهة المسؤولة",
    whole: "(دون تصفية)",
    without_script: "تحتاج التصفية في هذا الرابط إلى JavaScript؛ المعروض هنا هو المجموع.",
    pending: "لم يُطبَّق بعد من هذا الرابط:",
    silent: "لم يبدأ المستكشف: ربما لم يصل أحد ملفاته.",
    model_card: "مدى جودة النموذج",
    model_release: "الإصدار",
    model_method: "ما هو النموذج",
    model_uses: "فيم يجوز استعماله",
    model_limits: "فيم لا يجوز استعماله",
    model_errors: "مقدار ابتعاده حيث الرقم معروف",
    model_figure: "الرقم",
    model_cases: "الأرقام المعروفة",
    model_median: "النصف لا يتجاوز فارقه",
    model_p90: "تسعة من عشرة لا يتجاوز فارقها",
    model_worst: "أكبر فارق",
    model_pattern: "ما لا يفعل سوى تكرار نمط ليس له خطأ: فهو ليس تقديرًا.",
    model_controls: "أرقام منشورة عليه أن يطابقها",
    model_all: "الكل",
    model_kept: "المطابقة في حدود التسامح",
    model_printed: "كما طُبعت، والباقي محسوب",
    model_conflicts: "حيث تتضارب المصادر",
};

//! The words of the copy of a site with which it opens without a network: a script says them, no program.

/// Its words in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OfflineWords {
    /// Over what is said of the copy.
    pub title: &'static str,
    /// What is kept, of `{size}` megabytes.
    pub kept: &'static str,
    /// On the button that removes it.
    pub remove: &'static str,
    /// That it was removed.
    pub none: &'static str,
    /// On the button that makes it again.
    pub again: &'static str,
    /// That there is a new release.
    pub offer: &'static str,
    /// On the button that loads it.
    pub load: &'static str,
}

impl OfflineWords {
    /// Each by its name.
    #[must_use]
    pub fn named(&self) -> [(&'static str, &'static str); 7] {
        [
            ("title", self.title),
            ("kept", self.kept),
            ("remove", self.remove),
            ("none", self.none),
            ("again", self.again),
            ("offer", self.offer),
            ("load", self.load),
        ]
    }
}

/// The words in a language; English where there are none.
#[must_use]
pub fn offline_words(lang: &str) -> OfflineWords {
    match lang {
        "id" => OfflineWords {
            title: "Tanpa jaringan",
            kept: "Agar halaman ini terbuka tanpa jaringan, peramban ini menyimpan salinan berkas situs ini: programnya, kata-katanya, dan data yang sudah dibuka dengan petanya ({size} MB). Tidak ada apa pun tentang Anda di dalamnya.",
            remove: "Hapus salinan",
            none: "Salinannya sudah dihapus; peramban ini tidak menyimpan apa pun lagi dari situs ini untuk dibuka tanpa jaringan.",
            again: "Simpan salinan",
            offer: "Ada rilis baru dari situs ini.",
            load: "Muat",
        },
        "fr" => OfflineWords {
            title: "Sans réseau",
            kept: "Pour que cette page s’ouvre sans réseau, ce navigateur garde une copie de fichiers de ce site\u{a0}: le programme, ses textes et les données ouvertes avec leur carte ({size}\u{a0}Mo). Elle ne contient rien sur vous.",
            remove: "Supprimer la copie",
            none: "La copie est supprimée\u{a0}; ce navigateur ne garde plus rien de ce site pour l’ouvrir sans réseau.",
            again: "Garder une copie",
            offer: "Il y a une nouvelle version de ce site.",
            load: "La charger",
        },
        "ar" => OfflineWords {
            title: "دون اتصال",
            kept: "لكي تُفتح هذه الصفحة دون اتصال بالشبكة، يحتفظ هذا المتصفح بنسخة من ملفات هذا الموقع: البرنامج ونصوصه والمعطيات التي فُتحت مع خريطتها ({size} ميغابايت). ولا تتضمن أي شيء عنك.",
            remove: "حذف النسخة",
            none: "حُذفت النسخة؛ ولم يعد هذا المتصفح يحتفظ بأي شيء من هذا الموقع لفتحه دون اتصال.",
            again: "الاحتفاظ بنسخة",
            offer: "هناك إصدار جديد من هذا الموقع.",
            load: "تحميله",
        },
        _ => OfflineWords {
            title: "Without a network",
            kept: "So that this page opens without a network, this browser keeps a copy of files of this site: the program, its words, and the data that were opened, with their map ({size} MB). It holds nothing about you.",
            remove: "Remove the copy",
            none: "The copy is removed; this browser keeps nothing more of this site to open it without a network.",
            again: "Keep a copy",
            offer: "There is a new release of this site.",
            load: "Load it",
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::COMPLETE_LANGUAGES;

    #[test]
    fn every_language_has_words_of_its_own() {
        let [first, rest @ ..] = COMPLETE_LANGUAGES.map(|words| offline_words(words.code).named());
        for other in rest {
            for ((name, text), (_, own)) in other.into_iter().zip(first) {
                assert!(text != own, "{name}: {text}");
                assert_eq!(text.contains("{size}"), own.contains("{size}"), "{name}");
            }
        }
    }
}

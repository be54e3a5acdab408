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
}

/// The words in a language; English where there are none.
#[must_use]
pub fn document_words(lang: &str) -> DocumentWords {
    match lang {
        "id" => DocumentWords {
            title: "Buka berkas Anda sendiri",
            privacy: "Berkas dibaca di peramban ini dan tetap di perangkat Anda: tidak ada yang diunggah.",
            table: "Tabel: CSV, XLSX, PX, SDMX-CSV atau JSON-stat",
            map: "Peta wilayahnya, kalau ada: GeoJSON atau TopoJSON",
            open: "Buka",
            refused: "Berkas ini belum dapat ditampilkan",
            banner: "Dibaca dari {file} di peramban ini; tidak ada yang diunggah. Tautan tampilan ini hanya terbuka di tempat berkas itu ada.",
            publish: "Menjadikannya situs:",
            imprint: "Penanggung jawab",
        },
        "fr" => DocumentWords {
            title: "Ouvrir un fichier à vous",
            privacy: "Le fichier est lu dans ce navigateur et reste sur votre appareil\u{a0}: rien n’est envoyé.",
            table: "Tableau\u{a0}: CSV, XLSX, PX, SDMX-CSV ou JSON-stat",
            map: "La carte de ses lieux, s’il y en a une\u{a0}: GeoJSON ou TopoJSON",
            open: "Ouvrir",
            refused: "Ce fichier ne peut pas encore être affiché",
            banner: "Lu dans {file}, dans ce navigateur\u{a0}; rien n’a été envoyé. Le lien de cette vue ne s’ouvre que là où se trouve le fichier.",
            publish: "En faire un site\u{a0}:",
            imprint: "Mentions légales",
        },
        _ => DocumentWords {
            title: "Open a file of yours",
            privacy: "The file is read in this browser and stays on your device: nothing is uploaded.",
            table: "Table: CSV, XLSX, PX, SDMX-CSV or JSON-stat",
            map: "The map of its places, if there is one: GeoJSON or TopoJSON",
            open: "Open",
            refused: "This file cannot be shown yet",
            banner: "Read from {file} in this browser; nothing was uploaded. The link of this view opens only where the file is.",
            publish: "Make this a site:",
            imprint: "Imprint",
        },
    }
}

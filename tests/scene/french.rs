//! The page in French: what it says of a dataset whose words are French, and of one whose words are not.

use jangkau::cube::{CatIx, Cube};
use jangkau::formats::citation::{Cited, citation};
use jangkau::scene::{
    Figures, all_places_line, basis_lines, compare, headline, picture_text, place_line,
    release_text, told, trend, trend_text,
};
use jangkau::spreadsheet::{Sheet, excel_csv_of_sheet};

use super::{COURSES, RICE, read};
use crate::support::made::WATER;
use crate::support::opened::{Opened, check_sentence};

/// A text with "~" for a no-break space (U+00A0) and "_" for a narrow one (U+202F).
fn spaced(text: &str) -> String {
    text.replace('~', "\u{a0}").replace('_', "\u{202f}")
}

#[track_caller]
fn check(found: &[String], expected: &[&str]) {
    let expected: Vec<String> = expected.iter().map(|text| spaced(text)).collect();
    assert_eq!(found, expected);
}

/// What the page says under the headline.
fn told_of(cube: &Cube, link: &str) -> Vec<String> {
    let opened = Opened::new(cube, link);
    let lines = told(cube, &opened.view, &opened.figures, opened.words);
    lines.into_iter().map(|line| line.text).collect()
}

#[test]
fn a_sentence_names_figure_place_and_period_without_a_preposition() {
    let courses = read(COURSES);
    for (link, expected) in [
        (
            "/fr/x/",
            "au moins 1_684_796 heures de cours, Maroc, 2021/2022–2023/2024",
        ),
        (
            "/fr/x/MA-03/?milieu=R",
            "106_179,75 heures de cours (milieu~: rural), Fès-Meknès, 2021/2022–2023/2024",
        ),
        (
            "/fr/x/?p%C3%A9riode=2021/2022&langue%20d%27enseignement=ar~fr&milieu=U",
            "au moins 177_946 heures de cours (langue~: arabe ou français_; milieu~: urbain), Maroc, \
             2021/2022",
        ),
        (
            "/fr/x/MA-12/?langue%20d%27enseignement=zgh",
            "non diffusé~: heures de cours (langue~: amazighe), Dakhla-Oued Ed-Dahab, \
             2021/2022–2023/2024",
        ),
        (
            "/fr/x/MA-03/?as=share&milieu=R",
            "56~% du total des heures de cours~: heures de cours (milieu~: rural), Fès-Meknès, 2021/2022–2023/2024",
        ),
    ] {
        check_sentence(&courses, link, &spaced(expected));
    }
    let rice = read(RICE);
    for (link, expected) in [
        (
            "/fr/x/",
            "Pas de chiffre unique (price index, 2019 = 100), tous les lieux, 2023-12",
        ),
        (
            "/fr/x/12/?month=2023-12&measure=change",
            "non disponible (change on the year before, %), Phnom Penh, 2023-12",
        ),
    ] {
        check_sentence(&rice, link, expected);
    }
}

#[test]
fn the_map_is_told_in_words() {
    let courses = read(COURSES);
    let opened = Opened::new(&courses, "/fr/x/MA-03/?milieu=R");
    let (words, scene) = (opened.words, opened.map());
    check(
        &picture_text(&courses, &opened.view, &scene, words),
        &[
            "Carte~: heures de cours (milieu~: rural). Minimum~: 63_708,75 (L’Oriental)_; maximum~: \
             191_121,75 (Casablanca-Settat).",
            "Les plus élevés~: Casablanca-Settat (191_121,75)_; Marrakech-Safi (127_415,25)_; \
             Rabat-Salé-Kénitra (116_797,5). Les plus faibles~: L’Oriental (63_708,75)_; Béni \
             Mellal-Khénifra (74_326,5)_; Souss-Massa (84_944,25).",
            "Lieu affiché~: Fès-Meknès~: 106_179,75 heures de cours, 56~% du total des heures de cours du lieu, rang \
             4 sur 8, provisoire (P).",
            "4 lieux sans classe~: connu imparfaitement (4).",
        ],
    );
    let lines = [
        place_line(&courses, &scene, CatIx(0), words),
        all_places_line(&courses, &opened.figures, words),
    ];
    check(
        &lines,
        &[
            "Tanger-Tétouan-Al Hoceïma~: 95_562 heures de cours, 56~% du total des heures de cours du lieu, rang 5 \
             sur 8, provisoire (P)",
            "Maroc~: au moins 935_479,25 heures de cours",
        ],
    );
}

#[test]
fn a_trend_a_comparison_and_a_change_are_told_in_words() {
    let courses = read(COURSES);
    let opened = Opened::new(&courses, "/fr/x/MA-03/?milieu=R");
    let scene = trend(&courses, &opened.view, opened.words).unwrap();
    let mut lines = vec![scene.caption.clone()];
    lines.extend(trend_text(&scene, opened.words));
    check(
        &lines,
        &[
            "Heures de cours (milieu~: rural), Fès-Meknès~: évolution (Nombre)",
            "Fès-Meknès~: 2021/2022 32_175,75_; 2022/2023 35_393,25_; 2023/2024 38_610,75 (P).",
        ],
    );
    let notes = headline(&courses, &opened.view, &opened.figures, opened.words).notes;
    let notes: Vec<String> = notes.into_iter().map(|note| note.text).collect();
    check(
        &notes,
        &["rang 4 sur 8", "+20~% entre 2021/2022 et 2023/2024"],
    );
    // 12,000 and 9,000 households.
    let opened = Opened::new(&WATER, "/fr/x/n1/?geo=n2");
    let unfiltered = Figures::unfiltered(&WATER);
    let scene = compare(
        &WATER,
        &opened.view,
        (&opened.figures, &unfiltered),
        opened.words,
    );
    let bar = &scene.unwrap().bars[1];
    assert_eq!(
        bar.difference,
        spaced("3_000 (25~%) de moins (référence~: Port Amara)")
    );
}

#[test]
fn how_a_figure_is_read_is_told_in_words() {
    check(
        &told_of(&read(COURSES), "/fr/x/"),
        &[
            "Signalé dans le fichier~: provisoire (P)",
            "Non diffusées pour protéger les personnes (Q)~: 6 des 216 cellules dont ce chiffre est issu",
            "Non disponibles~: 8 des 216 cellules dont ce chiffre est issu",
        ],
    );
    check(
        &told_of(&read(RICE), "/fr/x/"),
        &[
            "Month~: 2023-12, la plus récente_; les périodes ne s’additionnent pas",
            "Market~: pas de chiffre pour l’ensemble~: le producteur n’autorise pas l’addition. \
             Choisissez une modalité.",
        ],
    );
    let opened = Opened::new(&WATER, "/fr/x/n4/?source=piped");
    check(
        &basis_lines(&WATER, &opened.view, opened.words)[..2],
        &[
            "Nombre (Caldmoor)~: le modèle ne dispose d’aucun chiffre publié à ce niveau et répartit \
             selon la population un total plus large~: North (2019). Ce n’est donc pas un constat local.",
            "Le modèle ne dispose de rien de publié par water source (Caldmoor). Chaque période reprend le profil d’un \
             ensemble plus large~: North (2019). Sur plusieurs périodes, les parts peuvent différer un peu.",
        ],
    );
}

#[test]
fn what_is_taken_along_is_in_french_too() {
    let courses = read(COURSES);
    let link = "https://a.example/fr/x/MA-03/?milieu=R";
    let opened = Opened::new(&courses, "/fr/x/MA-03/?milieu=R");
    let words = opened.words;
    let sentence = headline(&courses, &opened.view, &opened.figures, words).marked_sentence(words);
    let cited = citation(
        &courses,
        Cited {
            sentence: &sentence,
            off_by: "",
            derivation: "D’où vient ce chiffre ? https://a.example/fr/x/?why=.",
            link,
            accessed: "2026-11-25",
            lang: words.code,
            accessed_word: words.accessed,
            edition: &release_text(&courses, words),
        },
    );
    let long = spaced(
        "106_179,75 heures de cours (milieu~: rural), Fès-Meknès, 2021/2022–2023/2024. Jeu d’essai de \
         Jangkau : aucun chiffre n’est réel. Cours d’alphabétisation : heures de cours (données d’essai \
         inventées). Version 2024-09, 2024-09-30. https://a.example/fr/x/MA-03/?milieu=R. Consulté le \
         2026-11-25. D’où vient ce chiffre ? https://a.example/fr/x/?why=.",
    );
    assert_eq!(cited.long, long);
    let sheet = Sheet::of(&courses, &opened.view, words, link).unwrap();
    let text = excel_csv_of_sheet(&sheet);
    let lines: Vec<String> = text.lines().take(7).map(str::to_owned).collect();
    check(
        &lines,
        &[
            "\u{feff}Heures de cours (milieu~: rural) par Région, 2021/2022–2023/2024",
            "\"Choix actuels~: Milieu~: rural_; Fès-Meknès\"",
            "Unité~: Heures de cours",
            "Source~: Jeu d’essai de Jangkau : aucun chiffre n’est réel. Version 2024-09, 2024-09-30.",
            "",
            "Code;Nom;Heures de cours;Heures de cours~: statut;Part;Part~: statut",
            "MA-06;Casablanca-Settat;191121,75;P;0,562499172240249;",
        ],
    );
    check(
        &sheet.notes[..3],
        &[
            "Part~: ce qui est choisi, rapporté à l’ensemble du même lieu et de la même période.",
            "Signalé dans le fichier~: provisoire (P)",
            "Lettres après les chiffres~: P~: provisoire.",
        ],
    );
}

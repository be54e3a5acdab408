//! Datasets of other offices, with words that read well all the same.

use jangkau::scene::{ForeignTexts, TableScene, chips, headline, place_lang};
use jangkau::view_state::{Column, LinkParts, state_from_link};

use super::{COURSES, RICE, read};
use crate::support::link::SITE;
use crate::support::made::WATER;
use crate::support::opened::{Opened, cell, check_near, check_sentence};

/// The heads of the columns.
fn heads(table: &TableScene) -> Vec<&str> {
    table.columns.iter().map(|(_, head)| &**head).collect()
}

#[test]
fn a_foreign_dataset_reads_well() {
    let courses = read(COURSES);
    for (link, expected) in [
        (
            "/en/x/",
            "at least 1,684,796 heures de cours in Maroc, 2021/2022–2023/2024",
        ),
        (
            "/id/x/",
            "sedikitnya 1.684.796 heures de cours di Maroc, 2021/2022–2023/2024",
        ),
        (
            "/en/x/MA-03/?milieu=R",
            "106,179.75 heures de cours (milieu: rural) in Fès-Meknès, 2021/2022–2023/2024",
        ),
        (
            "/en/x/?p%C3%A9riode=2021/2022&langue%20d%27enseignement=ar~fr&milieu=U",
            "at least 177,946 heures de cours (langue: arabe or français; milieu: urbain) in Maroc, \
             2021/2022",
        ),
        (
            "/en/x/MA-12/?langue%20d%27enseignement=zgh",
            "suppressed heures de cours (langue: amazighe) in Dakhla-Oued Ed-Dahab, \
             2021/2022–2023/2024",
        ),
    ] {
        check_sentence(&courses, link, expected);
    }
    let opened = Opened::new(&courses, "/en/x/?p%C3%A9riode=2021/2022");
    let table = opened.table();
    assert_eq!(
        (&*table.caption, heads(&table)),
        (
            "Heures de cours by Région, 2021/2022",
            vec!["Code", "Name", "Heures de cours"]
        )
    );
    let filtered = Opened::new(
        &courses,
        "/en/x/?p%C3%A9riode=2021/2022&langue%20d%27enseignement=ar&milieu=U",
    );
    assert_eq!(
        filtered.table().caption,
        "Heures de cours (langue: arabe; milieu: urbain) by Région, 2021/2022"
    );
    assert_eq!(table.rows.len(), 12);
    let names = table.rows.iter();
    let names: Vec<&str> = names.map(|row| cell(&table, row, Column::Name).0).collect();
    assert!(names.contains(&"Laâyoune-Sakia El Hamra"));
    // A share of what is only known to be at least so much is not known.
    let languages = opened.bars("langue d'enseignement");
    let read: Vec<_> = languages
        .bars
        .iter()
        .map(|bar| (&*bar.label, bar.share))
        .collect();
    assert_eq!(read[0].0, "arabe");
    assert!(read.iter().all(|(_, share)| share.is_none()));
    assert!(
        languages
            .bars
            .iter()
            .all(|bar| bar.share_text.is_empty() && bar.behind_text.is_empty())
    );
    let fes = Opened::new(&courses, "/en/x/MA-03/").bars("langue d'enseignement");
    let share: f64 = fes.bars.iter().map(|bar| bar.share.unwrap()).sum();
    check_near(Some(share), 1.0);
}

#[test]
fn measures_are_named_with_their_units_and_never_added_or_divided() {
    let rice = read(RICE);
    for (link, expected) in [
        (
            "/en/x/",
            "No single figure (price index, 2019 = 100) in all places, 2023-12",
        ),
        (
            "/id/x/",
            "Tidak ada angka tunggal (price index, 2019 = 100) di semua tempat, 2023-12",
        ),
        (
            "/en/x/2/?month=2023-12",
            "119.0 (price index, 2019 = 100) in Battambang, 2023-12",
        ),
        (
            "/en/x/12/?month=2023-11&measure=price",
            "2,900 (price, riel a kilogram) in Phnom Penh, 2023-11",
        ),
        (
            "/en/x/2/?month=2023-12&measure=change",
            "0.0 (change on the year before, %) in Battambang, 2023-12",
        ),
        (
            "/en/x/12/?month=2023-12&measure=change",
            "no data (change on the year before, %) in Phnom Penh, 2023-12",
        ),
    ] {
        check_sentence(&rice, link, expected);
    }
    let zero = Opened::new(&rice, "/en/x/2/?month=2023-12&measure=change");
    assert!(!headline(&rice, &zero.view, &zero.figures, zero.words).nobody);
    let opened = Opened::new(&rice, "/en/x/?month=2023-12&measure=price");
    let table = opened.table();
    assert_eq!(table.caption, "Price (riel a kilogram) by Market, 2023-12");
    let read: Vec<_> = table
        .rows
        .iter()
        .map(|row| {
            let [name, value] = [Column::Name, Column::Value].map(|it| cell(&table, row, it).0);
            (name, value)
        })
        .collect();
    assert_eq!(read, [("Phnom Penh", "2,950"), ("Battambang", "2,700")]);
    assert_eq!(heads(&table), ["Code", "Name", "Price (riel a kilogram)"]);
    for link in ["/en/x/?as=share", "/en/x/?as=rate", "/en/x/?sort=share"] {
        let (state, notices) = state_from_link(&LinkParts::new(link), SITE, "x", &rice);
        assert_eq!(notices.len(), 1, "{link}");
        assert_eq!((state.quantity(), state.sort()), Default::default());
    }
}

#[test]
fn a_text_in_another_language_says_which() {
    let courses = read(COURSES);
    let opened = Opened::new(&courses, "/en/x/MA-03/");
    let french = Some("fr");
    let bars = opened.bars("milieu");
    assert_eq!(
        (bars.lang.as_deref(), bars.bars[0].lang.as_deref()),
        (french, french)
    );
    assert!(
        opened
            .table()
            .rows
            .iter()
            .all(|row| row.lang.as_deref() == french)
    );
    let places = Opened::new(&courses, "/en/x/").ranking();
    assert_eq!(places.bars[0].lang.as_deref(), french);
    let chosen = Opened::new(&courses, "/en/x/MA-03/?milieu=U");
    let chips: Vec<_> = chips(&courses, &chosen.view, chosen.words)
        .into_iter()
        .map(|chip| (chip.text, chip.lang))
        .collect();
    let french_chip = |text: &str| (text.to_owned(), french.map(str::to_owned));
    assert_eq!(chips, [french_chip("urbain"), french_chip("Fès-Meknès")]);
    let headline = headline(&courses, &opened.view, &opened.figures, opened.words);
    let beside = headline.words_beside().replace('\u{2060}', "");
    let foreign = ForeignTexts::of(&courses, &opened.view, opened.words);
    let pieces = foreign.pieces(&beside);
    let pieces: Vec<(Option<&str>, &str)> = (pieces.iter())
        .map(|(lang, text)| (*lang, text.trim()))
        .filter(|(_, text)| !text.is_empty())
        .collect();
    let years = "2021/2022–2023/2024";
    assert_eq!(
        pieces,
        [
            (french, "heures de cours"),
            (None, "in"),
            (french, "Fès-Meknès"),
            (None, &*format!(", {years}")),
        ]
    );
    // Where there is a text in the language of the page, there is nothing to say.
    let lang = |link: &str| {
        let opened = Opened::new(&WATER, link);
        place_lang(&WATER, opened.view.place, opened.words)
    };
    assert_eq!(lang("/en/x/n2/"), None);
    assert_eq!(lang("/id/x/n2/"), None);
    assert_eq!(lang("/id/x/n1/").as_deref(), Some("en"));
    assert_eq!(Opened::new(&WATER, "/id/x/").bars("source").lang, None);
}
